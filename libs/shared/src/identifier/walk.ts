import { lower } from "./near.ts";
import type { Words } from "./words.ts";

/** A word of the text in lower case. */
export interface Step {
  readonly start: number;
  readonly end: number;
  readonly word: string;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
/** Letters of any script: in ASCII by their codes, beyond it all but the general punctuation and symbols. */
const isLetter = (code: number): boolean =>
  code < 128
    ? (code | 32) >= 97 && (code | 32) <= 122
    : code >= 170 &&
      !(code >= 0x2000 && code <= 0x2fff) &&
      !(code >= 0x3000 && code <= 0x303f) &&
      code < 0xff00;
const isUnspaced = (code: number): boolean =>
  (code >= 0x3040 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7af);

/**
 * The words that matter when something is written out: names of digits, words for `@` and the full stop, streets, and
 * any word before a number. A character of a script without blanks is a word by itself if a digit's name has it.
 */
export function walkOf(text: string, words: Words): readonly Step[] {
  const steps: Step[] = [];
  for (let at = 0; at < text.length; ) {
    const end = endOf(text, at);
    const word = end > at ? lower(text.slice(at, end)) : "";
    if (word !== "" && (words.marked.has(word) || leadsToNumber(text, end)))
      steps.push({ start: at, end, word });
    at = Math.max(end, at + 1);
  }
  return steps;
}

/** The end of the word that begins at `start`; `start` itself where none does. */
function endOf(text: string, start: number): number {
  if (isUnspaced(text.charCodeAt(start))) return start + 1;
  let end = start;
  while (end < text.length && isLetter(text.charCodeAt(end)) && !isUnspaced(text.charCodeAt(end))) end += 1;
  return end;
}

/** A number follows after a full stop, a comma and a blank at most. */
function leadsToNumber(text: string, end: number): boolean {
  for (let at = end; at < end + 3; at += 1) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) return at > end;
    if (code !== 32 && code !== 44 && code !== 46) return false;
  }
  return false;
}
