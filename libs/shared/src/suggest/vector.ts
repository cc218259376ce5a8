import { type Features, KINDS } from "./features.ts";

/** A message as a direction among all features known. */
export interface Vector {
  readonly rows: Int32Array;
  readonly values: Float32Array;
}

/** A message prepared for training: its known features, from which words can be left out. */
export interface Prepared {
  readonly words: number;
  readonly rows: Int32Array;
  readonly kinds: Uint8Array;
  readonly firsts: Uint16Array;
  readonly lasts: Uint16Array;
}

/** The features a model knows: a row for each, and how much a rare one counts. */
export interface Vocabulary {
  readonly rows: ReadonlyMap<number, number>;
  readonly weights: Float32Array;
}

/** Rare features count more, but gently: with few examples a label, every word is rare. */
const RARITY = 0.25;
/** More features than this cost memory and time, and the rarest of so many add nothing. */
const MOST_FEATURES = 80_000;

/** The features that stand in a set of messages; of very many, those that stand in the most messages. */
export function vocabularyOf(messages: readonly Features[]): Vocabulary {
  const counts = new Map<number, number>();
  for (const { hashes } of messages) for (const hash of hashes) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  let kept = [...counts];
  if (kept.length > MOST_FEATURES)
    kept = kept.sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST_FEATURES);
  return {
    rows: new Map(kept.map(([hash], row) => [hash, row])),
    weights: Float32Array.from(
      kept,
      ([, count]) => (Math.log((1 + messages.length) / (1 + count)) + 1) ** RARITY,
    ),
  };
}

/** A message's features as far as a vocabulary knows them. */
export function prepare(features: Features, { rows }: Vocabulary): Prepared {
  const known: number[] = [];
  const found: number[] = [];
  features.hashes.forEach((hash, index) => {
    const row = rows.get(hash);
    if (row === undefined) return;
    known.push(row);
    found.push(index);
  });
  return {
    words: features.words,
    rows: Int32Array.from(known),
    kinds: Uint8Array.from(found, (index) => features.kinds[index] ?? 0),
    firsts: Uint16Array.from(found, (index) => features.firsts[index] ?? 0),
    lasts: Uint16Array.from(found, (index) => features.lasts[index] ?? 0),
  };
}

/** The vector of a message, each kind of feature with the same length; `left` marks words to leave out. */
export function vectorOf(prepared: Prepared, weights: Float32Array, left?: Uint8Array): Vector {
  const kept = left ? without(prepared, left) : prepared;
  const values = new Float32Array(kept.rows.length);
  for (let index = 0; index < values.length; index += 1) values[index] = weights[kept.rows[index] ?? 0] ?? 0;
  const squares = new Float64Array(KINDS);
  values.forEach((value, index) => {
    const kind = kept.kinds[index] ?? 0;
    squares[kind] = (squares[kind] ?? 0) + value * value;
  });
  const scales = scalesOf(squares);
  for (let index = 0; index < values.length; index += 1) {
    values[index] = (values[index] ?? 0) * (scales[kept.kinds[index] ?? 0] ?? 0);
  }
  return { rows: kept.rows, values };
}

/** The features that stand in none of the words left out. */
function without({ rows, kinds, firsts, lasts }: Prepared, left: Uint8Array) {
  const keptRows = new Int32Array(rows.length);
  const keptKinds = new Uint8Array(rows.length);
  let size = 0;
  for (let index = 0; index < rows.length; index += 1) {
    if (left[firsts[index] ?? 0] || left[lasts[index] ?? 0]) continue;
    keptRows[size] = rows[index] ?? 0;
    keptKinds[size] = kinds[index] ?? 0;
    size += 1;
  }
  return { rows: keptRows.subarray(0, size), kinds: keptKinds };
}

function scalesOf(squares: Float64Array): Float64Array {
  const present = squares.filter((square) => square > 0).length || 1;
  return squares.map((square) => (square > 0 ? 1 / Math.sqrt(square * present) : 0));
}
