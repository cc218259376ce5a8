import type { Span } from "../text/index.ts";
import { emojiLength } from "./emoji.ts";

/** A part of a text that is counted by itself. */
export interface Stretch extends Span {
  readonly text: string;
}

/** What a stretch counts, and the offset from which it is more than was allowed; else its end. */
export interface Count {
  readonly used: number;
  readonly end: number;
}

/**
 * X's weights, third configuration: 1 for the letters of most alphabets and common punctuation, 2 for all else, and 2
 * for a whole emoji however many code points it is made of. The text has to be in NFC; links are the caller's.
 */
export function weigh(stretch: Stretch, most: number): Count {
  const { text, start, end } = stretch;
  if (NOT_LIGHT.test(text)) return weighEach(stretch, most);
  return { used: end - start, end: Math.max(start, Math.min(end, start + most)) };
}

function weighEach({ text, start, end }: Stretch, most: number): Count {
  let used = 0;
  let fitting = start;
  for (let index = start; index < end; ) {
    const code = text.charCodeAt(index);
    const isPlain = code < 0xd800 && isPlainBehind(text.charCodeAt(index + 1));
    const emoji = isPlain ? 0 : emojiAt(text, index);
    const weight = emoji === 0 && isLight(code) ? 1 : 2;
    used += weight;
    index += isPlain ? 1 : emoji || widthAt(text, index);
    if (used <= most) fitting = index;
  }
  return { used, end: fitting };
}

/** Anything that may weigh 2. */
const NOT_LIGHT = /[^\0-\u10ff\u2000-\u200c\u2010-\u201f\u2032-\u2037]/;

const isLight = (code: number): boolean =>
  code <= 0x10ff ||
  (code >= 0x2000 &&
    code <= 0x2037 &&
    (code <= 0x200d || code >= 0x2032 || (code >= 0x2010 && code <= 0x201f)));

const isPlainBehind = (code: number): boolean =>
  code < 0x200d || (code > 0x200d && code < 0xd800 && code !== 0x20e3);

const widthAt = (text: string, index: number): number =>
  (text.charCodeAt(index) & 0xfc00) === 0xd800 && (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00 ? 2 : 1;

/** An emoji of one code point weighs 2 anyway: only what goes on with one of these needs a closer look. */
function emojiAt(text: string, index: number): number {
  const behind = text.charCodeAt(index + widthAt(text, index));
  const goesOn =
    behind === 0xfe0f || behind === 0x200d || behind === 0x20e3 || behind === 0xd83c || behind === 0xdb40;
  return goesOn ? emojiLength(text, index) : 0;
}
