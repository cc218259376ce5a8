import type { MessageValue } from "messageformat/functions";
import { Missing, missingOf, plainValue, variableOf } from "./given.ts";
import { directionOf, once } from "./intl.ts";
import { isHandle } from "./person-name.ts";
import {
  type FunctionContext,
  type FunctionSettings,
  hole,
  printed,
  type TemplateFunction,
} from "./print.ts";

/** The key of a message's form for customers whose name is not known. */
export const NO_NAME = "none";

/** Parley's own functions. None guesses: what cannot be printed as it is becomes a hole. */
export const ownFunctions = (settings: FunctionSettings): Record<string, TemplateFunction> => ({
  name,
  honorific: honorific(settings.honorifics),
  mask: ofText((value, options) => mask(value, Number(options.keep ?? 4))),
  initials: ofText(initials),
  list: ofText((value, options) => list(value, options, settings.locale)),
  relative: relative(settings),
  hours: ofText((value) => hours(value, settings.locale)),
  link: ofText((value) => (/^https?:\/\/[^\s<>"{}|\\^`]+$/i.test(value) ? value : null)),
  fill,
});

/** Prints a name byte for byte. Without a name, or with a handle in its place, it selects `none`. */
function name(_context: FunctionContext, _options: unknown, operand: unknown): MessageValue<string> {
  const missing = missingOf(operand) ?? handle(operand);
  if (missing) return late(missing, (keys) => (keys.has(NO_NAME) ? NO_NAME : null));
  const text = () => String(operand);
  return {
    ...printed({ type: "name", variable: variableOf(operand), dir: "auto", text }),
    selectKey: () => null,
    valueOf: text,
  };
}

const handle = (operand: unknown): Missing | null =>
  isHandle(String(operand)) ? new Missing(variableOf(operand), () => undefined) : null;

/** Selects by a stated form of address; prints its word. It is never derived from a name. */
const honorific =
  (words: FunctionSettings["honorifics"]): TemplateFunction =>
  (_context, _options, operand) => {
    const missing = missingOf(operand);
    if (missing) return late(missing, () => null);
    const value = String(operand);
    const word = words[value];
    if (word === undefined) return late(new Missing(variableOf(operand), () => undefined), () => null);
    return {
      ...printed({ type: "honorific", variable: variableOf(operand), dir: "auto", text: () => word }),
      selectKey: (keys: Set<string>) => (keys.has(value) ? value : null),
      valueOf: () => value,
    };
  };

/** A hole that complains only when it is printed: a message may select on a missing value and print another form. */
function late(missing: Missing, selectKey: (keys: Set<string>) => string | null): MessageValue<string> {
  const value = hole(missing);
  return {
    ...value,
    selectKey,
    toParts: () => {
      missing.report();
      return value.toParts?.() ?? [];
    },
  };
}

/** A function of one text; null for a text it cannot work with. */
function ofText(
  print: (value: string, options: Readonly<Record<string, unknown>>) => string | null,
): TemplateFunction {
  return (context, options, operand) => {
    const missing = missingOf(operand);
    if (missing) {
      missing.report();
      return hole(missing);
    }
    const variable = variableOf(operand);
    const shown = print(String(plainValue(operand)), options);
    if (shown === null) {
      context.onError("bad-operand", "the value does not fit the function");
      return hole(new Missing(variable, () => undefined));
    }
    return { ...printed({ type: "value", variable, dir: "auto", text: () => shown }), valueOf: () => shown };
  };
}

const signs = (text: string): string[] =>
  [...once("segmenter", () => new Intl.Segmenter("en", { granularity: "grapheme" })).segment(text)].map(
    ({ segment }) => segment,
  );

/** The last signs of a number, never more than half of it: `•••• 1234` says which order without giving it away. */
function mask(value: string, keep: number): string {
  const all = signs(value.trim());
  const shown = Math.max(0, Math.min(Number.isInteger(keep) ? keep : 4, Math.floor(all.length / 2)));
  return `${"•".repeat(Math.min(4, all.length - shown))}${all.slice(all.length - shown).join("")}`;
}

/** The first sign of each part of a name that starts with a capital or a letter without case, as written. */
export function initials(value: string): string {
  const firsts = value
    .trim()
    .split(/[\s\u00a0-]+/u)
    .map((part) => signs(part)[0] ?? "");
  const proper = firsts.filter((sign) => /^(\p{Lu}|\p{Lt}|\p{Lo})/u.test(sign));
  return (proper.length > 0 ? proper : firsts).join("");
}

/** Items stand on lines of their own in the value. */
function list(value: string, options: Readonly<Record<string, unknown>>, locale: string): string {
  const type = options.type === "or" ? "disjunction" : "conjunction";
  const format = once(`list ${locale} ${type}`, () => new Intl.ListFormat(locale, { type }));
  return format.format(
    value
      .split("\n")
      .map((item) => item.trim())
      .filter(Boolean),
  );
}

const UNITS = ["second", "minute", "hour", "day", "week", "month", "year"] as const;
const DAY = 86_400_000;

/** `3` prints as "in 3 days"; a date prints by its distance from the formatter's `now` in whole days. */
const relative =
  ({ locale, now }: FunctionSettings): TemplateFunction =>
  (context, options, operand) => {
    const missing = missingOf(operand);
    if (missing) {
      missing.report();
      return hole(missing);
    }
    const unit = UNITS.find((known) => known === (options.unit ?? "day"));
    const amount = distance(plainValue(operand), now);
    if (unit === undefined || amount === null) {
      context.onError(
        unit === undefined ? "bad-option" : "bad-operand",
        ":relative needs a number and a unit",
      );
      return hole(new Missing(variableOf(operand), () => undefined));
    }
    const style = options.style === "short" ? "short" : "long";
    const format = once(
      `relative ${locale} ${style}`,
      () => new Intl.RelativeTimeFormat(locale, { numeric: "auto", style }),
    );
    const text = () => format.format(amount, unit);
    return {
      ...printed({ type: "relative", variable: variableOf(operand), dir: directionOf(locale), text }),
      valueOf: () => amount,
    };
  };

function distance(value: unknown, now: Date | undefined): number | null {
  if (value instanceof Date) return now ? Math.round((value.getTime() - now.getTime()) / DAY) : null;
  const amount = typeof value === "number" ? value : Number(String(value).trim() || Number.NaN);
  return Number.isFinite(amount) ? amount : null;
}

/** `09:00-12:00,13:00-18:00` in the reader's way of writing hours; null for anything else. */
function hours(value: string, locale: string): string | null {
  const spans = value.split(",").map((span) => /^\s*(\d\d?):(\d\d)\s*[-–]\s*(\d\d?):(\d\d)\s*$/.exec(span));
  const format = once(
    `hours ${locale}`,
    () => new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "2-digit", timeZone: "UTC" }),
  );
  const at = (hour = "", minute = "") => new Date(Date.UTC(2024, 0, 1, Number(hour), Number(minute)));
  const shown = spans.map((span) => span && format.formatRange(at(span[1], span[2]), at(span[3], span[4])));
  if (shown.some((span) => span === null)) return null;
  // Engines of different age disagree about thin spaces; a plain one is the same everywhere.
  return list(shown.join("\n"), {}, locale).replace(/[\u2009\u202f]/gu, " ");
}

/** A part only the agent can write: its value when there is one, else a tab stop with a label. */
function fill(
  _context: FunctionContext,
  { label = "" }: Readonly<Record<string, unknown>>,
  operand?: unknown,
): MessageValue<string> {
  const missing = operand === undefined ? new Missing("", () => undefined) : missingOf(operand);
  if (!missing) {
    const text = () => String(operand);
    return { ...printed({ type: "value", variable: variableOf(operand), dir: "auto", text }), valueOf: text };
  }
  missing.report();
  return { ...hole(missing), toParts: () => [{ type: "fill", id: missing.variable, value: String(label) }] };
}
