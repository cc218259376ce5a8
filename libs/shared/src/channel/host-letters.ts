import { codeAt, kindTable } from "../text/index.ts";

/** What a character is to a host name. Only ASCII has dots, hyphens and underscores that belong to one. */
export const HOST = { none: 1, letter: 2, mark: 3, unspaced: 4, symbol: 5 };

/** Scripts written without spaces, and full-width forms: a bare host next to them begins or ends there. */
const UNSPACED =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Bopo}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\uff00-\uffef]/u;

const kindOf = kindTable((character) => {
  if (/[a-z\d]/i.test(character) && character < "\x80") return HOST.letter;
  if (/[-_.]/.test(character)) return HOST.mark;
  if (character < "\x80" || !/[\p{L}\p{M}\p{N}\p{S}\u30fb]/u.test(character)) return HOST.none;
  if (UNSPACED.test(character)) return HOST.unspaced;
  return /\p{S}/u.test(character) ? HOST.symbol : HOST.letter;
});

const ASCII_KINDS = Uint8Array.from({ length: 0x80 }, (_, code) => kindOf(code));

/** The kind of the character at `index`; `none` behind the end. */
export function hostKindAt(text: string, index: number): number {
  const code = text.charCodeAt(index);
  if (code < 0x80) return ASCII_KINDS[code] ?? HOST.none;
  return code >= 0x80 ? kindOf(codeAt(text, index)) : HOST.none;
}

/** ASCII digits and letters. */
export const isAlphanumeric = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || isAsciiLetter(code);

export const isAsciiLetter = (code: number): boolean =>
  (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);

const FURTHER_LATIN = new Set([
  0x253, 0x254, 0x256, 0x257, 0x259, 0x25b, 0x263, 0x268, 0x26f, 0x272, 0x289, 0x28b, 0x2bb,
]);

/** The accented letters X takes for Latin, and accents by themselves. */
export const isAccentedLatin = (code: number): boolean =>
  code >= 0xc0 &&
  (code < 0x250
    ? code !== 0xd7 && code !== 0xf7
    : (code >= 0x300 && code < 0x370) || (code >= 0x1e00 && code < 0x1f00) || FURTHER_LATIN.has(code));
