/** Letters that Unicode does not take apart, and pairs that stand for one letter where a keyboard lacks it. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "a",
  ø: "o",
  œ: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
  أ: "ا",
  إ: "ا",
  آ: "ا",
  ٱ: "ا",
  ى: "ي",
  ئ: "ي",
  ؤ: "و",
  ة: "ه",
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "gu");
/** `ae`, `oe`, `ue` for umlauts: both spellings lose the `e`, in queries and in texts. */
const DIGRAPH = /([aou])e(?=[\p{L}])/gu;
const MARKS = /[\p{M}\u0640]/gu;
const WORD = /[\p{L}\p{N}]+/gu;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Whether a stretch is of a script without blanks: a phrase, not a word. */
export const isUnspaced = (word: string): boolean => UNSPACED.test(word);

/** A text as search reads it: no case, no accents, one spelling for what is spelled in several ways. */
export function plain(text: string): string {
  const letters = text
    .normalize("NFKD")
    .toLowerCase()
    .replace(MARKS, "")
    .replace(LETTER, (letter) => LETTERS[letter] ?? letter)
    .replace(DIGRAPH, "$1");
  // Katakana is hiragana in another hand.
  return letters.replace(/[\u30a1-\u30f6]/g, (sign) =>
    String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0x60),
  );
}

/** The words of a plain text. */
export const wordsIn = (text: string): readonly string[] => text.match(WORD) ?? [];

/**
 * The grams of a word: three letters with its edges, so that beginnings count more; one and two signs in scripts
 * without blanks. Without `whole` the word may go on.
 */
export function gramsOf(word: string, whole = true): readonly string[] {
  if (isUnspaced(word)) return signGrams(word);
  const edged = `^${word}${whole ? "$" : ""}`;
  const grams: string[] = [];
  for (let at = 0; at + 3 <= edged.length; at += 1) grams.push(edged.slice(at, at + 3));
  return grams.length > 0 ? grams : [edged];
}

function signGrams(word: string): readonly string[] {
  const signs = [...word];
  return signs.flatMap((sign, at) => (at + 1 < signs.length ? [sign, sign + signs[at + 1]] : [sign]));
}
