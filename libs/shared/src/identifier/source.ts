import type { Span } from "../text/index.ts";
import type { Reading } from "./reading.ts";
import type { Chunk } from "./scan.ts";
import type { Step } from "./walk.ts";
import type { Words } from "./words.ts";

/** What every detector looks at: the folded text, its chunks and what is known around them. */
export interface Source {
  readonly text: string;
  readonly chunks: readonly Chunk[];
  readonly reading: Reading;
  readonly words: Words;
  /** All words of the text, read when first asked for. */
  readonly walk: () => readonly Step[];
  readonly orderNumbers: readonly string[];
  /** The brand's countries; empty when any will do. */
  readonly countries: ReadonlySet<string>;
  /** The same as one word, for what is remembered between texts. */
  readonly countriesKey: string;
  /** The stretch of the text without blanks and marks around it: a number that fills it stands alone. */
  readonly whole: Span;
}

const WORD = /[A-Za-z0-9_\u00c0-\u024f]/;

/** Nothing but blanks and marks is glued to the stretch: no letters, no `@` or `#` of a handle or hashtag. */
export function standsFree(text: string, start: number, end: number): boolean {
  const before = text[start - 1] ?? " ";
  const after = text[end] ?? " ";
  return !(WORD.test(before) || before === "@" || before === "#" || before === "&") && !WORD.test(after);
}

export const isAlone = ({ whole }: Source, start: number, end: number): boolean =>
  start <= whole.start && end >= whole.end;
