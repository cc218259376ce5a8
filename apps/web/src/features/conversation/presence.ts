/** What a colleague does in a conversation, and when they last said so. */
export interface Present {
  readonly memberId: string;
  readonly doing: "viewing" | "writing";
  /** Milliseconds of the page's clock. */
  readonly at: number;
}

/** Everyone says again what they do at least this often, in milliseconds. */
export const SAY_AGAIN_MS = 15_000;
/** Who has not said anything for two rounds and a bit has gone, whatever became of their goodbye. */
const GONE_MS = 2 * SAY_AGAIN_MS + 5000;

/** Who is there after one has said what they do. */
export function heard(
  present: readonly Present[],
  {
    memberId,
    doing,
    at,
  }: { readonly memberId: string; readonly doing: Present["doing"] | "gone"; readonly at: number },
): readonly Present[] {
  const others = present.filter((other) => other.memberId !== memberId);
  return doing === "gone" ? others : [...others, { memberId, doing, at }];
}

/** Who is still there. The same list when nobody has gone. */
export function stillThere(present: readonly Present[], now: number): readonly Present[] {
  const there = present.filter(({ at }) => now - at < GONE_MS);
  return there.length === present.length ? present : there;
}
