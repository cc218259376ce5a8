import type { Grammar } from "./grammar.ts";

/** German forms for `du` and the shapes that tell a sentence's `Sie` from `sie`. */
export const german: Grammar = {
  guess: (word) => {
    if (word.length > 4 && word.endsWith("st")) return "c.st";
    if (word.length > 3 && word.endsWith("en")) return "c.en";
    return word.length > 3 && word.endsWith("t") ? "c.t" : "";
  },
};

export const french: Grammar = {
  guess: (word) => {
    if (word.length > 4 && word.endsWith("ez")) return "f.ez";
    if (word.length > 3 && /[^aeiou]es$/.test(word)) return "u.es";
    return word.length > 4 && /(ais|ras)$/.test(word) ? "u.ais" : "";
  },
};

export const hindi: Grammar = {
  guess: (word) => {
    if (/(िए|इए|िये|इये)$/.test(word)) return "f.imp";
    if (/(ोगे|ोगी|ओगे)$/.test(word)) return "i.v";
    // A second vowel sign on a pronoun is a common slip of the keyboard.
    return /^(तुम्ह|तुम)/.test(word) ? "i.pron" : "";
  },
};

/** The last syllable of a Korean word carries the style of speech. */
export const korean: Grammar = {
  guess: (word) => {
    if (/(?:니다|니까|시오|세요|요|죠)$/.test(word)) return "f.polite";
    const last = word.charCodeAt(word.length - 1);
    return last >= 0xac00 && last < 0xd7a4 ? `e.${word.slice(-1)}` : "";
  },
};

/** Polish forms for `ty` and plural `wy`. Present `-sz`, past `-łeś`, `-łaś`, conditional `-byś`, plural `-liście`. */
export const polish: Grammar = {
  guess: (word) => {
    if (word.length < 4) return "";
    if (/(?:ł[eao]ś|byś)$/.test(word)) return "i.v2";
    if (/(?:liście|łyście|byście)$/.test(word)) return "i.v2p";
    return /[aeiyu]sz$/.test(word) ? "i.v2" : "";
  },
};

/** Turkish forms for `siz`, with any case ending behind the possessive, and for `sen`. */
export const turkish: Grammar = {
  guess: (word) => {
    if (word.length < 5) return "";
    if (/n[iıuü]z(?:[iıuüea]|[dt][ea]n?|[iıuü]n|l[ea]|[dt][ea]ki)?$/.test(word)) return "f.niz";
    if (/(?:yor|[aeıiuü]r|ecek|acak|m[ıiuü]ş|mal[ıi]|mel[ıi])s[ıiuü]n$/.test(word)) return "i.v2";
    if (/(?:eceksin|acaksın|(?:[aeıiuü]r|yor)s[ae]n|ma[mz]s[ae]n)$/.test(word)) return "i.v2";
    return word.length > 5 && /[^dt][dt][ıiuü]n$/.test(word) ? "i.v2past" : "";
  },
};
