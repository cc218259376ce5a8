import { codeAt, kindTable, widthOf } from "./code-points.ts";

/** How many characters a reader sees, and where counting stopped. */
export interface GraphemeCount {
  readonly count: number;
  /** The offset behind the last of the first `most` graphemes; the text's length when there are no more of them. */
  readonly end: number;
}

/**
 * Count extended grapheme clusters and find where the first `most` of them end. Few texts reach `Intl.Segmenter`,
 * which takes many times longer: it is asked only about conjuncts, emoji joined by ZWJ, flags and the like.
 */
export function graphemes(text: string, most = Number.POSITIVE_INFINITY): GraphemeCount {
  if (!NOT_SIMPLE.test(text)) return { count: text.length, end: Math.min(text.length, most) };
  const tally = { count: 0, end: text.length, most };
  let next = 0;
  let tangles = 0;
  for (let start = 0; start < text.length; start = next) {
    next = pastCluster(text, start);
    if (next > start) {
      count(tally, start);
      continue;
    }
    tangles += 1;
    next = tangles > MOST_TANGLES ? text.length : pastTangle(text, start);
    for (const { index } of segments(text.slice(start, next))) count(tally, start + index);
  }
  return { count: tally.count, end: tally.end };
}

function count(tally: { count: number; end: number; most: number }, start: number): void {
  if (tally.count === tally.most) tally.end = start;
  tally.count += 1;
}

/** Past so many, one call for the rest of the text is cheaper than one for each. */
const MOST_TANGLES = 8;

/** Where the grapheme around `index` begins; `index` itself between two graphemes. */
export function graphemeStart(text: string, index: number): number {
  let start = Math.min(index, text.length);
  while (start > 0 && start < text.length && !breaksBefore(text, start)) start -= 1;
  let found = start;
  for (const { index: at } of segments(text.slice(start, index + 2))) {
    if (start + at <= index) found = start + at;
  }
  return Math.min(found, index);
}

let segmenter: Intl.Segmenter | undefined;

/** The segmenter takes milliseconds to load, and few texts need it. */
function segments(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  return segmenter.segment(text);
}
const NOT_SIMPLE = /[^\n -\x7e]/;

const KIND = { plain: 1, joining: 2, tangled: 3, control: 4, pictograph: 5, flag: 6, dressing: 7 };
/** Never begins a cluster, whatever stands around it, unless a control stands before it. */
const JOINING =
  /[[[\p{Grapheme_Extend}\p{Mc}\u0e33]&&[\u0300-\u0e4e]][\u1ab0-\u1abd\u1dc0-\u1dff\u20d0-\u20f0\u3099\u309a\ufe20-\ufe2f\uff9e\uff9f]]/v;
/** Joins likewise, and is what an emoji may wear before a zero-width joiner ties it to the next. */
const DRESSING = /[\u200d\ufe00-\ufe0f\u{1f3fb}-\u{1f3ff}\u{e0020}-\u{e007f}]/u;
/** Letters that join the next: the viramas below U+0E80, and prepended letters. */
const LINKING =
  /[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0d3b\u0d3c\u0dca\u0d4e\u{111c2}\u{111c3}\u{113d1}\u{1193f}\u{11941}\u{11a84}-\u{11a89}\u{11d46}\u{11f02}]/u;
const TANGLED =
  /[\p{M}\p{Cf}\p{Cn}\p{Cs}\p{Zl}\p{Zp}\p{Grapheme_Extend}\u0eb3\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff\u{11a3a}]/u;

const kindOf = kindTable((character) => {
  if (/\p{Cc}/u.test(character)) return KIND.control;
  if (LINKING.test(character)) return KIND.tangled;
  if (DRESSING.test(character)) return KIND.dressing;
  if (JOINING.test(character)) return KIND.joining;
  if (/\p{Regional_Indicator}/u.test(character)) return KIND.flag;
  if (/\p{Extended_Pictographic}/u.test(character)) return KIND.pictograph;
  return TANGLED.test(character) ? KIND.tangled : KIND.plain;
});

const kindAt = (text: string, index: number): number =>
  index < text.length ? kindOf(codeAt(text, index)) : KIND.control;

/** Letters of the commonest scripts, which surely stand alone before another such letter. */
const isPlainLetter = (code: number): boolean =>
  code < 0x300
    ? code > 0xad || (code >= 0x20 && code < 0x7f)
    : (code >= 0x3001 && code < 0x302a) ||
      (code >= 0x3041 && code < 0x3097) ||
      (code >= 0x30a1 && code < 0xa000 && code !== 0x3297 && code !== 0x3299) ||
      (code >= 0xac00 && code < 0xd7a4) ||
      (code >= 0x621 && code < 0x64b) ||
      (code >= 0x400 && code < 0x483);

/** The end of the cluster at `start`, or `start` when only the segmenter can tell. */
function pastCluster(text: string, start: number): number {
  const unit = text.charCodeAt(start);
  if (isPlainLetter(unit) && isPlainLetter(text.charCodeAt(start + 1))) return start + 1;
  const code = codeAt(text, start);
  let end = start + widthOf(code);
  switch (kindOf(code)) {
    case KIND.control:
      return code === 13 && text.charCodeAt(end) === 10 ? end + 1 : end;
    case KIND.flag:
      if (kindAt(text, end) === KIND.flag) end += 2;
      end = pastJoining(text, end);
      break;
    case KIND.pictograph:
      end = pastPictographs(text, end);
      if (kindAt(text, end) === KIND.joining) return start;
      break;
    case KIND.plain:
      end = pastJoining(text, end);
      break;
    default:
      return start;
  }
  return kindAt(text, end) === KIND.tangled ? start : end;
}

function pastJoining(text: string, index: number): number {
  let end = index;
  while (isJoining(kindAt(text, end))) end += widthOf(codeAt(text, end));
  return end;
}

const isJoining = (kind: number): boolean => kind === KIND.joining || kind === KIND.dressing;

const ZWJ = 0x200d;

/** Past what a pictograph wears, and past further ones that a zero-width joiner ties to it. */
function pastPictographs(text: string, index: number): number {
  let end = index;
  for (;;) {
    while (kindAt(text, end) === KIND.dressing) end += widthOf(codeAt(text, end));
    if (text.charCodeAt(end - 1) !== ZWJ || kindAt(text, end) !== KIND.pictograph) return end;
    end += widthOf(codeAt(text, end));
  }
}

/** The end of the stretch from `start` whose inner boundaries only the segmenter can tell. */
function pastTangle(text: string, start: number): number {
  let end = start;
  do {
    if (standsAlone(kindAt(text, end))) end += widthOf(codeAt(text, end));
    while (isTied(kindAt(text, end))) end += widthOf(codeAt(text, end));
    if (standsAlone(kindAt(text, end))) end += widthOf(codeAt(text, end));
  } while (isTied(kindAt(text, end)));
  return end;
}

const isTied = (kind: number): boolean => isJoining(kind) || kind === KIND.tangled || kind === KIND.flag;
const standsAlone = (kind: number): boolean => kind === KIND.plain || kind === KIND.pictograph;

/** Whether a cluster surely begins at `index`: what stands on both sides is plain or a control. */
function breaksBefore(text: string, index: number): boolean {
  const before = text.charCodeAt(index - 1);
  const here = text.charCodeAt(index);
  if (here >= 0xdc00 && here <= 0xdfff) return false;
  if (before >= 0xd800 && before <= 0xdfff) return false;
  return !(isTied(kindOf(before)) || isTied(kindAt(text, index))) && !(before === 13 && here === 10);
}
