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

/** Make a packed model ready to score. */
export function unpack({ tags, shape, step, bias, rows }: PackedModel): LinearModel {
  const width = tags.length;
  const weights = new Int16Array(width << shape.bits);
  let bucket = -1;
  for (let at = 0; at < rows.length; at += width) {
    let gap = 0;
    for (let code = 0; code < 110; at += 1) {
      code = rows.charCodeAt(at);
      gap = gap * 13 + ((code - 97) % 13);
    }
    bucket += gap;
    for (let tag = 0; tag < width; tag += 1) {
      const level = rows.charCodeAt(at + tag) - ZERO;
      weights[bucket * width + tag] = level * Math.abs(level);
    }
  }
  return { tags, scores: (text) => score(text, { width, weights, shape, step, bias }) };
}

interface Unpacked {
  readonly width: number;
  readonly weights: Int16Array;
  readonly shape: GramShape;
  readonly step: number;
  readonly bias: readonly number[];
}

function score(text: string, { width, weights, shape, step, bias }: Unpacked): Float64Array {
  const pieces = grams(text, shape);
  const sums = new Float64Array(width);
  for (const piece of pieces) {
    const row = piece * width;
    for (let tag = 0; tag < width; tag += 1) sums[tag] = (sums[tag] ?? 0) + (weights[row + tag] ?? 0);
  }
  // A text twice as long is not twice as sure: its pieces repeat one another.
  const share = step / Math.sqrt(Math.max(1, pieces.length));
  return sums.map((sum, tag) => sum * share + (bias[tag] ?? 0));
}
