import { overlaps } from "../../text/index.ts";
import { claimed } from "../claimed.ts";
import { kind } from "../kind.ts";
import { compileLexicons, type Matcher } from "../lexicon.ts";
import { words } from "../unit.ts";
import { isWithin } from "../when.ts";

interface SwapOptions {
  readonly words: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Terms with a better word: the brand's own, or the plainer one. */
export const swapKind = kind<SwapOptions>({
  options: {
    words: {
      type: "object",
      description: "By language (`*` for all): the term, and what to write instead",
      additionalProperties: { type: "object", additionalProperties: { type: "string", minLength: 1 } },
    },
  },
  required: ["words"],
  make: ({ words: swaps }) => {
    const matchers = new Map<string, readonly Matcher[]>();
    return {
      scope: "sentence",
      find: (unit, scene) => {
        const known = matchers.get(scene.language) ?? swapMatchers(swaps, scene.language);
        matchers.set(scene.language, known);
        const taken = claimed(unit, scene);
        return known
          .flatMap((matcher) => [...matcher.find(words(unit, scene))])
          .flatMap(([better, hits]) => hits.map((hit) => ({ ...hit, better })))
          .filter((hit) => !taken.some((span) => overlaps(span, hit)))
          .map(({ start, end, better }) => {
            const text = unit.text.slice(start, end);
            const replacement = inCaseOf(text, better);
            return {
              start,
              end,
              score: 1,
              why: ["lexicon"],
              replacement,
              args: { term: text, better: replacement },
            };
          });
      },
    };
  },
});

/** The better word takes the lexicon's place, so that a hit tells it. */
function swapMatchers(swaps: SwapOptions["words"], language: string): readonly Matcher[] {
  return Object.entries(swaps)
    .filter(([tag]) => tag === "*" || isWithin(language, tag))
    .map(([, pairs]) => {
      const byBetter: Record<string, string[]> = {};
      for (const [term, better] of Object.entries(pairs))
        byBetter[better] = [...(byBetter[better] ?? []), term];
      return compileLexicons(language, byBetter);
    });
}

/** A capital first letter stays one. */
function inCaseOf(original: string, better: string): string {
  const first = original.charAt(0);
  const capital = first !== first.toLowerCase();
  return capital ? better.charAt(0).toUpperCase() + better.slice(1) : better;
}
