import type { RawHit } from "../hit.ts";
import { kind } from "../kind.ts";
import { firstTerm } from "../kinds/require.ts";
import { openTerms } from "../kinds/terms.ts";
import type { Draft } from "../rule.ts";
import type { Scene } from "../scene.ts";

/** A page to go on from is a next step. */
const PAGE = /https?:\/\/\S/;

/** The brand's own policy on saying sorry: never, only with a remedy, or expected after a complaint. */
export const apologyDetector = kind<Readonly<Record<never, never>>>({
  cost: "idle",
  options: {},
  reads: ["apology", "remedy"],
  make: () => ({
    scope: "draft",
    find: (draft, scene) => {
      const { apology } = scene.brand;
      if (apology === "free" || draft.text.trim() === "") return [];
      const apologies = apologiesIn(draft, scene);
      if (apology === "never")
        return apologies.map((hit) => ({ ...hit, variant: "never", why: ["brand-policy"] }));
      if (apology === "after-complaint") return apologies.length > 0 ? [] : expected(draft, scene);
      return hasNextStep(draft, scene) ? [] : apologies.slice(0, 1).map((hit) => bare(hit, draft, scene));
    },
  }),
});

const hasNextStep = (draft: Draft, scene: Scene): boolean =>
  PAGE.test(draft.text) || firstTerm(draft, scene, "remedy") !== null;

/** An apology that nothing follows. */
const bare = (hit: RawHit, draft: Draft, scene: Scene): RawHit => ({
  ...hit,
  variant: "without-remedy",
  why: ["brand-policy"],
  insertion: remedyAt(draft, scene),
});

/** What the fix writes after the draft's last sentence. */
function remedyAt({ text }: Draft, { texts }: Scene): { readonly at: number; readonly text: string } {
  return { at: text.trimEnd().length, text: texts["next-step"] ?? "" };
}

function expected({ text, context }: Draft, { texts }: Scene): readonly RawHit[] {
  if (!context.complaint) return [];
  const hit: RawHit = {
    start: 0,
    end: text.trimEnd().length,
    score: 0.8,
    why: ["complaint"],
    variant: "expected",
    whole: true,
  };
  return [texts.apology ? { ...hit, insertion: { at: 0, text: texts.apology } } : hit];
}

/** Apologies at their place in the draft; the fix `delete` takes the whole sentence. */
function apologiesIn({ units }: Draft, scene: Scene): readonly RawHit[] {
  return units.flatMap(({ unit, start, end }) =>
    openTerms(unit, scene, "apology")
      .slice(0, 1)
      .map((hit) => ({
        start: hit.start + start,
        end: hit.end + start,
        score: 1,
        why: ["lexicon"],
        args: { term: unit.text.slice(hit.start, hit.end) },
        removal: { start, end: end - (unit.text.length - unit.text.trimEnd().length) },
      })),
  );
}
