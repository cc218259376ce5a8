import type { Learner, Size } from "./learner.ts";
import {
  addScaled,
  correct,
  measureErrors,
  noErrors,
  softmax,
  type Table,
  tableOf,
  weighed,
} from "./numbers.ts";
import { seededRandom } from "./random.ts";
import type { Vector } from "./vector.ts";

/** What a network with one hidden layer has learnt: features to units, units to labels. */
export interface HiddenLayerWeights {
  readonly units: Table;
  readonly unitBias: Float32Array;
  readonly labels: Table;
  readonly labelBias: Float32Array;
}

/** More units cost time and, with few examples, gain little. */
const UNITS = 64;
const LABEL_STEP = 0.05;
const BIAS_STEP = 0.01;
const TINY = 1e-8;
const BEGINNING = 1e-3;

/**
 * A network with one hidden layer. With few examples a label it sees what a regression cannot, that features of one
 * label go together; both are asked and agree better than either.
 */
export function createHiddenLayer(
  { features, labels }: Size,
  unitStep: number,
): Learner & { readonly weights: HiddenLayerWeights } {
  const weights = beginning({ features, labels });
  const unitPace = new Float32Array(features);
  const labelPace = new Float32Array(UNITS).fill(BEGINNING);
  const held = new Float32Array(UNITS);
  const blame = new Float32Array(UNITS);
  const shares = new Float32Array(labels);
  const errors = noErrors(labels);

  function learnLabels(rate: number): number {
    let squares = 0;
    held.forEach((value, unit) => {
      blame[unit] = 0;
      const row = weights.labels.rows[unit];
      if (value === 0 || !row) return;
      const share = weighed(row, errors);
      blame[unit] = share;
      squares += share * share;
      const seen = (labelPace[unit] ?? 0) + errors.squares * value * value;
      labelPace[unit] = seen;
      correct(row, (rate * LABEL_STEP * value) / Math.sqrt(seen), errors);
    });
    correct(weights.labelBias, rate * BIAS_STEP, errors);
    return squares;
  }

  function learnUnits(vector: Vector, squares: number, rate: number): void {
    vector.rows.forEach((feature, index) => {
      const value = vector.values[index] ?? 0;
      const seen = (unitPace[feature] ?? 0) + squares * value * value;
      unitPace[feature] = seen;
      const row = weights.units.rows[feature];
      if (row) addScaled(row, (-rate * unitStep * value) / Math.sqrt(seen + TINY), blame);
    });
    addScaled(weights.unitBias, -rate * BIAS_STEP, blame);
  }

  return {
    weights,
    scores: (vector) =>
      labelScores(weights, unitsOf(weights, vector, new Float32Array(UNITS)), new Float32Array(labels)),
    learn: (vector, label, rate) => {
      measureErrors(errors, softmax(labelScores(weights, unitsOf(weights, vector, held), shares)), label);
      learnUnits(vector, learnLabels(rate), rate);
    },
  };
}

/** The score of each label. */
export const hiddenLayerScores = (weights: HiddenLayerWeights, vector: Vector): Float32Array =>
  labelScores(
    weights,
    unitsOf(weights, vector, new Float32Array(weights.units.width)),
    new Float32Array(weights.labels.width),
  );

function unitsOf({ units, unitBias }: HiddenLayerWeights, vector: Vector, held: Float32Array): Float32Array {
  held.set(unitBias);
  for (let index = 0; index < vector.rows.length; index += 1) {
    const row = units.rows[vector.rows[index] ?? 0];
    if (row) addScaled(held, vector.values[index] ?? 0, row);
  }
  for (let unit = 0; unit < held.length; unit += 1) if ((held[unit] ?? 0) < 0) held[unit] = 0;
  return held;
}

function labelScores(
  { labels, labelBias }: HiddenLayerWeights,
  held: Float32Array,
  scores: Float32Array,
): Float32Array {
  scores.set(labelBias);
  held.forEach((value, unit) => {
    const row = labels.rows[unit];
    if (value !== 0 && row) addScaled(scores, value, row);
  });
  return scores;
}

/** Small numbers of chance: equal ones would stay equal. */
function beginning({ features, labels }: Size): HiddenLayerWeights {
  const random = seededRandom(7);
  const bell = () => (random() + random() + random() - 1.5) * 2;
  const filled = (size: number, scale: number) => Float32Array.from({ length: size }, () => bell() * scale);
  return {
    units: tableOf(features, UNITS, filled(features * UNITS, 0.1)),
    unitBias: new Float32Array(UNITS),
    labels: tableOf(UNITS, labels, filled(UNITS * labels, 0.7 / Math.sqrt(UNITS))),
    labelBias: new Float32Array(labels),
  };
}
