import type { Size } from "./learner.ts";
import { addScaled, correct, noErrors, tableOf } from "./numbers.ts";
import { shuffled } from "./random.ts";
import { type RegressionWeights, regressionScores } from "./regression.ts";
import type { Vector } from "./vector.ts";

/** Messages as vectors, each with the index of its label. */
interface Answered {
  readonly vectors: readonly Vector[];
  readonly answers: Int32Array;
}

/** How much a message on the wrong side costs. */
const COST = 3;
/** A margin of 1 is a clear case: as a score it weighs this much. */
const SHARPNESS = 4;
const STEADY = 1 / (2 * COST);

/**
 * Learn a border around each label with as wide a margin as the messages leave (a linear support vector machine with
 * squared loss, solved in its dual by coordinate descent). It forgets what is far from the border, so it errs elsewhere
 * than a regression. Yields after each message.
 */
export function* fittingMargins(
  { vectors, answers }: Answered,
  size: Size,
  { passes, random }: { readonly passes: number; readonly random: () => number },
): Generator<void, RegressionWeights> {
  const weights: RegressionWeights = {
    table: tableOf(size.features, size.labels),
    bias: new Float32Array(size.labels),
  };
  const holds = tableOf(vectors.length, size.labels);
  const lengths = vectors.map(({ values }) => values.reduce((sum, value) => sum + value * value, 1));
  const scores = new Float32Array(size.labels);
  const moves = noErrors(size.labels);
  for (let pass = 0; pass < passes; pass += 1) {
    for (const index of shuffled(vectors.length, random)) {
      const vector = vectors[index];
      const held = holds.rows[index];
      if (!vector || !held) continue;
      regressionScores(weights, vector, scores);
      measureMoves(moves, {
        scores,
        held,
        answer: answers[index] ?? 0,
        curve: (lengths[index] ?? 1) + STEADY,
      });
      move(weights, vector, moves);
      yield;
    }
  }
  return sharpened(weights);
}

interface Standing {
  readonly scores: Float32Array;
  /** How hard each label's border is held by this message; never below 0. */
  readonly held: Float32Array;
  readonly answer: number;
  readonly curve: number;
}

/** How far each border moves for one message. */
function measureMoves(moves: ReturnType<typeof noErrors>, { scores, held, answer, curve }: Standing): void {
  moves.count = 0;
  for (let label = 0; label < scores.length; label += 1) {
    const side = label === answer ? 1 : -1;
    const before = held[label] ?? 0;
    const slope = side * (scores[label] ?? 0) - 1 + STEADY * before;
    const after = Math.max(before - slope / curve, 0);
    if (after === before) continue;
    held[label] = after;
    moves.labels[moves.count] = label;
    moves.amounts[moves.count] = (after - before) * side;
    moves.count += 1;
  }
}

function move(
  { table, bias }: RegressionWeights,
  { rows, values }: Vector,
  moves: ReturnType<typeof noErrors>,
): void {
  if (moves.count === 0) return;
  rows.forEach((feature, index) => {
    const row = table.rows[feature];
    if (row) correct(row, -(values[index] ?? 0), moves);
  });
  correct(bias, -1, moves);
}

function sharpened({ table, bias }: RegressionWeights): RegressionWeights {
  addScaled(table.all, SHARPNESS - 1, table.all);
  addScaled(bias, SHARPNESS - 1, bias);
  return { table, bias };
}
