import { overlaps, type Span } from "../../text/index.ts";
import { claimed } from "../claimed.ts";
import type { RawHit } from "../hit.ts";
import { kind } from "../kind.ts";

interface CapitalsOptions {
  readonly word?: number;
  readonly run?: number;
}

const RUN =
  /(?<![\p{L}\p{N}#@/._-])\p{Lu}[\p{Lu}\p{M}'’]+(?:[\s-]+\p{Lu}[\p{Lu}\p{M}'’]+)*(?![\p{L}\p{N}@]|[./_-]\p{L})/gu;

/** Words in capitals: a long one, or several in a row. Abbreviations are shorter. */
export const capitalsDetector = kind<CapitalsOptions>({
  options: {
    word: {
      type: "integer",
      minimum: 4,
      maximum: 30,
      description: "Letters of a single word in capitals; 7 when missing",
    },
    run: {
      type: "integer",
      minimum: 4,
      maximum: 60,
      description: "Letters of several words in a row; 8 when missing",
    },
  },
  make: ({ word = 7, run = 8 }) => ({
    scope: "sentence",
    find: (unit, scene) => {
      const runs = [...unit.text.matchAll(RUN)].filter(([text]) => {
        const letters = text.match(/\p{Lu}/gu)?.length ?? 0;
        return letters >= (/[\s-]/.test(text) ? run : word);
      });
      if (runs.length === 0) return [];
      const taken = claimed(unit, scene);
      return runs
        .map((match): Span & { readonly text: string } => ({
          start: match.index,
          end: match.index + match[0].length,
          text: match[0],
        }))
        .filter((span) => !taken.some((other) => overlaps(other, span)))
        .map(({ start, end, text }) => shouted({ start, end }, text, scene.language));
    },
  }),
});

function shouted({ start, end }: Span, text: string, language: string): RawHit {
  const lower = text.toLocaleLowerCase(language === "tr" ? "tr" : "en");
  // German nouns bear a capital and nothing tells which words are nouns: the first letter keeps its case.
  const spoken =
    start === 0 || language.startsWith("de") ? lower.replace(/(?<!\p{L})\p{L}/u, upper(language)) : lower;
  return { start, end, score: 0.8, why: ["capitals"], args: { term: text }, replacement: spoken };
}

const upper =
  (language: string) =>
  (letter: string): string =>
    letter.toLocaleUpperCase(language === "tr" ? "tr" : "en");
