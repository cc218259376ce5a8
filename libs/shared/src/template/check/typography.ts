import type { Span } from "../../text/index.ts";
import type { PlacedHit } from "./content.ts";
import { nowhere } from "./content.ts";
import { type CheckCode, replaceFix } from "./finding.ts";
import { type Literal, linksOfLiteral, literalsOf, PLACEHOLDER } from "./literals.ts";
import type { Subject } from "./subject.ts";

/** A form that is wrong in some languages, and what belongs there. */
interface Form {
  readonly problem: string;
  readonly code: Extract<CheckCode, "spacing" | "punctuation">;
  readonly form: RegExp;
  readonly in?: RegExp;
  readonly notIn?: RegExp;
  readonly better?: (found: string, locale: string) => string;
}

const NBSP = "\u00a0";
const FORMS: readonly Form[] = [
  { problem: "double-space", code: "spacing", form: / {2,}/g, better: () => " " },
  { problem: "space-at-line-end", code: "spacing", form: /[ \t]+(?=\n)/g, better: () => "" },
  { problem: "space-before", code: "punctuation", form: / +(?=[,.](?:\s|$))/g, better: () => "" },
  {
    problem: "space-before",
    code: "punctuation",
    form: / +(?=[;:!?](?:\s|$))/g,
    notIn: /^fr/,
    better: () => "",
  },
  {
    problem: "no-space-after",
    code: "punctuation",
    form: /(?<=\p{Ll}),(?=\p{L})/gu,
    notIn: /^(ja|zh)/,
    better: () => ", ",
  },
  {
    problem: "nbsp-before",
    code: "spacing",
    form: /(?<=[^\s\u00a0\u202f;:!?«(]) ?(?=[;:!?»](?:\s|$|\ufffc))/g,
    in: /^fr/,
    better: () => NBSP,
  },
  {
    problem: "nbsp-after",
    code: "spacing",
    form: /(?<=«) ?(?=[^\s\u00a0\u202f])/g,
    in: /^fr/,
    better: () => NBSP,
  },
  {
    problem: "doubled",
    code: "punctuation",
    form: /([,;:])\1+|(?<!\.)\.\.(?!\.)/g,
    better: (found) => found[0] ?? "",
  },
  {
    problem: "foreign-mark",
    code: "punctuation",
    form: /(?<=[\p{Script=Arabic}\p{M}\ufffc]) ?[,;?](?=\s|$|\p{Script=Arabic})/gu,
    in: /^ar/,
    better: (found) => ARABIC[found.trim()] ?? found,
  },
  {
    problem: "foreign-mark",
    code: "punctuation",
    form: /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[,.?!;](?=\s|$|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\ufffc])/gu,
    in: /^(ja|zh)/,
    // A Japanese comma between Chinese words separates the items of a list only.
    better: (found, locale) => (found === "," && /^zh/.test(locale) ? "，" : (WIDE[found] ?? found)),
  },
  { problem: "quotes", code: "spacing", form: /"[^"\n]*"/g },
  { problem: "quotes", code: "spacing", form: /“[^”“\n]*”/g, in: /^(de|fr|pl)/ },
];
const ARABIC: Readonly<Record<string, string>> = { ",": "،", ";": "؛", "?": "؟" };
const WIDE: Readonly<Record<string, string>> = { ",": "、", ".": "。", "?": "？", "!": "！", ";": "；" };

/** Check 22: spaces, brackets, quotes and punctuation as the language writes them. */
export function typography(target: Subject, source: Subject | null): readonly PlacedHit[] {
  const { locale } = target.key;
  const literals = literalsOf(target);
  const forms = FORMS.filter((form) => form.in?.test(locale) ?? !form.notIn?.test(locale));
  return [
    ...literals.flatMap((literal) => forms.flatMap((form) => formHits(literal, form, locale))),
    ...literals.flatMap(unpairedBrackets),
    ...(/^es/.test(locale) ? literals.flatMap(openingMarks) : []),
    ...(source && !/^(ja|zh)/.test(locale) ? lostQuestion(literals, literalsOf(source)) : []),
  ];
}

function formHits(
  literal: Literal,
  { problem, code, form, better }: Form,
  locale: string,
): readonly PlacedHit[] {
  const links = linksOfLiteral(literal);
  return [...literal.text.matchAll(form)].flatMap(({ 0: found, index }): readonly PlacedHit[] => {
    const span = { start: index, end: index + found.length };
    if (links.some(({ start, end }) => start <= span.start && span.start < end)) return [];
    const at = literal.place(span);
    const fixes = better ? [replaceFix("tidy", [{ ...at, text: better(found, locale) }])] : [];
    return [{ code, args: { problem }, block: literal.block, ...at, fixes }];
  });
}

const PAIRS: Readonly<Record<string, string>> = {
  "(": ")",
  "[": "]",
  "«": "»",
  "„": "“”",
  "「": "」",
  "『": "』",
  "（": "）",
  "【": "】",
};
const CLOSING = new Set(")]»」』）】");

function unpairedBrackets({ block, text, place }: Literal): readonly PlacedHit[] {
  const open: { readonly sign: string; readonly at: number }[] = [];
  const alone: number[] = [];
  [...text].reduce((at, sign) => {
    if (open.length > 0 && PAIRS[open.at(-1)?.sign ?? ""]?.includes(sign)) open.pop();
    else if (PAIRS[sign]) open.push({ sign, at });
    else if (CLOSING.has(sign)) alone.push(at);
    return at + sign.length;
  }, 0);
  return [...alone, ...open.map(({ at }) => at)].map((at) => ({
    code: "punctuation" as const,
    args: { problem: "unpaired" },
    block,
    ...place({ start: at, end: at + 1 }),
  }));
}

/** In Spanish a question or exclamation opens with a mark of its own. */
function openingMarks({ block, text, place }: Literal): readonly PlacedHit[] {
  return [..."?!"].flatMap((mark) => {
    const opening = mark === "?" ? "¿" : "¡";
    return [...text.matchAll(new RegExp(`[^.?!\\n${PLACEHOLDER}]*[${mark}]`, "gu"))]
      .filter(({ 0: found, index }) => !text.slice(0, index + found.length).includes(opening))
      .map(({ 0: found, index }) => ({
        code: "punctuation" as const,
        args: { problem: "opening-mark" },
        block,
        ...place(trimmed({ start: index, end: index + found.length }, text)),
      }));
  });
}

function lostQuestion(ours: readonly Literal[], theirs: readonly Literal[]): readonly PlacedHit[] {
  const asks = (literals: readonly Literal[]) => literals.some(({ text }) => /[?？؟]/.test(text));
  if (asks(ours) === asks(theirs)) return [];
  return [
    { code: "punctuation", args: { problem: asks(theirs) ? "lost-question" : "added-question" }, ...nowhere },
  ];
}

function trimmed({ start, end }: Span, text: string): Span {
  const lead = /^\s*/.exec(text.slice(start, end))?.[0].length ?? 0;
  return { start: start + lead, end };
}
