/** A table of pieces of words as `scripts/train/wide.mjs` writes it. It is read where it stands, never unpacked as a whole. */
export interface PackedTable {
  readonly tags: readonly string[];
  /** The sign that stands for each byte from 0x80 on. Bytes below stand for themselves. */
  readonly signs: string;
  /** The pieces in order of their signs: a digit for how many each shares with the one before, then its others. */
  readonly grams: string;
  /** For each block of pieces the length of its part of `grams` and how many weights it has, in two signs each. */
  readonly blocks: string;
  /** For each piece how many languages it has a weight for. */
  readonly counts: string;
  /** For each weight the sign of its language, and the languages by sign. */
  readonly languages: string;
  readonly order: readonly number[];
  /** For each weight the sign of its level, and the levels by sign. */
  readonly weights: string;
  readonly levels: readonly number[];
}

/** A piece has at most six signs. `high` holds the first two, `low` the other four; what a shorter one lacks is 0. */
export interface GramTable {
  /** Where the weights of a piece begin in the packed table and how many there are, as `begin * MOST_WEIGHTS + number`. */
  readonly find: (high: number, low: number) => number;
}

/** More than any piece has. */
export const MOST_WEIGHTS = 32;
/** The signs of numbers begin here, and leave out `$` and `\`. */
const FIRST_SIGN = 0x25;
const BACKSLASH = 0x5c;
const BASE = 89;
/** Pieces of a block. */
const BLOCK = 32;
/** Pieces looked up last are remembered: a power of two. Most texts ask for the same ones. */
const REMEMBERED = 1 << 15;

/** Where a piece is noted in a table of `size` places, a power of two. */
export function placeOf(high: number, low: number, size: number): number {
  const once = Math.imul(low ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 15), 0xc2b2ae35);
  return (twice ^ (twice >>> 16)) & (size - 1);
}

/** Open a packed table. */
export function openTable(packed: PackedTable): GramTable {
  const search = searcher(packed);
  const highs = new Int32Array(REMEMBERED);
  const lows = new Int32Array(REMEMBERED);
  /** One more than what was found; 0 in places never used. */
  const founds = new Int32Array(REMEMBERED);
  return {
    find: (high, low) => {
      const place = placeOf(high, low, REMEMBERED);
      const known = founds[place] ?? 0;
      if (known > 0 && lows[place] === low && highs[place] === high) return known - 1;
      const found = search(high, low);
      highs[place] = high;
      lows[place] = low;
      founds[place] = found + 1;
      return found;
    },
  };
}

function searcher(packed: PackedTable): GramTable["find"] {
  const { grams, counts } = packed;
  const { texts, weights } = blocksOf(packed);
  const cursor: Cursor = { at: 0, high: 0, low: 0, signs: new Uint8Array(6) };
  return (high, low) => {
    const block = goToBlock({ grams, texts }, cursor, { high, low });
    let weight = weights[block] ?? 0;
    for (let piece = block * BLOCK; ; piece += 1) {
      const count = valueAt(counts, piece);
      if (cursor.low === low && cursor.high === high) return weight * MOST_WEIGHTS + count;
      if (isBehind(cursor, { high, low }) || cursor.at >= grams.length) return 0;
      weight += count;
      read(grams, cursor);
    }
  };
}

interface Blocks {
  readonly grams: string;
  readonly texts: Int32Array;
}

/** Read the first piece of the only block that may hold a piece; gives the block's number. */
function goToBlock({ grams, texts }: Blocks, cursor: Cursor, piece: Piece): number {
  let [first, beyond] = [0, texts.length];
  while (beyond - first > 1) {
    const middle = (first + beyond) >> 1;
    cursor.at = texts[middle] ?? 0;
    read(grams, cursor);
    if (isBehind(cursor, piece)) beyond = middle;
    else first = middle;
  }
  cursor.at = texts[first] ?? 0;
  read(grams, cursor);
  return first;
}

/** Where each block begins in `grams` and among the weights. */
function blocksOf({ blocks }: PackedTable): { readonly texts: Int32Array; readonly weights: Int32Array } {
  const size = blocks.length / 4;
  const texts = new Int32Array(size);
  const weights = new Int32Array(size);
  for (let block = 1; block < size; block += 1) {
    const at = (block - 1) * 4;
    texts[block] = (texts[block - 1] ?? 0) + valueAt(blocks, at) * BASE + valueAt(blocks, at + 1);
    weights[block] = (weights[block - 1] ?? 0) + valueAt(blocks, at + 2) * BASE + valueAt(blocks, at + 3);
  }
  return { texts, weights };
}

interface Piece {
  readonly high: number;
  readonly low: number;
}

/** A piece that was read, with the place behind it. */
interface Cursor {
  at: number;
  high: number;
  low: number;
  readonly signs: Uint8Array;
}

/** Whether the piece under the cursor comes after another. */
const isBehind = (cursor: Cursor, { high, low }: Piece): boolean =>
  cursor.high === high ? cursor.low >>> 0 > low >>> 0 : cursor.high > high;

/** Read the piece at the cursor. */
function read(grams: string, cursor: Cursor): void {
  const { signs } = cursor;
  let length = grams.charCodeAt(cursor.at) - 0x30;
  let at = cursor.at + 1;
  for (; at < grams.length; at += 1) {
    const sign = grams.charCodeAt(at);
    if (sign >= 0x30 && sign <= 0x39) break;
    signs[length] = sign;
    length += 1;
  }
  for (let rest = length; rest < signs.length; rest += 1) signs[rest] = 0;
  cursor.high = highOf(signs);
  cursor.low = lowOf(signs);
  cursor.at = at;
}

/** The first two signs of a piece. */
export const highOf = (signs: Uint8Array): number => ((signs[0] ?? 0) << 8) | (signs[1] ?? 0);

/** The other four signs of a piece. */
export const lowOf = (signs: Uint8Array): number =>
  ((signs[2] ?? 0) << 24) | ((signs[3] ?? 0) << 16) | ((signs[4] ?? 0) << 8) | (signs[5] ?? 0);

/** The number that one sign writes. */
function valueAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code - FIRST_SIGN - (code > BACKSLASH ? 1 : 0);
}

/** The value that each sign stands for, by its code. Signs beyond ASCII follow those within. */
export function valuesBySign(values: readonly number[]): Uint8Array {
  const bySign = new Uint8Array(256);
  let code = 0x20;
  for (const value of values) {
    bySign[code] = value;
    do code += 1;
    while (
      code === 0x22 ||
      code === 0x24 ||
      code === BACKSLASH ||
      (code > 0x7e && code < 0xa1) ||
      code === 0xad
    );
  }
  return bySign;
}
