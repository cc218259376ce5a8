import { kind, LEXICON } from "../kind.ts";
import { firstTerm } from "./require.ts";

interface OrderOptions {
  readonly first: string;
  readonly next: string;
}

/** What has to come first: a term of `next` before the first of `first` is a finding when both are there. */
export const orderKind = kind<OrderOptions>({
  cost: "idle",
  options: { first: LEXICON, next: LEXICON },
  required: ["first", "next"],
  make: ({ first, next }) => ({
    scope: "draft",
    find: (draft, scene) => {
      const early = firstTerm(draft, scene, next);
      const late = firstTerm(draft, scene, first);
      if (!early || !late || late.start <= early.start) return [];
      return [{ start: early.start, end: early.end, score: 1, why: ["order"] }];
    },
  }),
});
