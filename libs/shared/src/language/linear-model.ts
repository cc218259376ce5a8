import { type GramShape, grams } from "./grams.ts";

/** A trained model as `scripts/train/linear.mjs` writes it. */
export interface PackedModel {
  readonly tags: readonly string[];
  readonly shape: GramShape;
  /** What level 1 is worth. A weight is its level times the level's size, so that small weights keep their difference. */
  readonly step: number;
  /** One number per tag. */
  readonly bias: readonly number[];
  /**
   * The buckets with weights, in order: the gap since the last one in base 13 (`a`–`m`, the last digit `n`–`z`), then
   * one sign per tag for its level, from `(` (-20) over `<` (0) to `P` (20).
   */
  readonly rows: string;
}

/** Scores texts by the pieces in them. */
export interface LinearModel {
  readonly tags: readonly string[];
  /** Log odds, one per tag, comparable among the tags of one text only. */
  readonly scores: (text: string) => Float64Array;
}

const ZERO = 60;

/** Make a packed model ready to score: find its buckets. Their weights are read where they stand. */
export function unpack({ tags, shape, step, bias, rows }: PackedModel): LinearModel {
  const width = tags.length;
  /** Where the weights of a bucket begin in `rows`; 0 for a bucket without any. */
  const places = new Int32Array(1 << shape.bits);
  let bucket = -1;
  for (let at = 0; at < rows.length; at += width) {
    let gap = 0;
    for (let code = 0; code < 110; at += 1) {
      code = rows.charCodeAt(at);
      gap = gap * 13 + ((code - 97) % 13);
    }
    bucket += gap;
    places[bucket] = at;
  }
  return { tags, scores: (text) => score(text, { width, places, rows, shape, step, bias }) };
}

interface Unpacked {
  readonly width: number;
  readonly places: Int32Array;
  readonly rows: string;
  readonly shape: GramShape;
  readonly step: number;
  readonly bias: readonly number[];
}

function score(text: string, { width, places, rows, shape, step, bias }: Unpacked): Float64Array {
  const pieces = grams(text, shape);
  const sums = new Float64Array(width);
  for (const piece of pieces) {
    const place = places[piece] ?? 0;
    if (place > 0) addWeights(rows, place, sums);
  }
  // A text twice as long is not twice as sure: its pieces repeat one another.
  const share = step / Math.sqrt(Math.max(1, pieces.length));
  return sums.map((sum, tag) => sum * share + (bias[tag] ?? 0));
}

function addWeights(rows: string, place: number, sums: Float64Array): void {
  for (let tag = 0; tag < sums.length; tag += 1) {
    const level = rows.charCodeAt(place + tag) - ZERO;
    sums[tag] = (sums[tag] ?? 0) + level * Math.abs(level);
  }
}
