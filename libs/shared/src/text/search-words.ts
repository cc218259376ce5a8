/** Longest word that is kept whole, in UTF-16 code units; nobody searches for more of a longer one. */
const LONGEST = 40;
const WORD = /[\p{L}\p{N}]+/gu;
/** Scripts written without blanks between words: they are cut into pairs of signs. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}ー]/u;

/** The words of a text as a search compares them: without case, accents and width; pairs of signs where no blanks stand. */
export function searchWords(text: string): readonly string[] {
  const words = new Set<string>();
  for (const [word] of folded(text).matchAll(WORD)) {
    if (UNSPACED.test(word)) for (const pair of pairs(word)) words.add(pair);
    else words.add(word.slice(0, LONGEST));
  }
  return [...words];
}

const folded = (text: string): string =>
  text
    .toWellFormed()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .normalize("NFC");

function pairs(run: string): readonly string[] {
  const signs = [...run];
  return signs.length === 1 ? signs : signs.slice(1).map((sign, index) => `${signs[index]}${sign}`);
}
