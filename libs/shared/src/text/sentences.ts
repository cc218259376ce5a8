import { BEFORE_NUMBER, MAYBE_LAST, MONTHS, NEVER_LAST } from "./abbreviations.ts";
import type { Span } from "./span.ts";

const line = /[\n\r\u2028\u2029\u0085\v\f]/u;
const marks = /[.!?…‼⁇⁈⁉؟۔。！？｡．।॥።։។။]+/u;
/** Quotes, brackets and emoji that close a sentence after its mark. */
const closing =
  /(?:["'”’»›)\]}」』）】》〉]|\p{Extended_Pictographic}(?:\p{M}|\p{Emoji_Modifier}|\u200d)*)*/u;
const ends = new RegExp(`(?<line>${line.source})|(?<mark>${marks.source})(?<close>${closing.source})`, "gu");
/** A sentence ends after these without a blank. */
const closesAtOnce = /[。！？｡।॥።။។۔]$/u;
/** Scripts written without blanks: an ASCII mark before one of their letters ends the sentence too. */
const unspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const blanks = /\s*/y;
const opening = /^[\s"'“‘«‹([{¿¡„「『（*_#-]+/u;

/**
 * Cut a text into sentences that cover all of it, blanks after a sentence included. Each cut depends on a few
 * characters around it only, so an edit leaves the sentences that do not touch it as they are.
 */
export function sentences(text: string): readonly Span[] {
  const found: Span[] = [];
  let start = 0;
  ends.lastIndex = skipBlanks(text, 0);
  for (let match = ends.exec(text); match; match = ends.exec(text)) {
    // Stray marks before the first word belong to the sentence that follows.
    if (match.index === start || !endsSentence(text, match)) continue;
    const end = skipBlanks(text, ends.lastIndex);
    found.push({ start, end });
    start = end;
    ends.lastIndex = end;
  }
  if (start < text.length) found.push({ start, end: text.length });
  return found;
}

function skipBlanks(text: string, from: number): number {
  blanks.lastIndex = from;
  blanks.test(text);
  return blanks.lastIndex;
}

function endsSentence(text: string, match: RegExpExecArray): boolean {
  const { line: broken, mark = "", close = "" } = match.groups ?? {};
  if (broken !== undefined) return true;
  const after = match.index + mark.length + close.length;
  if (after >= text.length || closesAtOnce.test(mark)) return true;
  const next = text.slice(after, after + 24);
  if (unspaced.test(next)) return mark !== "." && !mark.includes("…");
  if (!/^\s/.test(next)) return false;
  if (!/^[.…．]+$/.test(mark)) return true;
  const following = next.replace(opening, "");
  return mark === "." ? stopEnds(text, match.index, following) : !beginsSmall(following);
}

const beginsSmall = (text: string): boolean => /^\p{Ll}/u.test(text);

/** Whether the full stop at `at`, which a blank follows, ends the sentence. */
function stopEnds(text: string, at: number, following: string): boolean {
  const before = /\S*$/.exec(text.slice(Math.max(0, at - 24), at))?.[0] ?? "";
  const word = before.replace(opening, "").toLowerCase();
  if (NEVER_LAST.has(word)) return false;
  if (BEFORE_NUMBER.has(word) && /^\d/.test(following)) return false;
  if (/^\d{1,2}$/.test(word)) return !isOrdinal(text, at - before.length, following);
  if (MAYBE_LAST.has(word) || word.length <= 3) return !beginsSmall(following) && !isInitial(word);
  return !isInitial(word);
}

/** An initial ("J. Silva"), or a part of an abbreviation written with blanks ("z. B."). */
const isInitial = (word: string): boolean => /^(\p{L}\.)*\p{L}$/u.test(word) && !MAYBE_LAST.has(word);

/** "3. Mai" and the "1. " of a list are one piece with what follows. */
function isOrdinal(text: string, wordStart: number, following: string): boolean {
  if (beginsSmall(following)) return true;
  const lineStart = /(^|[\n\r])[^\S\n\r]*$/.test(text.slice(Math.max(0, wordStart - 8), wordStart));
  const name = (/^\p{L}+/u.exec(following)?.[0] ?? "").toLowerCase();
  return lineStart || MONTHS.has(name.slice(0, 4)) || MONTHS.has(name);
}
