import type { Span } from "../text/index.ts";
import type { Edit } from "./finding.ts";

/** Text to be added at a place. */
export interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** What a finder reports: a place, why, and what its fixes may use. Offsets count from where the finder's text begins. */
export interface RawHit extends Span {
  readonly score: number;
  /** Codes of `findings.json`. */
  readonly why: readonly string[];
  readonly entity?: string;
  /** Told apart in the words of the finding: `RULE.VARIANT`. */
  readonly variant?: string;
  readonly args?: Readonly<Record<string, string>>;
  /** The hit is about the draft as a whole, so that its identity does not depend on words. */
  readonly whole?: boolean;
  /** What stands there instead after the fix `replace`. */
  readonly replacement?: string;
  /** What the fix `replace` changes instead, in the draft's offsets, when one place alone would not mend it. */
  readonly edits?: readonly Edit[];
  /** What the fix `mask` leaves. */
  readonly masked?: string;
  /** What the fix `delete` takes away, when that is more than the hit. */
  readonly removal?: Span;
  /** What the fix `insert` adds. */
  readonly insertion?: Insertion;
}
