import { type GramTable, type PackedTable, placeOf, unpackTable } from "./gram-table.ts";

/** How much of a text is like each of sixty languages, 0 to about 1. Languages of which it shows nothing are missing. */
export type WideModel = (text: string) => Readonly<Record<string, number>>;

/** In UTF-16 units. */
const READ = 1000;
/** In UTF-8 bytes: the first blank behind so many ends the text, and any letter behind `MOST`. */
const ENOUGH = 350;
const MOST = 380;
/** In bytes: of a longer word, all that is left is one piece. */
const LONG_WORD = 70;
const BLANK = 0x20;
/** Every weight is so much more than its level. */
const LEAST = 53;
/** The weight per piece whose share is one half. */
const HALF = 25;
/** What stands between words. An apostrophe does not, before a letter; letters beyond the first plane do. */
const BETWEEN = /[[^\p{L}]\u{10000}-\u{10ffff}]+(?<!['`’])/gv;

/** Scores as ELD scores: the same pieces of the same words, each counted once. */
export function wideModel(packed: PackedTable): WideModel {
  const table = unpackTable(packed);
  const bytes = byteReader(packed);
  const pieces: Pieces = {
    size: 0,
    highs: new Int32Array(DISTINCT),
    lows: new Int32Array(DISTINCT),
    places: new Int16Array(DISTINCT),
  };
  return (text) => {
    pieces.size = 0;
    pieces.places.fill(0);
    bytes(text, (word, length) => cut(word, length, pieces));
    const sums = new Float64Array(packed.tags.length);
    for (let index = 0; index < pieces.size; index += 1)
      addWeights(table, table.find(pieces.highs[index] ?? 0, pieces.lows[index] ?? 0), sums);
    const shares: Record<string, number> = {};
    for (let language = 0; language < sums.length; language += 1) {
      const each = (sums[language] ?? 0) / pieces.size;
      if (each > 0) shares[packed.tags[language] ?? ""] = each / (each + HALF);
    }
    return shares;
  };
}

function addWeights({ starts, languages, weights }: GramTable, piece: number, sums: Float64Array): void {
  if (piece < 0) return;
  const end = starts[piece + 1] ?? 0;
  for (let at = starts[piece] ?? 0; at < end; at += 1) {
    const language = languages[at] ?? 0;
    sums[language] = (sums[language] ?? 0) + (weights[at] ?? 0) + LEAST;
  }
}

/** The different pieces of a text. The memory is used again for the next text. */
interface Pieces {
  size: number;
  readonly highs: Int32Array;
  readonly lows: Int32Array;
  /** The piece of a place, counted from 1; 0 is a free place. */
  readonly places: Int16Array;
}

/** A power of two, some times what `MOST` bytes can have. */
const DISTINCT = 1024;

function note(pieces: Pieces, high: number, low: number): void {
  const { highs, lows, places } = pieces;
  let place = placeOf(high, low) & (DISTINCT - 1);
  for (let piece = places[place]; piece; piece = places[place]) {
    if (lows[piece - 1] === low && highs[piece - 1] === high) return;
    place = (place + 1) & (DISTINCT - 1);
  }
  highs[pieces.size] = high;
  lows[pieces.size] = low;
  pieces.size += 1;
  places[place] = pieces.size;
}

/** Note the pieces of a word: four bytes from every third one on, and the last four, with a blank at the word's edges. */
function cut(word: Uint8Array, length: number, pieces: Pieces): void {
  const read = Math.min(length, LONG_WORD);
  let start = 0;
  for (; start + 4 < read; start += 3) {
    note(pieces, start === 0 ? BLANK : 0, packedBytes(word, start, start + 4));
  }
  tail(word, { start: Math.max(0, read - 4), end: length, first: start === 0 }, pieces);
}

/** The last piece, with its blank behind. */
function tail(word: Uint8Array, { start, end, first }: Tail, pieces: Pieces): void {
  let [high, low] = [0, first ? BLANK : 0];
  for (let at = start; at <= end; at += 1) {
    high = (high << 8) | (low >>> 24);
    low = (low << 8) | (at < end ? (word[at] ?? 0) : BLANK);
  }
  // Longer than the pieces of the table are, it still is one that no other equals.
  const longer = end - start > 5;
  note(pieces, longer ? ~hashOf(word, start, end) : high, low);
}

interface Tail {
  readonly start: number;
  readonly end: number;
  /** Whether it is the whole word. */
  readonly first: boolean;
}

function hashOf(word: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (word[at] ?? 0), 0x01000193);
  return hash;
}

function packedBytes(word: Uint8Array, start: number, end: number): number {
  let low = 0;
  for (let at = start; at < end; at += 1) low = (low << 8) | (word[at] ?? 0);
  return low;
}

type EachWord = (text: string, each: (word: Uint8Array, length: number) => void) => void;

/** Reads the words of a text in lower case as UTF-8 bytes; those that lead rare letters read as blanks. */
function byteReader({ signs }: PackedTable): EachWord {
  const read = Uint8Array.from({ length: 256 }, (_, byte) => (signs[byte - 0x80] === " " ? BLANK : byte));
  const bytes = new Uint8Array(MOST + 4);
  return (text, each) => {
    const plain = text.slice(0, READ).replace(BETWEEN, " ").trim().toLowerCase();
    let sum = 0;
    for (const word of plain.split(" ")) {
      const length = encode(word, bytes, MOST - sum);
      if (length > 0) each(masked(bytes, read, length), length);
      sum += length;
      if (sum > ENOUGH) return;
      sum += 1;
    }
  };
}

function masked(bytes: Uint8Array, read: Uint8Array, length: number): Uint8Array {
  for (let at = 0; at < length; at += 1) bytes[at] = read[bytes[at] ?? 0] ?? BLANK;
  return bytes;
}

/** Write the UTF-8 bytes of letters of the first plane, up to the first one beyond `room`; gives their number. */
function encode(word: string, into: Uint8Array, room: number): number {
  let length = 0;
  for (let at = 0; at < word.length && length <= room; at += 1) {
    const code = word.charCodeAt(at);
    if (code < 0x80) into[length] = code;
    else if (code < 0x800) {
      into[length] = 0xc0 | (code >> 6);
      into[length + 1] = 0x80 | (code & 0x3f);
    } else {
      into[length] = 0xe0 | (code >> 12);
      into[length + 1] = 0x80 | ((code >> 6) & 0x3f);
      into[length + 2] = 0x80 | (code & 0x3f);
    }
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : 3;
  }
  return length;
}
