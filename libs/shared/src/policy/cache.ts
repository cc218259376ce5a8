import { createUnit, type Unit } from "./unit.ts";

/** Units in use, by their text. The ones not asked for in a while are forgotten. */
export interface UnitCache {
  readonly unit: (text: string) => Unit;
}

const MOST_UNITS = 500;
const MOST_CHARACTERS = 200_000;

/** Two generations: a unit asked for moves to the young one; when that is full, the old one is dropped. */
export function createUnitCache(): UnitCache {
  let young = new Map<string, Unit>();
  let old = new Map<string, Unit>();
  let characters = 0;
  const add = (unit: Unit): void => {
    if (young.size >= MOST_UNITS || characters > MOST_CHARACTERS) {
      old = young;
      young = new Map();
      characters = 0;
    }
    young.set(unit.text, unit);
    characters += unit.text.length;
  };
  return {
    unit: (text) => {
      const known = young.get(text);
      if (known) return known;
      const unit = old.get(text) ?? createUnit(text);
      add(unit);
      return unit;
    },
  };
}
