import type { Learner, Size } from "./learner.ts";
import { addScaled, correct, measureErrors, noErrors, softmax, type Table, tableOf } from "./numbers.ts";
import type { Vector } from "./vector.ts";

/** What a multinomial logistic regression has learnt: a row for each feature, a number for each label. */
export interface RegressionWeights {
  readonly table: Table;
  readonly bias: Float32Array;
}

const BIAS_STEP = 0.02;
const TINY = 1e-6;

/** A multinomial logistic regression. Rows learn at their own pace (AdaGrad): rare features fast, common ones with care. */
export function createRegression({
  features,
  labels,
}: Size): Learner & { readonly weights: RegressionWeights } {
  const weights: RegressionWeights = { table: tableOf(features, labels), bias: new Float32Array(labels) };
  const { rows } = weights.table;
  const pace = new Float32Array(features);
  const shares = new Float32Array(labels);
  const errors = noErrors(labels);
  return {
    weights,
    scores: (vector) => regressionScores(weights, vector, new Float32Array(labels)),
    learn: (vector, label, rate) => {
      measureErrors(errors, softmax(regressionScores(weights, vector, shares)), label);
      vector.rows.forEach((row, index) => {
        const value = vector.values[index] ?? 0;
        const seen = (pace[row] ?? 0) + errors.squares * value * value;
        pace[row] = seen;
        const numbers = rows[row];
        if (numbers) correct(numbers, (rate * value) / Math.sqrt(seen + TINY), errors);
      });
      correct(weights.bias, BIAS_STEP * rate, errors);
    },
  };
}

/** The score of each label, written to `scores`. */
export function regressionScores(
  { table, bias }: RegressionWeights,
  { rows, values }: Vector,
  scores: Float32Array,
): Float32Array {
  scores.set(bias);
  for (let index = 0; index < rows.length; index += 1) {
    const row = table.rows[rows[index] ?? 0];
    if (row) addScaled(scores, values[index] ?? 0, row);
  }
  return scores;
}
