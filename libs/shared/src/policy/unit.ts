import type { Span } from "../text/index.ts";
import type { RawHit } from "./hit.ts";
import type { LexiconHit } from "./lexicon.ts";
import type { Scene } from "./scene.ts";
import { type Word, wordsOf } from "./words.ts";

/** A sentence of a draft with what has been found out about it. It lives in the cache for as long as its text is in use. */
export interface Unit {
  readonly text: string;
  /** What each finder found, by the rule's number; missing while it has not run. */
  readonly hits: (readonly RawHit[] | undefined)[];
  readonly facts: Map<symbol, unknown>;
}

export const createUnit = (text: string): Unit => ({ text, hits: [], facts: new Map() });

/** A unit at its place in a draft. */
export interface PlacedUnit extends Span {
  readonly unit: Unit;
}

/** Something worked out once per unit. */
export type Fact<T> = (unit: Unit, scene: Scene) => T;

/** Make a fact of a computation: it runs once per unit and scene. */
export function fact<T>(name: string, compute: (unit: Unit, scene: Scene) => T): Fact<T> {
  const key = Symbol(name);
  return (unit, scene) => {
    if (unit.facts.has(key)) return unit.facts.get(key) as T;
    const value = compute(unit, scene);
    unit.facts.set(key, value);
    return value;
  };
}

/** The unit's words. */
export const words: Fact<readonly Word[]> = fact("words", (unit, { language }) =>
  wordsOf(unit.text, language === "tr"),
);

const allTerms = fact("terms", (unit, scene) => scene.matcher.find(words(unit, scene)));

/** Where the terms of a lexicon stand in the unit. */
export const terms = (unit: Unit, scene: Scene, lexicon: string): readonly LexiconHit[] =>
  allTerms(unit, scene).get(lexicon) ?? [];
