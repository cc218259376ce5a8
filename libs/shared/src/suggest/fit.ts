import type { Features } from "./features.ts";
import { createHiddenLayer, type HiddenLayerWeights, hiddenLayerScores } from "./hidden-layer.ts";
import type { Learner, Size } from "./learner.ts";
import { fittingMargins } from "./margins.ts";
import { softmax } from "./numbers.ts";
import { type MarginsPlan, planOf, type ReadingPlan } from "./plan.ts";
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

/** What a lesson taught: three ways to see it, which err in different places. */
export interface Fit {
  readonly vocabulary: Vocabulary;
  readonly regression: RegressionWeights;
  /** These two are left out where there is so much to learn that they add nothing but time. */
  readonly hiddenLayer?: HiddenLayerWeights;
  readonly margins?: RegressionWeights;
}

/** Steps between two reports of progress. */
const STRETCH = 128;

/** Learn a lesson; yields the work done since it last did. */
export function* fitting(lesson: Lesson): Generator<number, Fit> {
  const plan = planOf(lesson.messages.length);
  const vocabulary = vocabularyOf(lesson.messages);
  const size = { features: vocabulary.weights.length, labels: lesson.labels };
  const reading = {
    prepared: lesson.messages.map((message) => prepare(message, vocabulary)),
    answers: lesson.answers,
    weights: vocabulary.weights,
    random: seededRandom(1),
  };
  const regression = createRegression(size);
  yield* read(regression, reading, plan.regression);
  if (!plan.others) return { vocabulary, regression: regression.weights };
  const hiddenLayer = createHiddenLayer(size, plan.others.hiddenLayer.step);
  yield* read(hiddenLayer, reading, plan.others.hiddenLayer);
  const margins = yield* findMargins(reading, size, plan.others.margins);
  return { vocabulary, regression: regression.weights, hiddenLayer: hiddenLayer.weights, margins };
}

function* findMargins(
  { prepared, answers, weights, random }: Reading,
  size: Size,
  { passes, work }: MarginsPlan,
): Generator<number, RegressionWeights> {
  const vectors = prepared.map((message) => vectorOf(message, weights));
  const steps = fittingMargins({ vectors, answers }, size, { passes, random });
  let step = steps.next();
  for (let done = 1; !step.done; done += 1) {
    if (done % STRETCH === 0) yield STRETCH * work;
    step = steps.next();
  }
  return step.value;
}

interface Reading {
  readonly prepared: readonly Prepared[];
  readonly answers: Int32Array;
  readonly weights: Float32Array;
  readonly random: () => number;
}

function* read(learner: Learner, reading: Reading, pace: ReadingPlan): Generator<number, void> {
  const { prepared, answers, weights, random } = reading;
  let since = 0;
  for (let pass = 0; pass < pace.passes; pass += 1) {
    const rate = 1 - pass / pace.passes;
    for (const index of shuffled(prepared.length, random)) {
      const message = prepared[index];
      if (!message) continue;
      const vector = vectorOf(message, weights, someWords(message.words, pace.leftOut, random));
      learner.learn(vector, answers[index] ?? 0, rate);
      since += pace.work;
      if (since < STRETCH) continue;
      yield since;
      since = 0;
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

const FLOOR = 1e-7;

/** How much speaks for each label: the logarithms of its shares, one way of seeing and another. */
export function evidence({ regression, hiddenLayer, margins }: Fit, vector: Vector): Float32Array {
  const labels = regression.bias.length;
  const views = [
    regressionScores(regression, vector, new Float32Array(labels)),
    ...(hiddenLayer ? [hiddenLayerScores(hiddenLayer, vector)] : []),
    ...(margins ? [regressionScores(margins, vector, new Float32Array(labels))] : []),
  ];
  const sum = new Float32Array(labels);
  for (const view of views) {
    softmax(view).forEach((share, label) => {
      sum[label] = (sum[label] ?? 0) + Math.log(share + FLOOR);
    });
  }
  return sum;
}
