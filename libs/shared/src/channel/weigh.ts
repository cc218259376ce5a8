import { emojiLength } from "./emoji.ts";

/** What a stretch of text counts, and the offset from which it is more than was allowed; else its length. */
export interface Count {
  readonly used: number;
  readonly end: number;
}

/**
 * X's weights, third configuration: 1 for the letters of most alphabets and common punctuation, 2 for all else, and 2
 * for a whole emoji however many code points it is made of. The text has to be in NFC; links are the caller's.
 */
export function weigh(text: string, most: number): Count {
  let used = 0;
  let end = text.length;
  for (let index = 0; index < text.length; ) {
    const code = text.charCodeAt(index);
    let width = isPair(text, index, code) ? 2 : 1;
    let weight = isLight(code) ? 1 : 2;
    const emoji = isMoreBehind(text.charCodeAt(index + width)) ? emojiLength(text, index) : 0;
    if (emoji > 0) {
      width = emoji;
      weight = 2;
    }
    if (used <= most && used + weight > most) end = index;
    used += weight;
    index += width;
  }
  return { used, end };
}

const isPair = (text: string, index: number, code: number): boolean =>
  code >= 0xd800 && code < 0xdc00 && (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00;

const isLight = (code: number): boolean =>
  code <= 0x10ff ||
  (code >= 0x2000 &&
    code <= 0x2037 &&
    (code <= 0x200d || code >= 0x2032 || (code >= 0x2010 && code <= 0x201f)));

/** An emoji of one code point weighs 2 anyway: only what goes on with one of these needs a closer look. */
const isMoreBehind = (code: number): boolean =>
  code === 0xfe0f || code === 0x200d || code === 0x20e3 || code === 0xd83c || code === 0xdb40;
