import type { Span } from "../text/index.ts";

/** A word of a text, or one character of a script written without blanks. */
export interface Word extends Span {
  readonly folded: string;
  /** Only blanks, hyphens, slashes, apostrophes or quotes stand between it and the word before. */
  readonly joined: boolean;
}

const UNSPACED = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々`;
const WORD = new RegExp(String.raw`[${UNSPACED}]|[[\p{L}\p{M}\p{N}]--[${UNSPACED}]]+`, "gv");
const JOINING = /^[\s\-‐‑'’ʼ"“”„«»*_/&]*$/u;
const NOT_ASCII = /[^\x00-\x7f]/;
const ARABIC = /[\u0600-\u06ff]/;
/** Short vowels, the elongation stroke and the dagger alef: writing them is a matter of taste. */
const ARABIC_MARKS = /[\u064b-\u0652\u0670\u0640]/g;

/** The words of a text in order. `turkish` tells dotted from dotless i. */
export function wordsOf(text: string, turkish = false): readonly Word[] {
  const words: Word[] = [];
  let last = 0;
  WORD.lastIndex = 0;
  for (let match = WORD.exec(text); match; match = WORD.exec(text)) {
    const start = match.index;
    const end = WORD.lastIndex;
    words.push({
      start,
      end,
      folded: foldWord(match[0], turkish),
      joined: isJoining(text, last, start),
    });
    last = end;
  }
  return words;
}

function isJoining(text: string, from: number, to: number): boolean {
  if (to === from) return true;
  if (to === from + 1 && text.charCodeAt(from) === 0x20) return true;
  return JOINING.test(text.slice(from, to));
}

/** The form in which words are compared: lower case, compatibility forms resolved, `ß` as `ss`. */
export function foldWord(word: string, turkish = false): string {
  if (!NOT_ASCII.test(word)) return (turkish ? word.replaceAll("I", "ı") : word).toLowerCase();
  const plain = turkish ? word.replaceAll("İ", "i").replaceAll("I", "ı") : word;
  const folded = plain.normalize("NFKC").toLowerCase().replaceAll("ß", "ss");
  return ARABIC.test(folded) ? foldArabic(folded) : folded;
}

const foldArabic = (word: string): string =>
  word
    .replace(ARABIC_MARKS, "")
    .replace(/[أإآٱ]/g, "ا")
    .replaceAll("ى", "ي")
    .replaceAll("ة", "ه");

/** Arabic writes conjunctions, prepositions and the article onto the word: the word without them, step by step. */
export function withoutClitics(word: string): readonly string[] {
  const forms: string[] = [];
  let rest = word;
  for (const prefix of [/^[وف](?=.{3})/, /^(?:لل(?=.{2})|[بلك](?=.{3}))/, /^ال(?=.{2})/]) {
    const next = rest.replace(prefix, "");
    if (next !== rest) forms.push(next);
    rest = next;
  }
  return forms;
}
