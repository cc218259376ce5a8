/** A use of a label, and what was around it: `visibility:public`, `platform:network`, `agent:me`, `after:delay`. */
export interface Use {
  readonly label: string;
  readonly traits: readonly string[];
}

/** What speaks for or against a label beside the words of the message. */
export interface Circumstances {
  readonly traits: readonly string[];
  /** Labels used in this conversation already: said twice they help less. */
  readonly usedHere: ReadonlySet<string>;
  /** Labels whose text is behind its source, and by how much. */
  readonly stale: ReadonlyMap<string, "wording" | "contract">;
}

/** A factor for each label's score. */
export type Lean = (label: string) => number;

const SAID_ALREADY = 0.4;
const STALE = { wording: 0.8, contract: 0.3 };
/** So many uses are taken for granted at a label's usual share, so that a few do not decide. */
const TAKEN_FOR_GRANTED = 10;
/** No circumstance outweighs the message itself. */
const STRONGEST = 2;

/** What past uses tell about labels under circumstances. */
export function createHabits(uses: readonly Use[]): (here: Circumstances) => Lean {
  const counts = new Map<string, number>();
  const totals = new Map<string, number>();
  const count = (name: string, map: Map<string, number>) => map.set(name, (map.get(name) ?? 0) + 1);
  for (const { label, traits } of uses) {
    count(label, counts);
    for (const trait of traits) {
      count(trait, totals);
      count(`${trait} ${label}`, counts);
    }
  }

  /** How much more often than usual a label is used where a trait is. */
  function moreOften(label: string, trait: string): number {
    const usual = (counts.get(label) ?? 0) / (uses.length || 1);
    if (usual === 0) return 1;
    const there = (counts.get(`${trait} ${label}`) ?? 0) + TAKEN_FOR_GRANTED * usual;
    return there / ((totals.get(trait) ?? 0) + TAKEN_FOR_GRANTED) / usual;
  }

  return ({ traits, usedHere, stale }) =>
    (label) => {
      const habit = traits.reduce((factor, trait) => factor * moreOften(label, trait), 1);
      const state = stale.get(label);
      return (
        Math.min(STRONGEST, Math.max(1 / STRONGEST, habit)) *
        (usedHere.has(label) ? SAID_ALREADY : 1) *
        (state ? STALE[state] : 1)
      );
    };
}
