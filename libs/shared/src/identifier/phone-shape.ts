import { isDate } from "./calendar.ts";

const EXTENSION = /(?: ?(?:x|ext\.?|extension|#|durchwahl) ?)(\d{1,5})$/i;

/** How a candidate is written, and what that says in powers of ten. */
export interface Shape {
  /** The digits without an extension. */
  readonly digits: string;
  readonly bare: boolean;
  readonly international: boolean;
  readonly weight: number;
}

/** Each sign of a phone number in its writing, with its weight. */
const SIGNS: readonly (readonly [RegExp, number])[] = [
  [/^\(?\+/, 1.6],
  [/^(?:00|011)[ -]?[1-9]/, 0.5],
  [/^(?:00|011)[ -]?[1-9].*[ -]/, 0.4],
  [/^\d+$/, -0.5],
  [/\(\d+\)/, 0.5],
  // Three, three and four digits, as in North America.
  [/^(?:1[ .-])?(?:\(\d{3}\)[ .-]?|\d{3}[ ./-])\d{3}[ .-]\d{4}\b/, 0.5],
  [EXTENSION, 0.6],
  [/^\(?0[1-9][\d()]*[ ./-]/, 0.3],
  // Six digits and a dash before the rest are how national numbers with a birth date are written.
  [/^\d{6}-\d{4,7}$/, -0.9],
];

export function shapeOf(raw: string): Shape {
  const plain = raw.replace(EXTENSION, "");
  const marks = plain.match(/[ .()/-]+/g)?.length ?? 0;
  const signs = SIGNS.reduce((sum, [sign, weight]) => sum + (sign.test(raw) ? weight : 0), 0);
  return {
    digits: plain.replace(/\D/g, ""),
    bare: marks === 0,
    international: raw.includes("+"),
    weight: signs + (marks > 1 ? 0.5 : marks * 0.1),
  };
}

/** A bracket that is opened and not closed, or the other way round, belongs to the sentence. */
export function balanced(matched: string): string {
  const opened = matched.split("(").length;
  const closed = matched.split(")").length;
  if (opened > closed && matched.startsWith("(")) return matched.slice(1);
  return closed > opened ? matched.slice(0, matched.indexOf(")")) : matched;
}

/** Years, addresses of machines, decimals, single digits with marks, one digit over and over. */
const ELSE = [
  /^(?:19|20)\d{2}(?:[ /-]+(?:19|20)\d{2})+$/,
  /^\d{1,3}(?:\.\d{1,3}){3}$/,
  /^[1-9]\d*\.\d+$/,
  /^\d{1,3}\.\d+ ?- ?\d{1,3}\.\d+$/,
  /(?:^|\D)\d(?:[./-]\d)+(?:\D|$)/,
];
const DATE = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?: |$)/;
const DENSE_DATE = /^(?:19|20)\d{6}(?: |$)/;

/** Whether the digits are a date, a version, a sum or another thing that is written like a phone number. */
export function isSomethingElse(raw: string): boolean {
  const digits = raw.replace(/\D/g, "");
  if (/^(\d)\1+$/.test(digits) || ELSE.some((one) => one.test(raw))) return true;
  if (DENSE_DATE.test(raw))
    return isDate(Number(raw.slice(0, 4)), Number(raw.slice(4, 6)), Number(raw.slice(6, 8)));
  return DATE.test(raw) && hasDate(raw);
}

function hasDate(raw: string): boolean {
  const [a = 0, b = 0, c = 0] = raw.split(/[^\d]/).map(Number);
  const year = (value: number): number => (value < 100 ? 2000 + value : value);
  return isDate(year(a), b, c) || isDate(year(c), b, a) || isDate(year(c), a, b);
}

const BEFORE = /(?:[$€£¥₺₹₩]|EUR|USD|GBP|BRL|PLN|TRY|CHF|R\$|zł|TL)\s?$|\d[.,:]$/;
const AFTER =
  /^\s?(?:[$€£¥₺₹₩%°]|EUR|USD|GBP|BRL|PLN|TRY|CHF|zł|TL\b|km\b|kg\b|[KMG]B\b|px\b|円|元)|^[.,:]\d/;

/** A currency or a unit stands beside it, or the number goes on behind a comma. */
export const isMeasured = (text: string, start: number, end: number): boolean =>
  BEFORE.test(text.slice(Math.max(0, start - 5), start)) || AFTER.test(text.slice(end, end + 5));
