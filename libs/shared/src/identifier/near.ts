import { TOPIC } from "./topic.ts";
import { BEGINNING, type Words } from "./words.ts";

/** Topics of the words around a stretch: bits of `TOPIC`, 0 when they say nothing. */
export interface Near {
  readonly before: number;
  readonly after: number;
}

/** Words, with single characters of scripts without blanks left to `anywhere`. */
export const WORD =
  /[A-Za-z\u00aa-\u02af\u0370-\u1fff\u2c00-\u2dff\u3041-\u312f\u3400-\u9fff\uac00-\ud7af\ufb00-\ufdff]+/g;
export const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

/** How many words, and characters, on each side are read. */
const WORDS_BEFORE = 6;
const WORDS_AFTER = 3;
const REACH_BEFORE = 80;
const REACH_AFTER = 36;
/** Farthest a word may be from the next, or from the stretch. */
const GAP = 45;
/** A word this short that tells something, or one for "number", is an abbreviation before a full stop: "Tel. 0171". */
const SHORT = 4;
const NUMBER = /^n(?:r|o|º|úm|um)?$/i;
const STOP = /[.!?؟]\s|\n\s*\n|[。！？]/;
const SOFT_STOP = /^\.\s/;

/** A dotted capital I becomes two characters in lower case: the dot is left out. */
export const lower = (word: string): string =>
  word.includes("\u0130") ? word.replaceAll("\u0130", "i").toLowerCase() : word.toLowerCase();

interface Word {
  readonly start: number;
  readonly end: number;
  readonly topics: number;
}

/** What the nearest telling word before the stretch is about, and the nearest after it, in the same sentence. */
export function nearOf(text: string, words: Words, { start, end }: { start: number; end: number }): Near {
  const left = text.slice(Math.max(0, start - REACH_BEFORE), start);
  const right = text.slice(end, end + REACH_AFTER);
  return { before: lastIn(left, words), after: firstIn(right, words) };
}

function lastIn(text: string, words: Words): number {
  let vague = 0;
  let edge = text.length;
  for (const { start, end, topics } of wordsIn(text, words).slice(-WORDS_BEFORE).reverse()) {
    const gap = text.slice(end, edge);
    const short = end - start <= SHORT && (topics > 0 || NUMBER.test(text.slice(start, end)));
    if (gap.length > GAP || (STOP.test(gap) && !(short && SOFT_STOP.test(gap)))) break;
    if (topics > 0 && topics !== TOPIC.number) return topics;
    vague |= topics;
    edge = start;
  }
  return vague;
}

function firstIn(text: string, words: Words): number {
  let edge = 0;
  for (const { start, end, topics } of wordsIn(text, words).slice(0, WORDS_AFTER)) {
    if (STOP.test(text.slice(edge, start))) return 0;
    if (topics > 0) return topics;
    edge = end;
  }
  return 0;
}

function wordsIn(text: string, words: Words): readonly Word[] {
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

function topicsOf(word: string, words: Words): number {
  let topics = words.topics.get(word) ?? 0;
  for (const [beginning, bits] of words.beginnings.get(word.slice(0, BEGINNING)) ?? [])
    if (word.startsWith(beginning)) topics |= bits;
  return topics;
}

/** Words of scripts without blanks take the place of the run of characters they stand in. */
function withAnywhere(text: string, words: Words, spaced: readonly Word[]): readonly Word[] {
  const found = spaced.filter(
    ({ topics, start, end }) => topics > 0 || !UNSPACED.test(text.slice(start, end)),
  );
  for (const [word, topics] of words.anywhere)
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
      found.push({ start: at, end: at + word.length, topics });
  return found.sort((a, b) => a.start - b.start);
}
