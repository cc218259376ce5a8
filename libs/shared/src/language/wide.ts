import {
  highOf,
  lowOf,
  MOST_WEIGHTS,
  openTable,
  type PackedTable,
  placeOf,
  valuesBySign,
} from "./gram-table.ts";

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
  const table = openTable(packed);
  const add = adder(packed);
  const words = wordReader(packed);
  const pieces: Pieces = {
    size: 0,
    highs: new Int32Array(DISTINCT),
    lows: new Int32Array(DISTINCT),
    places: new Int16Array(DISTINCT),
  };
  return (text) => {
    pieces.size = 0;
    pieces.places.fill(0);
    words(text, (word, length) => cut(word, length, pieces));
    const sums = new Float64Array(packed.tags.length);
    for (let index = 0; index < pieces.size; index += 1)
      add(table.find(pieces.highs[index] ?? 0, pieces.lows[index] ?? 0), sums);
    const shares: Record<string, number> = {};
    for (let language = 0; language < sums.length; language += 1) {
      const each = (sums[language] ?? 0) / pieces.size;
      if (each > 0) shares[packed.tags[language] ?? ""] = each / (each + HALF);
    }
    return shares;
  };
}

/** Adds the weights that were found for a piece to the sums of the languages. */
function adder({
  languages,
  order,
  weights,
  levels,
}: PackedTable): (found: number, sums: Float64Array) => void {
  const languageOf = valuesBySign(order);
  const levelOf = valuesBySign(levels);
  return (found, sums) => {
    const begin = Math.floor(found / MOST_WEIGHTS);
    const end = begin + (found % MOST_WEIGHTS);
    for (let at = begin; at < end; at += 1) {
      const language = languageOf[languages.charCodeAt(at)] ?? 0;
      sums[language] = (sums[language] ?? 0) + (levelOf[weights.charCodeAt(at)] ?? 0) + LEAST;
    }
  };
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
  let place = placeOf(high, low, DISTINCT);
  for (let piece = places[place]; piece; piece = places[place]) {
    if (lows[piece - 1] === low && highs[piece - 1] === high) return;
    place = (place + 1) & (DISTINCT - 1);
  }
  highs[pieces.size] = high;
  lows[pieces.size] = low;
  pieces.size += 1;
  places[place] = pieces.size;
}

/** Note the pieces of a word: four signs from every third one on, and the last four, with a blank at the word's edges. */
function cut(word: Uint8Array, length: number, pieces: Pieces): void {
  const read = Math.min(length, LONG_WORD);
  let start = 0;
  for (; start + 4 < read; start += 3) {
    notePiece({ word, start, end: start + 4, first: start === 0, last: false }, pieces);
  }
  // Of a word that is too long, all the rest.
  notePiece({ word, start: Math.max(0, read - 4), end: length, first: start === 0, last: true }, pieces);
}

interface Cut {
  readonly word: Uint8Array;
  readonly start: number;
  readonly end: number;
  /** Whether the word begins here, and whether it ends: a blank stands there. */
  readonly first: boolean;
  readonly last: boolean;
}

/** The piece that is being cut; signs beyond its six places fall away. */
const piece = new Uint8Array(6);

function notePiece({ word, start, end, first, last }: Cut, pieces: Pieces): void {
  let length = 0;
  piece.fill(0);
  if (first) piece[length++] = BLANK;
  for (let at = start; at < end; at += 1) piece[length++] = word[at] ?? 0;
  if (last) piece[length++] = BLANK;
  // Longer than the pieces of the table are, it still is one that no other equals.
  note(pieces, length > piece.length ? ~hashOf(word, start, end) : highOf(piece), lowOf(piece));
}

function hashOf(word: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (word[at] ?? 0), 0x01000193);
  return hash;
}

type EachWord = (text: string, each: (word: Uint8Array, length: number) => void) => void;

/** Reads the words of a text in lower case as the signs of their UTF-8 bytes. */
function wordReader({ signs }: PackedTable): EachWord {
  const signOf = Uint8Array.from({ length: 256 }, (_, byte) =>
    byte < 0x80 ? byte : signs.charCodeAt(byte - 0x80),
  );
  const bytes = new Uint8Array(MOST + 4);
  return (text, each) => {
    const plain = text.slice(0, READ).replace(BETWEEN, " ").trim().toLowerCase();
    let sum = 0;
    for (const word of plain.split(" ")) {
      const length = encode(word, bytes, MOST - sum);
      if (length > 0) each(signed(bytes, signOf, length), length);
      sum += length;
      if (sum > ENOUGH) return;
      sum += 1;
    }
  };
}

function signed(bytes: Uint8Array, signOf: Uint8Array, length: number): Uint8Array {
  for (let at = 0; at < length; at += 1) bytes[at] = signOf[bytes[at] ?? 0] ?? BLANK;
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
