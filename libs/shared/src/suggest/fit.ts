import type { Features } from "./features.ts";
import { createHiddenLayer, type HiddenLayerWeights, hiddenLayerScores } from "./hidden-layer.ts";
import type { Learner } from "./learner.ts";
import { softmax } from "./numbers.ts";
import { seededRandom, shuffled } from "./random.ts";
import { createRegression, type RegressionWeights, regressionScores } from "./regression.ts";
import { type Prepared, prepare, type Vector, type Vocabulary, vectorOf, vocabularyOf } from "./vector.ts";

/** Messages as features, each with the index of its label. */
export interface Lesson {
  readonly messages: readonly Features[];
  readonly answers: Int32Array;
  /** How many labels there are. */
  readonly labels: number;
}

/** What a lesson taught. */
export interface Fit {
  readonly vocabulary: Vocabulary;
  readonly regression: RegressionWeights;
  /** Where there was too much to learn for two, the regression stands alone. */
  readonly hiddenLayer?: HiddenLayerWeights;
}

/** The share of words left out each time a message is read, so that no label hangs on one word. */
const LEFT_OUT = { regression: 0.15, hiddenLayer: 0.4 };
/** How often a lesson is read: a short one many times. */
const READINGS = {
  regression: { steps: 64_000, least: 4, most: 12 },
  hiddenLayer: { passes: 25, examples: 2_500, reach: 6_000 },
};
/** Steps between two reports of progress. */
const STRETCH = 128;

/** Work that `fitting` does, in steps of a message read once. */
export function workOf(examples: number): number {
  return examples * (regressionPasses(examples) + 3 * hiddenLayerPasses(examples));
}

const regressionPasses = (examples: number): number => {
  const { steps, least, most } = READINGS.regression;
  return Math.min(most, Math.max(least, Math.round(steps / Math.max(1, examples))));
};

/** None above a size: it needs many passes to be worth its time. */
const hiddenLayerPasses = (examples: number): number => {
  const { passes, examples: full, reach } = READINGS.hiddenLayer;
  if (examples > reach) return 0;
  return Math.round(Math.min(passes, (passes * full) / Math.max(1, examples)));
};

/** Learn a lesson; yields the work done since it last did. */
export function* fitting(lesson: Lesson): Generator<number, Fit> {
  const vocabulary = vocabularyOf(lesson.messages);
  const prepared = lesson.messages.map((message) => prepare(message, vocabulary));
  const size = { features: vocabulary.weights.length, labels: lesson.labels };
  const reading = { lesson, prepared, weights: vocabulary.weights };
  const regression = createRegression(size);
  yield* read(regression, reading, {
    passes: regressionPasses(prepared.length),
    leftOut: LEFT_OUT.regression,
    work: 1,
  });
  const passes = hiddenLayerPasses(prepared.length);
  if (passes === 0) return { vocabulary, regression: regression.weights };
  const hiddenLayer = createHiddenLayer(size);
  yield* read(hiddenLayer, reading, { passes, leftOut: LEFT_OUT.hiddenLayer, work: 3 });
  return { vocabulary, regression: regression.weights, hiddenLayer: hiddenLayer.weights };
}

interface Reading {
  readonly lesson: Lesson;
  readonly prepared: readonly Prepared[];
  readonly weights: Float32Array;
}

interface Pace {
  readonly passes: number;
  readonly leftOut: number;
  readonly work: number;
}

function* read(
  learner: Learner,
  { lesson, prepared, weights }: Reading,
  pace: Pace,
): Generator<number, void> {
  const random = seededRandom(1);
  let since = 0;
  for (let pass = 0; pass < pace.passes; pass += 1) {
    const rate = 1 - pass / pace.passes;
    for (const index of shuffled(prepared.length, random)) {
      const message = prepared[index];
      if (!message) continue;
      const vector = vectorOf(message, weights, someWords(message.words, pace.leftOut, random));
      learner.learn(vector, lesson.answers[index] ?? 0, rate);
      since += pace.work;
      if (since >= STRETCH) {
        yield since;
        since = 0;
      }
    }
  }
  yield since;
}

/** Which words to leave out; never all. */
function someWords(words: number, share: number, random: () => number): Uint8Array | undefined {
  const left = new Uint8Array(words);
  let count = 0;
  for (let word = 0; word < words; word += 1) {
    if (random() >= share) continue;
    left[word] = 1;
    count += 1;
  }
  if (count === words && words > 0) left[Math.floor(random() * words)] = 0;
  return count === 0 ? undefined : left;
}

/** How much speaks for each label, as the logarithm of its share; where two were asked, the sum of both. */
export function evidence({ regression, hiddenLayer }: Fit, vector: Vector): Float32Array {
  const shares = softmax(regressionScores(regression, vector, new Float32Array(regression.bias.length)));
  const others = hiddenLayer && softmax(hiddenLayerScores(hiddenLayer, vector));
  return shares.map(
    (share, label) => Math.log(share + FLOOR) + (others ? Math.log((others[label] ?? 0) + FLOOR) : 0),
  );
}

const FLOOR = 1e-7;
