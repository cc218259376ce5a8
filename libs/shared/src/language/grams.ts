/** Which pieces of a text a model looks at. */
export interface GramShape {
  /** Longest run of letters that is one piece. Words longer than that are also a piece of their own. */
  readonly longest: number;
  /** Whether two neighbouring words are a piece too. */
  readonly pairs: boolean;
  /** Pieces are hashed into 2^bits buckets. */
  readonly bits: number;
}

const EDGE = 0x20;
const words = /[\p{L}\p{M}]+(?:['’·][\p{L}\p{M}]+)*/gu;

/** The bucket of every piece of a text: runs of letters inside each word with its edges, whole words, pairs of words. */
export function grams(text: string, { longest, pairs, bits }: GramShape): readonly number[] {
  const found: number[] = [];
  const bucket = (hash: number): number => mix(hash) >>> (32 - bits);
  let before = 0;
  for (const [word] of text.toLowerCase().matchAll(words)) {
    const whole = runs(word, longest, (hash) => found.push(bucket(hash)));
    found.push(bucket(whole));
    if (pairs && before !== 0) found.push(bucket(Math.imul(before, 31) ^ whole));
    before = whole;
  }
  return found;
}

/** Call `each` with the hash of every run of up to `longest` letters, edges counted as letters; gives the word's own hash. */
function runs(word: string, longest: number, each: (hash: number) => void): number {
  const last = word.length + 1;
  const at = (index: number): number => (index === 0 || index === last ? EDGE : word.charCodeAt(index - 1));
  for (let start = 0; start < last; start += 1) {
    let hash = 0x811c9dc5;
    for (let end = start; end <= last && end < start + longest; end += 1) {
      hash = Math.imul(hash ^ at(end), 0x01000193);
      if (end > start || at(end) !== EDGE) each(hash);
    }
  }
  let whole = 0x7ee3623b;
  for (let index = 0; index < word.length; index += 1) {
    whole = Math.imul(whole ^ word.charCodeAt(index), 0x01000193);
  }
  return whole;
}

function mix(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return twice ^ (twice >>> 16);
}
