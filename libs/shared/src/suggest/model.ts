import { type Calibration, calibratedFitting, calibratedWork, evidenceOf, scoresOf } from "./calibration.ts";
import { type Features, featuresOf } from "./features.ts";
import type { Fit } from "./fit.ts";

/** A message and what it was about: the template that answered it, or the one it is a sample of. */
export interface Example {
  /** BCP 47 tag of the message. */
  readonly lang: string;
  readonly text: string;
  /** The template's key, or any other name. */
  readonly label: string;
}

/** A language's trained model. */
export interface Model {
  readonly labels: readonly string[];
  readonly fit: Fit;
  readonly calibration: Calibration;
}

/** The trained model of each language, by the tag `languageKey` gives. */
export type Models = ReadonlyMap<string, Model>;

/** Countries share a model: what Brazilians and Portuguese write about is written alike enough. */
export const languageKey = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0] || "und";

/** Fewer examples of a label than this, on average, teach nothing that knowing them by heart does not. */
const LEAST_EXAMPLES = 3;

/** Train a model for each language that has enough examples; yields the share done, 0 to 1. */
export function* training(examples: readonly Example[]): Generator<number, Models> {
  const lessons = lessonsOf(examples);
  const all = lessons.reduce((sum, { messages }) => sum + calibratedWork(messages.length), 0);
  const models = new Map<string, Model>();
  let done = 0;
  for (const { language, labels, ...lesson } of lessons) {
    const asked = { ...lesson, labels: labels.length };
    const parts = calibratedFitting(asked);
    let step = parts.next();
    while (!step.done) {
      done += step.value;
      yield Math.min(1, done / all);
      step = parts.next();
    }
    models.set(language, { labels, ...step.value });
  }
  return models;
}

/** Train to the end without telling how far it is. */
export function trained(examples: readonly Example[]): Models {
  const work = training(examples);
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

/** The score of each of a model's labels for a message, honest as far as could be measured; they sum up to 1. */
export const modelScores = ({ fit, calibration }: Model, message: Features): Float32Array =>
  scoresOf(evidenceOf(fit, message), calibration);

interface LanguageLesson {
  readonly language: string;
  readonly labels: readonly string[];
  readonly messages: readonly Features[];
  readonly answers: Int32Array;
}

function lessonsOf(examples: readonly Example[]): readonly LanguageLesson[] {
  const byLanguage = Map.groupBy(examples, ({ lang }) => languageKey(lang));
  return [...byLanguage].flatMap(([language, own]): LanguageLesson[] => {
    const labels = [...new Set(own.map(({ label }) => label))].sort();
    if (labels.length < 2 || own.length < LEAST_EXAMPLES * labels.length) return [];
    const places = new Map(labels.map((label, place) => [label, place]));
    return [
      {
        language,
        labels,
        messages: own.map(({ text }) => featuresOf(text)),
        answers: Int32Array.from(own, ({ label }) => places.get(label) ?? 0),
      },
    ];
  });
}
