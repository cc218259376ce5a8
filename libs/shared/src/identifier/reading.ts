import { BEGINNING, type Words } from "./words.ts";

/** A word of the text with the topics it speaks of. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly topics: number;
}

/** What is known of a text apart from its numbers. Found when first asked for. */
export interface Reading {
  readonly text: string;
  /** Base language ("pt"), or empty when it cannot be told. */
  readonly language: () => string;
  /** Topics of the words near a stretch: up to six before it and three after, in its sentence. */
  readonly near: (start: number, end: number) => Near;
}

export interface Near {
  readonly before: number;
  readonly after: number;
}

const WORD =
  /[A-Za-z\u00aa-\u02af\u0370-\u1fff\u2c00-\u2dff\u3041-\u312f\u3400-\u9fff\uac00-\ud7af\ufb00-\ufdff]+/g;
const BEFORE = 6;
const AFTER = 3;
/** A sentence ends between two words; what is said beyond counts less, so it is left out. */
const STOP = /[.!?。！？؟]\s|\n\s*\n|[。！？]/;

export function readingOf(text: string, words: Words, hint = ""): Reading {
  let walked: readonly Word[] | undefined;
  let language: string | undefined;
  const walk = (): readonly Word[] => {
    walked ??= wordsOf(text, words);
    return walked;
  };
  return {
    text,
    language: () => {
      language ??= hint === "" ? languageOf(text, words) : (hint.split("-")[0] ?? hint);
      return language;
    },
    near: (start, end) => nearOf(text, walk(), { start, end }),
  };
}

function wordsOf(text: string, words: Words): readonly Word[] {
  const found: Word[] = [];
  let opener = "";
  for (const match of text.matchAll(WORD)) {
    const word = lower(match[0]);
    let topics = topicsOf(word, words);
    if (opener !== "") topics |= words.topics.get(`${opener} ${word}`) ?? 0;
    opener = words.openers.has(word) ? word : "";
    found.push({ start: match.index, end: match.index + match[0].length, topics });
  }
  return words.anywhere.length > 0 && UNSPACED.test(text) ? withAnywhere(text, words, found) : found;
}

/** A dotted capital I becomes two characters in lower case: the dot is left out. */
const lower = (word: string): string => word.toLowerCase().replaceAll("i\u0307", "i");

const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

function topicsOf(word: string, words: Words): number {
  let topics = words.topics.get(word) ?? 0;
  for (const [beginning, bits] of words.beginnings.get(word.slice(0, BEGINNING)) ?? [])
    if (word.startsWith(beginning)) topics |= bits;
  return topics;
}

function withAnywhere(text: string, words: Words, spaced: readonly Word[]): readonly Word[] {
  const found = spaced.filter(({ topics }) => topics > 0);
  for (const [word, topics] of words.anywhere)
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
      found.push({ start: at, end: at + word.length, topics });
  return found.sort((a, b) => a.start - b.start);
}

function nearOf(text: string, walked: readonly Word[], { start, end }: { start: number; end: number }): Near {
  let first = lowerBound(walked, start);
  const next = lowerBound(walked, end);
  let before = 0;
  for (let from = start, count = 0; first > 0 && count < BEFORE; count += 1) {
    const word = walked[first - 1];
    if (!word || from - word.end > 60 || STOP.test(text.slice(word.end, from))) break;
    before ||= word.topics;
    from = word.start;
    first -= 1;
  }
  let after = 0;
  for (let index = next, to = end; index < walked.length && index < next + AFTER; index += 1) {
    const word = walked[index];
    if (!word || word.start - to > 20 || STOP.test(text.slice(to, word.start))) break;
    after ||= word.topics;
    to = word.end;
  }
  return { before, after };
}

/** The place of the first word that begins at or after `offset`. */
function lowerBound(walked: readonly Word[], offset: number): number {
  let low = 0;
  let high = walked.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((walked[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

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
/** The first language has to be ahead of the second by half a word. */
const LEAD = 30;
/** Enough to know: no more words are read. */
const ENOUGH = 40;

/** The language by its script, else by its small words and own letters; empty unless one is ahead. */
function languageOf(text: string, words: Words): string {
  if (NOT_LATIN.test(text)) {
    const script = SCRIPTS.find(([, letters]) => letters.test(text));
    if (script) return script[0];
  }
  const votes = new Array<number>(words.languages.length).fill(0);
  let read = 0;
  for (const match of text.matchAll(WORD)) {
    vote(votes, words.common.get(lower(match[0])) ?? 0);
    read += 1;
    if (read === ENOUGH) break;
  }
  for (const [letter, bits] of words.letters) if (text.includes(letter)) vote(votes, bits);
  const best = Math.max(...votes, 0);
  const leader = votes.indexOf(best);
  const lead = best - Math.max(...votes.map((count, index) => (index === leader ? 0 : count)), 0);
  return lead >= LEAD ? (words.languages[leader] ?? "") : "";
}

function vote(votes: number[], bits: number): void {
  if (bits === 0) return;
  let sharing = 0;
  for (let rest = bits; rest > 0; rest >>= 1) sharing += rest & 1;
  for (let index = 0; bits >> index > 0; index += 1)
    if ((bits >> index) & 1) votes[index] = (votes[index] ?? 0) + VOTE / sharing;
}
