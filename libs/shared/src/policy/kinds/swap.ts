import { overlaps } from "../../text/index.ts";
import { claimed } from "../claimed.ts";
import { kind } from "../kind.ts";
import { compileLexicons, type Matcher } from "../lexicon.ts";
import { words } from "../unit.ts";
import { isWithin } from "../when.ts";
import { termHit } from "./terms.ts";

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
    const matchers = new Map<string, Matcher>();
    return {
      scope: "sentence",
      find: (unit, scene) => {
        const matcher = matchers.get(scene.language) ?? swapMatcher(swaps, scene.language);
        matchers.set(scene.language, matcher);
        const taken = claimed(unit, scene);
        const hits = matcher.find(words(unit, scene)).get("swap") ?? [];
        return hits
          .filter((hit) => !taken.some((span) => overlaps(span, hit)))
          .map((hit) => termHit(hit, unit.text));
      },
    };
  },
});

function swapMatcher(swaps: SwapOptions["words"], language: string): Matcher {
  const swap = Object.entries(swaps)
    .filter(([tag]) => tag === "*" || isWithin(language, tag))
    .flatMap(([, pairs]) => Object.entries(pairs).map(([term, better]) => `${term} => ${better}`));
  return compileLexicons(language, { swap });
}
