import { overlaps } from "../../text/index.ts";
import { claimed } from "../claimed.ts";
import type { RawHit } from "../hit.ts";
import { kind, LEXICON } from "../kind.ts";
import type { LexiconHit } from "../lexicon.ts";
import type { Scene } from "../scene.ts";
import type { Schema } from "../schema.ts";
import { terms, type Unit, words } from "../unit.ts";

/** A lexicon that silences a hit when a term of it stands at most so many words before or after. */
export interface Unless {
  readonly lexicon: string;
  readonly before?: number;
  readonly after?: number;
}

interface TermsOptions {
  readonly lexicon: string;
  readonly unless?: Unless;
}

/** The schema of `Unless`. */
export const UNLESS: Schema = {
  type: "object",
  description: "Silent when a term of this lexicon stands so many words before or after, within a clause",
  properties: {
    lexicon: LEXICON,
    before: { type: "integer", minimum: 0, maximum: 20 },
    after: { type: "integer", minimum: 0, maximum: 20 },
  },
  required: ["lexicon"],
  additionalProperties: false,
};

/** Terms that should not stand in a reply. */
export const termsKind = kind<TermsOptions>({
  options: { lexicon: LEXICON, unless: UNLESS },
  required: ["lexicon"],
  make: ({ lexicon, unless }) => ({
    scope: "sentence",
    find: (unit, scene) =>
      openTerms(unit, scene, lexicon)
        .filter((hit) => !unless || !isNear(hit, unless, { unit, scene }))
        .map((hit) => termHit(hit, unit.text)),
  }),
});

/** What a rule reports for a term, with the better word in the case of the one it replaces. */
export function termHit({ start, end, better }: LexiconHit, text: string): RawHit {
  const term = text.slice(start, end);
  const replacement = better === undefined ? undefined : inCaseOf(term, better);
  return {
    start,
    end,
    score: 1,
    why: ["lexicon"],
    args: { term, ...(replacement !== undefined && { better: replacement }) },
    ...(replacement !== undefined && { replacement }),
  };
}

/** A capital first letter stays one. */
function inCaseOf(original: string, better: string): string {
  const first = original.charAt(0);
  return first === first.toLowerCase() ? better : better.charAt(0).toUpperCase() + better.slice(1);
}

/** The hits of a lexicon outside links and identifiers. */
export function openTerms(unit: Unit, scene: Scene, lexicon: string): readonly LexiconHit[] {
  const hits = terms(unit, scene, lexicon);
  if (hits.length === 0) return hits;
  const taken = claimed(unit, scene);
  return taken.length === 0 ? hits : hits.filter((hit) => !taken.some((span) => overlaps(span, hit)));
}

/** Characters that count as a word in scripts written without blanks. */
const UNSPACED = 3;

/** How many of `words` a word of the language takes: one, or some characters where blanks are not written. */
export const wordWidth = ({ language }: Pick<Scene, "language">): number =>
  /^(ja|zh)\b/.test(language) ? UNSPACED : 1;

/** Whether a term of a lexicon stands near a hit, with no comma or other break between them. */
export function isNear(
  hit: Pick<LexiconHit, "first" | "last">,
  { lexicon, before = 0, after = 0 }: Unless,
  { unit, scene }: { readonly unit: Unit; readonly scene: Scene },
): boolean {
  const all = words(unit, scene);
  const width = wordWidth(scene);
  return terms(unit, scene, lexicon).some((other) => {
    if (other.first >= hit.first && other.last <= hit.last) return true;
    const precedes = other.first < hit.first && hit.first - other.last <= before * width;
    const follows = other.last > hit.last && other.first - hit.last <= after * width;
    if (!precedes && !follows) return false;
    const from = Math.min(other.last, hit.last);
    const to = Math.max(other.first, hit.first);
    return !all.slice(from + 1, to + 1).some(({ joined }) => !joined);
  });
}
