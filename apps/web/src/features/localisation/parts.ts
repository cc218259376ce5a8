/** Something that is written by hand, taken apart: what two people change in different parts does not meet. */
export type Parts = Readonly<Record<string, unknown>>;

/** The parts in which two differ. What is empty and what is not there are the same. */
export function differing(one: Parts, other: Parts): readonly string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].filter(
    (key) => JSON.stringify(one[key] ?? []) !== JSON.stringify(other[key] ?? []),
  );
}

export interface ThreeWays {
  /** What both began with. */
  readonly base: Parts;
  readonly mine: Parts;
  readonly theirs: Parts;
}

/** The parts that both changed, and not in the same way. */
export function clashing({ base, mine, theirs }: ThreeWays): readonly string[] {
  const moved = new Set(differing(base, theirs));
  const apart = new Set(differing(mine, theirs));
  return differing(base, mine).filter((key) => moved.has(key) && apart.has(key));
}

/** Both together: what only one of the two changed is kept, and of the rest the chosen one's. */
export function together(ways: ThreeWays, whose: "mine" | "theirs"): Parts {
  const { base, mine, theirs } = ways;
  const given = new Set(whose === "theirs" ? clashing(ways) : []);
  const kept = differing(base, mine).filter((key) => !given.has(key));
  return { ...theirs, ...Object.fromEntries(kept.map((key) => [key, mine[key]])) };
}
