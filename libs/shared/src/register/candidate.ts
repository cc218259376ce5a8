import type { Span } from "../text/index.ts";

/** A place of a text that may tell its register, with all that the model may know about it. */
export interface Candidate extends Span {
  /** Its classes, joined by `+`. */
  readonly kind: string;
  /** Inside quotation marks or a quoted line: somebody else's words. */
  readonly quoted: boolean;
  /** What stands there and around it, in the order of the reader's `slots`; no blanks. */
  readonly slots: readonly string[];
}

/** Finds the candidates of a text in one language. */
export interface Reader {
  readonly read: (text: string) => Candidate[];
  /** Features by name: each joins the slots with these numbers. */
  readonly templates: Readonly<Record<string, readonly number[]>>;
}
