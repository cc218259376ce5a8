import { SENSITIVE } from "../heard.ts";
import { kind } from "../kind.ts";
import { openTerms } from "../kinds/terms.ts";
import type { LexiconHit } from "../lexicon.ts";
import type { Draft } from "../rule.ts";
import type { Scene } from "../scene.ts";
import { terms, type Unit } from "../unit.ts";

/** Sends the customer to another desk although the matter could be answered here. */
export const redirectDetector = kind<Readonly<Record<never, never>>>({
  cost: "idle",
  options: {},
  reads: ["redirect", "redirect.here", "sensitive", "negation"],
  make: () => ({
    scope: "draft",
    find: (draft, scene) =>
      draft.context.sensitive || speaksOfSecrets(draft, scene)
        ? []
        : draft.units.flatMap(({ unit, start }) =>
            redirects(unit, scene).map((hit) => ({
              start: hit.start + start,
              end: hit.end + start,
              score: 0.7,
              why: ["nothing-sensitive"],
              args: { term: unit.text.slice(hit.start, hit.end) },
            })),
          ),
  }),
});

/** Where a sentence sends the customer elsewhere. The private side of the same channel is no other desk. */
const redirects = (unit: Unit, scene: Scene): readonly LexiconHit[] =>
  terms(unit, scene, "redirect.here").length > 0 ? [] : openTerms(unit, scene, "redirect");

/** Whether personal data or money is what the draft is about: then another place is the right one. */
const speaksOfSecrets = ({ units }: Draft, scene: Scene): boolean =>
  units.some(({ unit }) => SENSITIVE.some((lexicon) => terms(unit, scene, lexicon).length > 0));
