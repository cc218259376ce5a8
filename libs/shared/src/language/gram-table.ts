/** A table of pieces of words as `scripts/train/wide.mjs` writes it. */
export interface PackedTable {
  readonly tags: readonly string[];
  /** The sign for each byte from 0x80 on; a blank for those that ELD reads as blanks. Bytes below stand for themselves. */
  readonly signs: string;
  /** The pieces in order: a digit for how many bytes each shares with the one before, then its others. */
  readonly grams: string;
  /** How many languages each piece has a weight for. */
  readonly counts: string;
  /** The languages of the weights, as ranks in `order`, the most frequent first. */
  readonly languages: string;
  readonly order: readonly number[];
  /** The weights, as ranks in `levels`. */
  readonly weights: string;
  readonly levels: readonly number[];
}

/** Finds the weights of a piece. A piece is at most six bytes: `low` has its last four, `high` those before. */
export interface GramTable {
  /** The piece's number; -1 for one that the table does not have. */
  readonly find: (high: number, low: number) => number;
  /** Where the weights of a piece begin; they end where those of the next one begin. */
  readonly starts: Int32Array;
  /** Language and weight, side by side. */
  readonly languages: Uint8Array;
  readonly weights: Uint8Array;
}

/** About twice as many places as pieces. */
const PLACES = 1 << 17;
const BLANK = 0x20;

/** Where to begin looking for a piece. */
export function placeOf(high: number, low: number): number {
  const once = Math.imul(low ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 15), 0xc2b2ae35);
  return twice ^ (twice >>> 16);
}

/** Make a packed table ready to be searched. */
export function unpackTable(packed: PackedTable): GramTable {
  const counts = ranksIn(packed.counts);
  const starts = new Int32Array(counts.length + 1);
  for (let piece = 0; piece < counts.length; piece += 1)
    starts[piece + 1] = (starts[piece] ?? 0) + (counts[piece] ?? 0);
  return {
    find: finder(packed, counts.length),
    starts,
    languages: valuesOf(packed.languages, packed.order),
    weights: valuesOf(packed.weights, packed.levels),
  };
}

function finder(packed: PackedTable, size: number): GramTable["find"] {
  const highs = new Uint16Array(size);
  const lows = new Int32Array(size);
  /** The piece of a place, counted from 1; 0 is a free place. */
  const places = new Int32Array(PLACES);
  eachGram(packed, (piece, high, low) => {
    highs[piece] = high;
    lows[piece] = low;
    let place = placeOf(high, low) & (PLACES - 1);
    while (places[place] !== 0) place = (place + 1) & (PLACES - 1);
    places[place] = piece + 1;
  });
  return (high, low) => {
    let place = placeOf(high, low) & (PLACES - 1);
    for (;;) {
      const piece = (places[place] ?? 0) - 1;
      if (piece < 0 || (lows[piece] === low && highs[piece] === high)) return piece;
      place = (place + 1) & (PLACES - 1);
    }
  };
}

type EachGram = (piece: number, high: number, low: number) => void;

/** Undo what shortens the list of pieces. */
function eachGram({ grams, signs }: PackedTable, each: EachGram): void {
  const byteOf = bytesBySign(signs);
  const bytes = new Uint8Array(6);
  let [piece, length] = [-1, 0];
  const end = (): void => {
    let [high, low] = [0, 0];
    for (let index = 0; index < length; index += 1) {
      high = ((high << 8) | (low >>> 24)) & 0xffff;
      low = (low << 8) | (bytes[index] ?? 0);
    }
    if (piece >= 0) each(piece, high, low);
  };
  for (let at = 0; at < grams.length; at += 1) {
    const code = grams.charCodeAt(at);
    const shared = code - 0x30;
    if (shared >= 0 && shared <= 9) {
      end();
      piece += 1;
      length = shared;
    } else {
      bytes[length] = byteOf[code] ?? 0;
      length += 1;
    }
  }
  end();
}

function bytesBySign(signs: string): Uint8Array {
  const byteOf = new Uint8Array(256).map((_, code) => code);
  for (let index = 0; index < signs.length; index += 1) {
    const sign = signs.charCodeAt(index);
    if (sign !== BLANK) byteOf[sign] = 0x80 + index;
  }
  return byteOf;
}

/** Signs of ranks. */
const SIGNS = 89;

/** Values written as ranks: a sign from `%` to `~` but `\`, each `!` before it worth all of these. */
function ranksIn(text: string): Uint8Array {
  const ranks = new Uint8Array(text.length);
  let [size, more] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x21) {
      more += SIGNS;
      continue;
    }
    ranks[size] = code - 0x25 - (code > 0x5c ? 1 : 0) + more;
    size += 1;
    more = 0;
  }
  return ranks.subarray(0, size);
}

function valuesOf(text: string, values: readonly number[]): Uint8Array {
  const ranks = ranksIn(text);
  for (let index = 0; index < ranks.length; index += 1) ranks[index] = values[ranks[index] ?? 0] ?? 0;
  return ranks;
}
