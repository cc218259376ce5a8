import { gramsOf, plain, wordsIn } from "./grams.ts";

/** The entries that hold a gram, and how much it counts in each. */
interface Posting {
  readonly entries: number[];
  readonly weights: number[];
}

/** A text of an entry, and what its words count. */
export interface WeightedText {
  readonly text: string;
  readonly weight: number;
}

/** Which entries share grams with a query, and how much of it. */
export interface GramIndex {
  /** Shares by entry, 0 to 1, until the next call. Entries without any are not in `found`. */
  readonly shares: (
    words: readonly string[],
    open: boolean,
  ) => { readonly shares: Float32Array; readonly found: readonly number[] };
}

/** Build the index. The texts of an entry come in the order of their weight, the greatest first. */
export function createGramIndex(entries: readonly (readonly WeightedText[])[]): GramIndex {
  const postings = postingsOf(entries);
  const size = entries.length;
  const shares = new Float32Array(size);
  // A gram nobody has is as rare as one that a single entry has.
  const rarity = (gram: string) => Math.log(1 + size / (postings.get(gram)?.entries.length ?? 1));
  return {
    shares: (words, open) => {
      shares.fill(0);
      const grams = words.flatMap((word, at) => gramsOf(word, !(open && at === words.length - 1)));
      const total = grams.reduce((sum, gram) => sum + rarity(gram), 0);
      const found: number[] = [];
      for (const gram of grams) {
        const posting = postings.get(gram);
        if (posting) gather(posting, rarity(gram) / total, { shares, found });
      }
      return { shares, found };
    },
  };
}

function gather(
  { entries, weights }: Posting,
  share: number,
  { shares, found }: { readonly shares: Float32Array; readonly found: number[] },
): void {
  for (let at = 0; at < entries.length; at += 1) {
    const entry = entries[at] ?? 0;
    const before = shares[entry] ?? 0;
    if (before === 0) found.push(entry);
    shares[entry] = before + share * (weights[at] ?? 0);
  }
}

function postingsOf(entries: readonly (readonly WeightedText[])[]): ReadonlyMap<string, Posting> {
  const postings = new Map<string, Posting>();
  // Desks use the same words again and again: each is taken apart once.
  const known = new Map<string, readonly Posting[]>();
  const apart = (word: string): readonly Posting[] => {
    const found = known.get(word);
    if (found) return found;
    const made = gramsOf(word).map((gram) => {
      const posting = postings.get(gram) ?? { entries: [], weights: [] };
      postings.set(gram, posting);
      return posting;
    });
    known.set(word, made);
    return made;
  };
  entries.forEach((texts, entry) => {
    for (const { text, weight } of texts) {
      for (const word of wordsIn(plain(text))) {
        for (const posting of apart(word)) add(posting, entry, weight);
      }
    }
  });
  return postings;
}

/** The first weight of an entry is its greatest. */
function add({ entries, weights }: Posting, entry: number, weight: number): void {
  if (entries.at(-1) === entry) return;
  entries.push(entry);
  weights.push(weight);
}
