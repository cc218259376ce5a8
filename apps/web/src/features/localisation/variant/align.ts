import type { Block } from "@parley/shared/template";
import type { DraftBlock } from "./words.ts";

/** Two lists side by side: an index of each, null where the other has nothing. */
export interface Pair {
  readonly left: number | null;
  readonly right: number | null;
}

/**
 * Lists side by side. Equal entries are anchors; what stands between two anchors is paired in order, so that one entry
 * more or less on one side does not push all others out of line.
 */
export function paired<A, B>(
  left: readonly A[],
  right: readonly B[],
  same: (one: A, other: B) => boolean,
): readonly Pair[] {
  const pairs: Pair[] = [];
  let [from, to] = [0, 0];
  const upTo = (leftEnd: number, rightEnd: number) => {
    for (let step = 0; step < Math.max(leftEnd - from, rightEnd - to); step += 1)
      pairs.push({
        left: from + step < leftEnd ? from + step : null,
        right: to + step < rightEnd ? to + step : null,
      });
    [from, to] = [leftEnd, rightEnd];
  };
  left.forEach((one, index) => {
    const found = right.findIndex((other, at) => at >= to && same(one, other));
    if (found < 0) return;
    upTo(index, found);
    upTo(index + 1, found + 1);
  });
  upTo(left.length, right.length);
  return pairs;
}

/** A part of the source beside its part of the target. */
export interface AlignedRow {
  readonly source: { readonly index: number; readonly block: Block } | null;
  readonly target: { readonly index: number; readonly draft: DraftBlock } | null;
}

/** Parts of a text beside those of its source; shared parts of one name belong together. */
export function aligned(source: readonly Block[], target: readonly DraftBlock[]): readonly AlignedRow[] {
  const same = (one: Block, { block }: DraftBlock) =>
    one.kind === "shared" && block.kind === "shared" && one.block === block.block;
  return paired(source, target, same).map(({ left, right }) => {
    const block = left === null ? undefined : source[left];
    const draft = right === null ? undefined : target[right];
    return {
      source: block && left !== null ? { index: left, block } : null,
      target: draft && right !== null ? { index: right, draft } : null,
    };
  });
}
