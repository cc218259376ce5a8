import {
  type Circumstances,
  createHabits,
  createSuggester,
  type Example,
  type Lean,
  type Ranking,
  type Suggester,
  training,
  type Use,
} from "@parley/shared/suggest";

/** What a brand's templates in one language are learnt from. */
export interface Lesson {
  /** The brand and the language. */
  readonly key: string;
  readonly examples: readonly Example[];
  readonly uses: readonly Use[];
}

/** A message to rank templates for. */
export interface RankAsked {
  readonly key: string;
  readonly lang: string;
  readonly text: string;
  /** Keys of templates that may be used. */
  readonly among: readonly string[];
  readonly here: Circumstances;
}

export type ToWorker =
  | ({ readonly kind: "learn" } & Lesson)
  | ({ readonly kind: "rank"; readonly id: number } & RankAsked);

export type FromWorker =
  | { readonly kind: "ranked"; readonly id: number; readonly ranking: Ranking }
  /** How much of a lesson is learnt, 0 to 1; at 1 scores are measured ones. */
  | { readonly kind: "learnt"; readonly key: string; readonly share: number };

interface Known {
  readonly suggester: Suggester;
  readonly lean: (here: Circumstances) => Lean;
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

/** Know the examples by heart at once, then learn what they have in common. */
async function learn(lesson: Lesson): Promise<void> {
  const { key, examples, uses } = lesson;
  newest.set(key, lesson);
  const suggester = createSuggester();
  for (const example of examples) suggester.add(example);
  // While a model is there, it stays until the next one is.
  if (!known.has(key)) known.set(key, { suggester, lean: createHabits(uses) });
  post({ kind: "learnt", key, share: 0 });
  const work = training(examples);
  let until = performance.now() + STRETCH;
  let step = work.next();
  while (!step.done) {
    if (performance.now() > until) {
      post({ kind: "learnt", key, share: Math.min(0.99, step.value) });
      await pause();
      if (newest.get(key) !== lesson) return;
      until = performance.now() + STRETCH;
    }
    step = work.next();
  }
  suggester.adopt(step.value, examples.length);
  known.set(key, { suggester, lean: createHabits(uses) });
  post({ kind: "learnt", key, share: 1 });
}

function rank({ key, lang, text, among, here }: RankAsked): Ranking {
  const one = known.get(key);
  if (!one) return { suggestions: [], confident: false };
  return one.suggester.rank({ lang, text, limit: LIMIT, among: new Set(among), lean: one.lean(here) });
}
