import { tokens } from "./tokens.ts";

/** What stands in a message: each word, pair of words and run of letters once, as a number made of it. */
export interface Features {
  readonly words: number;
  readonly hashes: Uint32Array;
  /** 0: words and pairs of words; 1: runs of letters inside a word. Both kinds weigh the same in a message. */
  readonly kinds: Uint8Array;
  /** The first and the last word each feature stands in. */
  readonly firsts: Uint16Array;
  readonly lasts: Uint16Array;
}

export const KINDS = 2;
const SHORTEST_RUN = 2;
const LONGEST_RUN = 5;
const WORD = 0x811c9dc5;
const PAIR = 0x2f0b4c47;
const RUN = 0x5bd1e995;
const EDGE = "\u0002";

/** The features of a message. Numbers stand for words, so that a stored model holds nobody's words. */
export function featuresOf(text: string): Features {
  const words = tokens(text);
  const found = new Found();
  words.forEach((word, index) => {
    found.add({ hash: hashed(word, WORD), kind: 0, first: index, last: index });
    const next = words[index + 1] ?? EDGE;
    found.add({
      hash: hashed(`${word} ${next}`, PAIR),
      kind: 0,
      first: index,
      last: Math.min(index + 1, words.length - 1),
    });
    addRuns(found, word, index);
  });
  if (words[0] !== undefined)
    found.add({ hash: hashed(`${EDGE} ${words[0]}`, PAIR), kind: 0, first: 0, last: 0 });
  return found.features(words.length);
}

/** Runs of letters with the word's edges, so that endings, stems and misspellings still meet. */
function addRuns(found: Found, word: string, index: number): void {
  const edged = `_${word}_`;
  for (let start = 0; start < edged.length; start += 1) {
    let hash = RUN;
    const end = Math.min(edged.length, start + LONGEST_RUN);
    for (let at = start; at < end; at += 1) {
      hash = Math.imul(hash ^ edged.charCodeAt(at), 0x01000193);
      if (at - start + 1 >= SHORTEST_RUN)
        found.add({ hash: finished(hash), kind: 1, first: index, last: index });
    }
  }
}

interface Feature {
  readonly hash: number;
  readonly kind: number;
  readonly first: number;
  readonly last: number;
}

/** Collects features, each once. */
class Found {
  private readonly seen = new Map<number, Feature>();

  add(feature: Feature): void {
    if (!this.seen.has(feature.hash)) this.seen.set(feature.hash, feature);
  }

  features(words: number): Features {
    const list = [...this.seen.values()];
    return {
      words,
      hashes: Uint32Array.from(list, ({ hash }) => hash),
      kinds: Uint8Array.from(list, ({ kind }) => kind),
      firsts: Uint16Array.from(list, ({ first }) => first),
      lasts: Uint16Array.from(list, ({ last }) => last),
    };
  }
}

function hashed(text: string, seed: number): number {
  let hash = seed;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return finished(hash);
}

/** Spreads the last letters over all bits. */
function finished(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}
