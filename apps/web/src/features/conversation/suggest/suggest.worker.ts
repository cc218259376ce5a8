import {
  type Circumstances,
  createHabits,
  createSuggester,
  type Lean,
  type Models,
  type Ranking,
  restoreModels,
  type Suggester,
  storeModels,
  training,
} from "@parley/shared/suggest";
import { dropModel, dropUnused, keepModel, keptModel } from "./kept-models.ts";
import { type Lesson, learntFirst, marksOf, sameMarks } from "./lesson.ts";

/** A message to rank templates for. */
export interface RankAsked {
  readonly key: string;
  readonly lang: string;
  readonly text: string;
  /** Keys of templates that may be used. */
  readonly among: readonly string[];
  readonly here: Circumstances;
}

/** How far a lesson is learnt. */
export interface Progress {
  /** 0 to 1. */
  readonly share: number;
  /** Whether a model is there, maybe an older one: scores are measured ones then. */
  readonly measured: boolean;
}

export type ToWorker =
  | ({ readonly kind: "learn" } & Lesson)
  | ({ readonly kind: "rank"; readonly id: number } & RankAsked);

export type FromWorker =
  | { readonly kind: "ranked"; readonly id: number; readonly ranking: Ranking }
  | ({ readonly kind: "learnt"; readonly key: string } & Progress);

/** A trained model and what it has learnt. */
interface Trained {
  readonly models: Models;
  readonly marks: Uint32Array;
}

interface Known {
  readonly suggester: Suggester;
  readonly lean: (here: Circumstances) => Lean;
  /** Null until the first training is done. */
  readonly trained: Trained | null;
}

const known = new Map<string, Known>();
/** The newest lesson of each key: an older one that is still being learnt gives up. */
const newest = new Map<string, Lesson>();
const LIMIT = 5;
/** Training stops this often to answer questions, in milliseconds. */
const STRETCH = 40;

const post = (message: FromWorker): void => self.postMessage(message);
const pause = () => new Promise((resolve) => setTimeout(resolve));

self.addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === "learn") void learn(data);
  else post({ kind: "ranked", id: data.id, ranking: rank(data) });
});
void dropUnused(Date.now());

/** Know the examples by heart at once, then learn what they have in common, unless a model has learnt just that already. */
async function learn(lesson: Lesson): Promise<void> {
  const { key, examples } = lesson;
  newest.set(key, lesson);
  const before = known.get(key)?.trained ?? (await restored(key));
  if (newest.get(key) !== lesson) return;
  known.set(key, knownOf(lesson, before));
  const marks = marksOf(examples);
  if (before && sameMarks(before.marks, marks)) {
    post({ kind: "learnt", key, share: 1, measured: true });
    return;
  }
  const models = await train(lesson, before !== null);
  if (!models) return;
  const trained = { models, marks };
  known.set(key, knownOf(lesson, trained));
  post({ kind: "learnt", key, share: 1, measured: true });
  await keepModel({ key, bytes: storeModels(models), marks, keptAt: Date.now() });
}

/** What is known of a lesson: what a model has learnt of it, and by heart what came since. */
function knownOf({ examples, uses }: Lesson, trained: Trained | null): Known {
  const suggester = createSuggester();
  const inOrder = learntFirst(examples, trained?.marks ?? new Uint32Array());
  for (const example of inOrder.examples) suggester.add(example);
  if (trained) suggester.adopt(trained.models, inOrder.learnt);
  return { suggester, lean: createHabits(uses), trained };
}

/** Train, and answer questions in between. Null when a newer lesson came. */
async function train(lesson: Lesson, measured: boolean): Promise<Models | null> {
  const { key, examples } = lesson;
  post({ kind: "learnt", key, share: 0, measured });
  const work = training(examples);
  let until = performance.now() + STRETCH;
  let step = work.next();
  while (!step.done) {
    if (performance.now() > until) {
      post({ kind: "learnt", key, share: Math.min(0.99, step.value), measured });
      await pause();
      if (newest.get(key) !== lesson) return null;
      until = performance.now() + STRETCH;
    }
    step = work.next();
  }
  return step.value;
}

/** The model that this browser has kept. One of another version of Parley, or cut off, goes. */
async function restored(key: string): Promise<Trained | null> {
  const kept = await keptModel(key);
  if (!kept) return null;
  const found = restoreModels(kept.bytes);
  if (found.kind === "models") return { models: found.models, marks: kept.marks };
  await dropModel(key);
  return null;
}

function rank({ key, lang, text, among, here }: RankAsked): Ranking {
  const one = known.get(key);
  if (!one) return { suggestions: [], confident: false };
  return one.suggester.rank({ lang, text, limit: LIMIT, among: new Set(among), lean: one.lean(here) });
}
