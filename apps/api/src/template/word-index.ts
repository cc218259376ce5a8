import { likeness } from "@parley/shared/template";

/** A word that is like one that was typed. */
export interface LikeWord {
  /** Its place in the index. */
  readonly at: number;
  /** 0 to 1. */
  readonly likeness: number;
}

/** Finds words with typing errors. */
export interface WordIndex {
  /** The likest words first. With `open` the typed one may go on. */
  readonly alike: (typed: string, open: boolean) => readonly LikeWord[];
}

/** Words that trigrams find for a typed one, and how many of them are kept once edits are counted. */
const MOST_LIKE = 24;
const MOST_KEPT = 10;
/** Share of trigrams that a word needs: a swap of two letters breaks most of a short one. */
const LEAST_TRIGRAMS = 0.2;
const LEAST_LIKENESS = 0.3;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Make words findable: trigrams find, edits decide. Pairs of signs are as like as their trigrams. */
export function createWordIndex(words: readonly string[]): WordIndex {
  const postings = new Map<string, number[]>();
  const sizes = new Uint16Array(words.length);
  words.forEach((word, at) => {
    const trigrams = trigramsOf(word);
    sizes[at] = trigrams.size;
    for (const trigram of trigrams) {
      const posting = postings.get(trigram);
      if (posting) posting.push(at);
      else postings.set(trigram, [at]);
    }
  });
  const near = (typed: string): readonly LikeWord[] => {
    const trigrams = trigramsOf(typed);
    const met = new Map<number, number>();
    for (const trigram of trigrams)
      for (const at of postings.get(trigram) ?? []) met.set(at, (met.get(at) ?? 0) + 1);
    return [...met]
      .map(([at, both]) => ({ at, likeness: both / (trigrams.size + (sizes[at] ?? 0) - both) }))
      .filter((one) => one.likeness >= LEAST_TRIGRAMS || words[one.at]?.startsWith(typed))
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, MOST_LIKE);
  };
  return {
    alike: (typed, open) =>
      near(typed)
        .map((one) =>
          UNSPACED.test(typed) ? one : { at: one.at, likeness: likeness(typed, words[one.at] ?? "", open) },
        )
        .filter((one) => one.likeness > LEAST_LIKENESS)
        .sort((a, b) => b.likeness - a.likeness)
        .slice(0, MOST_KEPT),
  };
}

/** Three neighbouring signs of a word, which begins after two blanks and ends before one: beginnings count more. */
function trigramsOf(word: string): ReadonlySet<string> {
  const signs = [" ", " ", ...word, " "];
  return new Set(signs.slice(2).map((sign, at) => `${signs[at]}${signs[at + 1]}${sign}`));
}
