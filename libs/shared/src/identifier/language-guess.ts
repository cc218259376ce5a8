import { lower, WORD } from "./near.ts";
import type { Words } from "./words.ts";

/** Scripts that tell the language by themselves. Japanese first, since it uses Han too. */
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ["ja", /[\u3041-\u30ff]/],
  ["ko", /[\uac00-\ud7af]/],
  ["zh", /[\u3400-\u9fff]/],
  ["ar", /[\u0620-\u06ff]/],
  ["th", /[\u0e00-\u0e7f]/],
  ["he", /[\u05d0-\u05ea]/],
  ["hi", /[\u0900-\u097f]/],
  ["el", /[\u0370-\u03ff]/],
  ["ru", /[\u0400-\u04ff]/],
];
const NOT_LATIN = /[\u0370-\u1dff\u3041-\ud7ff]/;
/** A word shares its vote among the languages that have it. Divides well by two to six. */
const VOTE = 60;
/** The first language has to be ahead of the second by half a word, and by one and a half to be sure. */
const LEAD = 30;
const SURE_LEAD = 90;
/** Letters of Latin languages that are not among ours: the words may be shared, the language is another. */
const ELSEWHERE = /[åøæőűřěůățșđðþ]/i;
/** Enough to know: no more words, or characters, are read. */
const ENOUGH = 40;
const REACH = 400;

/** A base language ("pt"), or empty when it cannot be told. */
export interface Guess {
  readonly language: string;
  readonly sure: boolean;
}

const UNKNOWN: Guess = { language: "", sure: false };

/** The language by its script, else by its small words and own letters; empty unless one is ahead. */
export function guessLanguage(whole: string, words: Words): Guess {
  const text = whole.slice(0, REACH);
  const script = NOT_LATIN.test(text) ? SCRIPTS.find(([, letters]) => letters.test(text)) : undefined;
  if (script) return { language: script[0], sure: true };
  return ELSEWHERE.test(text) ? UNKNOWN : leading(votesIn(text, words), words.languages);
}

function votesIn(text: string, words: Words): readonly number[] {
  const votes = new Array<number>(words.languages.length).fill(0);
  let read = 0;
  for (const match of text.matchAll(WORD)) {
    vote(votes, words.common.get(lower(match[0])) ?? 0);
    read += 1;
    if (read === ENOUGH) break;
  }
  if (NOT_ASCII.test(text))
    for (const [letter, bits] of words.letters) if (text.includes(letter)) vote(votes, bits);
  return votes;
}
const NOT_ASCII = /[^\x00-\x7f]/;

function leading(votes: readonly number[], languages: readonly string[]): Guess {
  const best = Math.max(...votes, 0);
  const leader = votes.indexOf(best);
  const lead = best - Math.max(...votes.map((count, index) => (index === leader ? 0 : count)), 0);
  return lead >= LEAD ? { language: languages[leader] ?? "", sure: lead >= SURE_LEAD } : UNKNOWN;
}

function vote(votes: number[], bits: number): void {
  if (bits === 0) return;
  let sharing = 0;
  for (let rest = bits; rest > 0; rest >>= 1) sharing += rest & 1;
  for (let index = 0; bits >> index > 0; index += 1)
    if ((bits >> index) & 1) votes[index] = (votes[index] ?? 0) + VOTE / sharing;
}
