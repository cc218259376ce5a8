import type { Span } from "../text/index.ts";
import type { RawHit } from "./hit.ts";
import type { LexiconHit } from "./lexicon.ts";
import type { SeverityCase } from "./pack.ts";
import type { Scene } from "./scene.ts";
import { type Word, wordsOf } from "./words.ts";

/** A sentence of a draft with what has been found out about it. It lives in the cache for as long as its text is in use. */
export interface Unit {
  readonly text: string;
  /** What the sentence rules up to a cost found, by the number of the cost; missing while they have not run. */
  readonly found: (readonly FoundHit[] | undefined)[];
  /** By the number of the fact. */
  readonly facts: unknown[];
}

/** A hit of a rule, by the rule's number in the plan, and how grave it is. */
export interface FoundHit {
  readonly rule: number;
  readonly gravity: SeverityCase;
  readonly hit: RawHit;
}

export const createUnit = (text: string): Unit => ({ text, found: [], facts: [] });

/** A unit at its place in a draft. */
export interface PlacedUnit extends Span {
  readonly unit: Unit;
}

/** Something worked out once per unit. */
export type Fact<T> = (unit: Unit, scene: Scene) => T;

let facts = 0;

/** Make a fact of a computation: it runs once per unit. A unit belongs to one scene. */
export function fact<T>(compute: (unit: Unit, scene: Scene) => T): Fact<T> {
  const number = facts;
  facts += 1;
  return (unit, scene) => {
    const known = unit.facts[number];
    if (known !== undefined) return known as T;
    const value = compute(unit, scene);
    unit.facts[number] = value;
    return value;
  };
}

/** The unit's words. */
export const words: Fact<readonly Word[]> = fact((unit, { language }) =>
  wordsOf(unit.text, language === "tr"),
);

const allTerms = fact((unit, scene) => scene.matcher.find(words(unit, scene)));

/** Where the terms of a lexicon stand in the unit. */
export const terms = (unit: Unit, scene: Scene, lexicon: string): readonly LexiconHit[] =>
  allTerms(unit, scene).get(lexicon) ?? [];
