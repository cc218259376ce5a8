import { overlaps } from "../../text/index.ts";
import type { RawHit } from "../hit.ts";
import { kind } from "../kind.ts";
import { fact } from "../unit.ts";

interface VariableOptions {
  readonly sure: boolean;
}

/** What templates of this and other tools leave behind when a variable has no value. */
const SURE: readonly (readonly [code: string, form: RegExp])[] = [
  ["braces", /\{\{[^{}\n]{0,60}\}\}|\{%[^{}\n]{0,60}%\}/g],
  ["braces", /[$#]\{[^{}\n]{0,60}\}|\{[$.#/][^{}\n]{0,60}\}/g],
  ["printf", /(?<![\d%])%(?:\d\$)?[sd@](?![\p{Script=Latin}\p{N}])/gu],
  ["code", /<%[^%\n]{0,60}%>|\[object Object\]|(?<![\p{L}\p{N}])(?:undefined|NaN)(?![\p{L}\p{N}])/gu],
];

/** What people write where a value belongs. */
const SUSPECT: readonly (readonly [code: string, form: RegExp])[] = [
  ["braces", /(?<![{$#])\{[\p{L}_][\p{L}\p{N}_ .-]{0,40}\}(?!\})/gu],
  ["brackets", /\[[\p{L}_][\p{L}\p{M}\p{N}_ '’./-]{1,40}\](?!\()/gu],
  ["brackets", /<[\p{L}_][\p{L}\p{M}\p{N}_ '’-]{1,40}>|【[^】\n]{1,20}】(?=様|さん|您|先生)/gu],
  ["blank", /(?<![\p{L}\p{N}])(?:[xX]{3,}|_{3,}|\?{4,})(?![\p{L}\p{N}])|[○〇]{2,}/gu],
  ["empty", /(?<=\p{L}) (?=,)/gu],
];

/** Any of these characters has to be there for a form to be. */
const HINTS: Readonly<Record<string, RegExp>> = {
  sure: /[{%<[]|undefined|NaN/,
  suspect: /[{[<【_?○〇]|[xX]{3}| ,/,
};

/** Variables without a value: marked by the template engine, or recognised by their form. */
export const variableDetector = kind<VariableOptions>({
  options: {
    sure: {
      type: "boolean",
      description: "Forms that cannot be anything else; otherwise forms people write by hand",
    },
  },
  required: ["sure"],
  make: ({ sure }) => {
    const formsIn = sure ? sureForms : suspectForms;
    return {
      scope: "draft",
      find: ({ units, context }, scene) => {
        const marks = (sure ? (context.placeholders ?? []) : []).map(({ start, end }) => ({
          start,
          end,
          score: 1,
          why: ["marked"],
        }));
        const forms = units.flatMap(({ unit, start }) =>
          formsIn(unit, scene).map((hit) => ({ ...hit, start: hit.start + start, end: hit.end + start })),
        );
        return [...marks, ...forms.filter((form) => !marks.some((mark) => overlaps(mark, form)))];
      },
    };
  },
});

const sureForms = fact(({ text }) => formsOf(text, true));
const suspectForms = fact(({ text }) => formsOf(text, false));

function formsOf(text: string, sure: boolean): readonly RawHit[] {
  if (!HINTS[sure ? "sure" : "suspect"]?.test(text)) return [];
  const hits: RawHit[] = [];
  const matches = (sure ? SURE : SUSPECT).flatMap(([code, form]) =>
    [...text.matchAll(form)].map((match) => ({ code, term: match[0], start: match.index })),
  );
  for (const { code, term, start } of matches) {
    const end = start + term.length;
    if (hits.some((known) => overlaps(known, { start, end }))) continue;
    hits.push({ start, end, score: sure ? 0.95 : 0.7, why: [code], args: { term: term.trim() } });
  }
  return hits;
}
