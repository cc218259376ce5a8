/** More words than this are compared by their beginning only. */
const MOST_WORDS = 2000;
const TOKEN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}\p{N}]+/gu;

/** What became of the texts that were inserted into a reply. */
export interface MadePersonal {
  /** How far the reply has moved from them: 0 not at all, 1 nothing in common. */
  readonly share: number;
  /** How much of each text still stands in the reply in its order, 0 to 1. */
  readonly kept: readonly number[];
}

/** Hold a reply against the texts it was made from, word by word; where no blanks stand between words, sign by sign. */
export function madePersonal(inserted: readonly string[], sent: string): MadePersonal {
  const after = wordsIn(sent);
  const before = inserted.map(wordsIn);
  const common = before.map((words) => commonWords(words, after));
  const words = before.reduce((sum, { length }) => sum + length, 0) + after.length;
  // Two texts may have found the same words: a reply holds no more of them than it has words.
  const shared = Math.min(
    after.length,
    common.reduce((sum, count) => sum + count, 0),
  );
  return {
    share: words === 0 ? 0 : 1 - (2 * shared) / words,
    kept: before.map(({ length }, at) => (length === 0 ? 1 : (common[at] ?? 0) / length)),
  };
}

const wordsIn = (text: string): readonly string[] =>
  (text.normalize("NFC").toLowerCase().match(TOKEN) ?? []).slice(0, MOST_WORDS);

/** Length of the longest run of words that both have in the same order, with gaps. */
function commonWords(a: readonly string[], b: readonly string[]): number {
  let above = new Uint16Array(b.length + 1);
  for (const word of a) {
    const row = new Uint16Array(b.length + 1);
    for (let at = 0; at < b.length; at += 1) {
      row[at + 1] = word === b[at] ? (above[at] ?? 0) + 1 : Math.max(row[at] ?? 0, above[at + 1] ?? 0);
    }
    above = row;
  }
  return above[b.length] ?? 0;
}
