import type { Block } from "@parley/shared/template";
import { paired } from "../variant/align.ts";
import { readable } from "../variant/words.ts";

/** One part before and after; empty where it was not there. */
export interface ComparedPart {
  /** Counted from 1, as it stands after; as it stood before where it has gone. */
  readonly n: number;
  readonly key: string;
  readonly before: string;
  readonly after: string;
}

/** Parts before and after: equal ones belong together, and what stands between two of them is compared in order. */
export function comparedParts(before: readonly Block[], after: readonly Block[]): readonly ComparedPart[] {
  const [old, fresh] = [readable(before), readable(after)];
  return paired(old, fresh, (one, other) => one === other).map(({ left, right }) => ({
    n: (right ?? left ?? 0) + 1,
    key: `${left} ${right}`,
    before: left === null ? "" : (old[left] ?? ""),
    after: right === null ? "" : (fresh[right] ?? ""),
  }));
}
