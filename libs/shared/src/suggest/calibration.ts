import type { Features } from "./features.ts";
import { evidence, type Fit, fitting, type Lesson } from "./fit.ts";
import { softmax } from "./numbers.ts";
import { workOf } from "./plan.ts";
import { seededRandom, shuffled } from "./random.ts";
import { prepare, vectorOf } from "./vector.ts";

/** How shares of evidence become honest scores, and from which score on the first label is marked as confident. */
export interface Calibration {
  /** Evidence is divided by this. */
  readonly temperature: number;
  /** Above 1: never. */
  readonly threshold: number;
}

/** What a fit said about a message it had not seen, and what was right. */
export interface Outcome {
  readonly evidence: Float32Array;
  readonly answer: number;
}

/** Marks are right at least this often. */
const PROMISED = 0.97;
/** By how many standard errors the messages held out must do better, since they are few; the second where none does. */
const CAUTION = [1.5, 0.5];
/** Below this, being right was luck. */
const LEAST_THRESHOLD = 0.5;
const NEVER = 2;

/** What was learnt, and how sure one may be of it. */
export interface Calibrated {
  readonly fit: Fit;
  readonly calibration: Calibration;
}

/** How many parts a lesson is cut into, and how many of them are held out in turn. */
function trialsOf(messages: number): { readonly parts: number; readonly trials: number } {
  if (messages < 500) return { parts: 4, trials: 4 };
  if (messages < 2_500) return { parts: 4, trials: 2 };
  return { parts: 6, trials: 1 };
}

/** Work that `calibratedFitting` does, in the steps of `workOf`. */
export function calibratedWork(messages: number): number {
  const { parts, trials } = trialsOf(messages);
  return workOf(messages) + trials * workOf(Math.round((messages * (parts - 1)) / parts));
}

/** Learn a lesson and measure on held out parts of it how sure one may be; yields the work done since it last did. */
export function* calibratedFitting(lesson: Lesson): Generator<number, Calibrated> {
  const { parts, trials } = trialsOf(lesson.messages.length);
  const order = shuffled(lesson.messages.length, seededRandom(3));
  const outcomes: Outcome[] = [];
  for (let trial = 0; trial < trials; trial += 1) {
    const { learnt, held } = parted(lesson, order, { parts, held: trial });
    outcomes.push(...outcomesOf(yield* fitting(learnt), held));
  }
  const fit = yield* fitting(lesson);
  return { fit, calibration: calibrationOf(outcomes) };
}

interface Cut {
  readonly parts: number;
  readonly held: number;
}

function parted(lesson: Lesson, order: Int32Array, { parts, held }: Cut) {
  return {
    learnt: part(
      lesson,
      order.filter((_, place) => place % parts !== held),
    ),
    held: part(
      lesson,
      order.filter((_, place) => place % parts === held),
    ),
  };
}

const outcomesOf = (fit: Fit, { messages, answers }: Lesson): readonly Outcome[] =>
  messages.map((message, index) => ({ evidence: evidenceOf(fit, message), answer: answers[index] ?? 0 }));

/** The evidence of a message's features. */
export const evidenceOf = (fit: Fit, message: Features): Float32Array =>
  evidence(fit, vectorOf(prepare(message, fit.vocabulary), fit.vocabulary.weights));

const part = ({ messages, answers, labels }: Lesson, chosen: Int32Array): Lesson => ({
  messages: [...chosen].flatMap((index) => messages[index] ?? []),
  answers: chosen.map((index) => answers[index] ?? 0),
  labels,
});

/** The temperature that makes scores honest, then the lowest threshold above which marks keep their promise. */
export function calibrationOf(outcomes: readonly Outcome[]): Calibration {
  const temperature = temperatureOf(outcomes);
  const marks = outcomes.map((outcome) => markOf(outcome, temperature)).sort((a, b) => b.score - a.score);
  const thresholds = CAUTION.map((caution) => thresholdOf(marks, caution));
  return { temperature, threshold: thresholds.find((threshold) => threshold !== NEVER) ?? NEVER };
}

/** The lowest score above which enough of the marks are right. */
function thresholdOf(marks: readonly Mark[], caution: number): number {
  let right = 0;
  let threshold = NEVER;
  marks.forEach((mark, index) => {
    right += mark.right ? 1 : 0;
    const kept = mark.score >= LEAST_THRESHOLD && keepsPromise({ right, all: index + 1 }, caution);
    if (kept && marks[index + 1]?.score !== mark.score) threshold = mark.score;
  });
  return threshold;
}

/** Whether so many right ones of so many are enough; one wrong one that was not met is counted. */
function keepsPromise(
  { right, all }: { readonly right: number; readonly all: number },
  caution: number,
): boolean {
  const share = right / (all + 1);
  return share - caution * Math.sqrt((share * (1 - share)) / all) >= PROMISED;
}

/** The scores of a message's labels. */
export const scoresOf = (given: Float32Array, { temperature }: Calibration): Float32Array =>
  softmax(given.map((value) => value / temperature));

/** Tried in equal steps of ratio: cheap, and finer than the outcomes are. */
function temperatureOf(outcomes: readonly Outcome[]): number {
  let best = { temperature: 1, surprise: Number.POSITIVE_INFINITY };
  for (let temperature = 0.4; temperature < 6; temperature *= 1.08) {
    const surprise = outcomes.reduce((sum, outcome) => sum + surpriseOf(outcome, temperature), 0);
    if (surprise < best.surprise) best = { temperature, surprise };
  }
  return outcomes.length === 0 ? 1 : best.temperature;
}

function surpriseOf({ evidence: given, answer }: Outcome, temperature: number): number {
  const shares = softmax(given.map((value) => value / temperature));
  return -Math.log((shares[answer] ?? 0) + 1e-9);
}

/** The first label's score, and whether it was right. */
interface Mark {
  readonly score: number;
  readonly right: boolean;
}

function markOf({ evidence: given, answer }: Outcome, temperature: number): Mark {
  const shares = softmax(given.map((value) => value / temperature));
  const score = Math.max(...shares);
  return { score, right: shares[answer] === score };
}
