import { kind, LEXICON } from "../kind.ts";
import type { LexiconHit } from "../lexicon.ts";
import type { Draft } from "../rule.ts";
import type { Scene } from "../scene.ts";
import { openTerms } from "./terms.ts";

interface RequireOptions {
  readonly lexicon: string;
  readonly when?: string;
}

/** A draft needs a term of one lexicon, always or once a term of another stands in it. */
export const requireKind = kind<RequireOptions>({
  cost: "idle",
  options: {
    lexicon: { ...LEXICON, description: "What has to be there" },
    when: { ...LEXICON, description: "Only in a draft with a term of this lexicon" },
  },
  required: ["lexicon"],
  make: ({ lexicon, when }) => ({
    scope: "draft",
    find: (draft, scene) => {
      if (draft.text.trim() === "" || firstTerm(draft, scene, lexicon)) return [];
      const at = draft.text.trimEnd().length;
      if (when === undefined) return [{ start: 0, end: at, score: 1, why: ["missing"], whole: true }];
      const cause = firstTerm(draft, scene, when);
      return cause ? [{ start: cause.start, end: cause.end, score: 1, why: ["missing"] }] : [];
    },
  }),
});

/** The first term of a lexicon in a draft, at its place in the draft. */
export function firstTerm(
  { units }: Draft,
  scene: Scene,
  lexicon: string,
): Pick<LexiconHit, "start" | "end"> | null {
  for (const { unit, start } of units) {
    const hit = openTerms(unit, scene, lexicon)[0];
    if (hit) return { start: hit.start + start, end: hit.end + start };
  }
  return null;
}
