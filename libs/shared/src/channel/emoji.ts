import { remembered } from "./remembered.ts";

/** The length of the emoji at `index` that Unicode recommends for interchange; 0 where none of two or more begins. */
export function emojiLength(text: string, index: number): number {
  return joinedLength(text, index) || lengthOf(PAIRED, text, index) || flagLength(text, index);
}

/**
 * Emoji that a character behind them completes: a skin tone, a keycap, an emoji selector. Phones put the selector behind
 * emoji that need none; X lets it pass behind those that had it in Unicode 8.
 */
const PAIRED =
  /\p{Emoji_Modifier_Base}[\u{1f3fb}-\u{1f3ff}]|[[[\p{Emoji}--\p{Emoji_Presentation}][\p{Emoji}&&[\u{a9}-\u{ffff}]]\u{1f004}\u{1f21a}\u{1f22f}]--[#*0-9\u23e9-\u23ec\u23f0\u23f3\u26ce\u2705\u270a\u270b\u2728\u274c\u274e\u2753-\u2755\u2795-\u2797\u27b0\u27bf]]\ufe0f|[#*0-9]\ufe0f?\u20e3/vy;
const FLAG = /\p{Regional_Indicator}{2}|\u{1f3f4}[\u{e0020}-\u{e007e}]{2,6}\u{e007f}/vy;
/** Up to six emoji with joiners between; the longest that Unicode lists has four. */
const JOINED =
  /\p{Extended_Pictographic}[\u{1f3fb}-\u{1f3ff}]?\ufe0f?(?:\u200d\p{Extended_Pictographic}[\u{1f3fb}-\u{1f3ff}]?\ufe0f?){1,5}/vy;

function lengthOf(pattern: RegExp, text: string, index: number): number {
  pattern.lastIndex = index;
  return pattern.test(text) ? pattern.lastIndex - index : 0;
}

function flagLength(text: string, index: number): number {
  const length = lengthOf(FLAG, text, index);
  return length > 0 && isListed(text.slice(index, index + length)) ? length : 0;
}

function joinedLength(text: string, index: number): number {
  const most = lengthOf(JOINED, text, index);
  let sequence = text.slice(index, index + most);
  while (sequence.includes(ZWJ)) {
    if (isListed(sequence)) return sequence.length;
    const shorter = sequence.endsWith(SELECTOR) ? sequence.length - 1 : sequence.lastIndexOf(ZWJ);
    sequence = sequence.slice(0, shorter);
  }
  return 0;
}

const ZWJ = "\u200d";
const SELECTOR = "\ufe0f";
/** X takes the eye in the speech bubble without variation selectors too. */
const EYE = /^\u{1f441}\ufe0f?\u200d\u{1f5e8}\ufe0f?$/u;

/**
 * Whole sequences only: finding them inside a text takes the expression, a list of thousands, ten times as long. Reading
 * these lists takes milliseconds, so it is left to the first text that needs one.
 */
const isListed = remembered((sequence) => {
  if (sequence.includes(ZWJ)) return EYE.test(sequence) || /^\p{RGI_Emoji_ZWJ_Sequence}$/v.test(sequence);
  if (sequence.length === 4) return /^\p{RGI_Emoji_Flag_Sequence}$/v.test(sequence);
  return /^\p{RGI_Emoji_Tag_Sequence}$/v.test(sequence);
});
