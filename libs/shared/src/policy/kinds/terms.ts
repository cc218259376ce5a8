import { overlaps } from "../../text/index.ts";
import { claimed } from "../claimed.ts";
import { kind, LEXICON } from "../kind.ts";
import type { LexiconHit } from "../lexicon.ts";
import type { Scene } from "../scene.ts";
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

/** Terms that should not stand in a reply. */
export const termsKind = kind<TermsOptions>({
  options: {
    lexicon: LEXICON,
    unless: {
      type: "object",
      description: "Silent when a term of this lexicon stands so many words before or after, within a clause",
      properties: {
        lexicon: LEXICON,
        before: { type: "integer", minimum: 0, maximum: 20 },
        after: { type: "integer", minimum: 0, maximum: 20 },
      },
      required: ["lexicon"],
      additionalProperties: false,
    },
  },
  required: ["lexicon"],
  make: ({ lexicon, unless }) => ({
    scope: "sentence",
    find: (unit, scene) =>
      openTerms(unit, scene, lexicon)
        .filter((hit) => !unless || !isSilenced(hit, unless, { unit, scene }))
        .map(({ start, end }) => ({
          start,
          end,
          score: 1,
          why: [`lexicon`],
          args: { term: unit.text.slice(start, end) },
        })),
  }),
});

/** The hits of a lexicon outside links and identifiers. */
export function openTerms(unit: Unit, scene: Scene, lexicon: string): readonly LexiconHit[] {
  const hits = terms(unit, scene, lexicon);
  if (hits.length === 0) return hits;
  const taken = claimed(unit, scene);
  return taken.length === 0 ? hits : hits.filter((hit) => !taken.some((span) => overlaps(span, hit)));
}

/** Whether a term of the `unless` lexicon stands near a hit, with no comma or other break between them. */
export function isSilenced(
  hit: LexiconHit,
  { lexicon, before = 0, after = 0 }: Unless,
  { unit, scene }: { readonly unit: Unit; readonly scene: Scene },
): boolean {
  const all = words(unit, scene);
  return terms(unit, scene, lexicon).some((other) => {
    const inside = other.first >= hit.first && other.last <= hit.last;
    const precedes = other.last < hit.first && hit.first - other.last <= before;
    const follows = other.first > hit.last && other.first - hit.last <= after;
    const from = Math.min(other.last, hit.last);
    const to = Math.max(other.first, hit.first);
    const broken = all.slice(from + 1, to + 1).some(({ joined }) => !joined);
    return inside || ((precedes || follows) && !broken);
  });
}
