const WORD = /[\p{L}\p{N}\p{M}]+(?:['’]\p{L}+)?|\p{Extended_Pictographic}/gu;
/** Scripts written without blanks between words: each sign is a word of its own. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}ー]/u;
/** Accents and vowel signs people leave out; those of Hindi, Thai or kana are letters and stay. */
const LEFT_OUT = /[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u0655\u0670]/g;
/** Links, mail addresses and names of accounts say who wrote or what is linked, not what is wanted. */
const ADDRESSES = /https?:\/\/\S+|[^\s@]*@[^\s@]+/gu;
/** Order numbers and the like differ in each message; short numbers may mean something. */
const LONG_NUMBER = /\p{N}{4,}/gu;
/** Of one message, words beyond this say nothing new and cost time. */
const MOST_WORDS = 400;
/** Of one word, signs beyond this are noise. */
const LONGEST = 40;

/** The words of a message as suggestions compare them: without case, accents, links, account names and long numbers. */
export function tokens(text: string): readonly string[] {
  const words: string[] = [];
  for (const [found] of plain(text).matchAll(WORD)) {
    const word = found.slice(0, LONGEST).replaceAll("’", "'");
    if (UNSPACED.test(word)) words.push(...word);
    else words.push(word);
    if (words.length >= MOST_WORDS) break;
  }
  return words;
}

function plain(text: string): string {
  return text
    .toWellFormed()
    .replace(ADDRESSES, " ")
    .normalize("NFKD")
    .replace(LEFT_OUT, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replace(/[أإآٱ]/g, "ا")
    .replaceAll("ى", "ي")
    .replaceAll("ة", "ه")
    .normalize("NFC")
    .replace(LONG_NUMBER, "0000");
}
