import type { Span } from "../text/index.ts";
import type { RawHit } from "./hit.ts";
import type { Surroundings } from "./pack.ts";
import type { Scene } from "./scene.ts";
import { terms, type Unit, words } from "./unit.ts";

/** Silence hits near an excluding term, and mark those near a boosting one with `context-word`. */
export function surrounded(
  hits: readonly RawHit[],
  { boost, exclude, windowWords }: Surroundings,
  { unit, scene }: { readonly unit: Unit; readonly scene: Scene },
): readonly RawHit[] {
  if (hits.length === 0) return hits;
  const near = (hit: RawHit, lexicon: string): boolean =>
    terms(unit, scene, lexicon).some((term) => wordsBetween(unit, scene, [hit, term]) <= windowWords);
  return hits
    .filter((hit) => exclude === undefined || !near(hit, exclude))
    .map((hit) =>
      boost !== undefined && near(hit, boost)
        ? { ...hit, score: Math.min(1, hit.score + 0.3), why: [...hit.why, "context-word"] }
        : hit,
    );
}

/** How many words stand between two stretches of a unit; 0 when they touch or overlap. */
export function wordsBetween(unit: Unit, scene: Scene, [a, b]: readonly [Span, Span]): number {
  const [from, to] = a.start <= b.start ? [a.end, b.start] : [b.end, a.start];
  return words(unit, scene).filter(({ start, end }) => start >= from && end <= to).length;
}
