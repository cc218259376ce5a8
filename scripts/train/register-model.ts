import type { Reader } from "../../libs/shared/src/register/candidate.ts";
import type { Wordlist } from "../../libs/shared/src/register/lexicon.ts";
import { type Model, summarise, weigher } from "../../libs/shared/src/register/model.ts";
import { readerOf } from "../../libs/shared/src/register/parse-register.ts";
import {
  decide,
  type RegisterVerdict,
  type Weighed,
  weighAll,
} from "../../libs/shared/src/register/register-of.ts";
import { type Example, FORMAL, INFORMAL, type Text } from "./register-pairs.ts";

const INNER_FOLDS = 5;
/** Passes over the examples, first step and strength of the pull towards zero; of class features it is a tenth. */
const PASSES = 14;
const STEP = 0.5;
const DECAY = 20;
/** A feature must be seen this often to be learned. */
const LEAST = 2;
/** Weights below this say too little to be shipped. */
const FAINT = 0.08;
/** Bands to choose from. */
const BANDS = [0.25, 0.5, 1, 1.5, 2, 3];
/** Where a word list names none: a formal cue may be a little less likely than a third person, an informal one not. */
const GATES = { informal: 0, formal: -0.5 };

type Weights = Readonly<Record<string, readonly [number, number]>>;

/** What is known before learning. */
export interface Known {
  readonly reader: Reader;
  /** Weight of classes that the texts may never show: above zero formal, below informal. */
  readonly weights: Readonly<Record<string, number>>;
  readonly gates: Model["gates"];
}

/** What a word list tells before learning. */
export const knownOf = (tag: string, list: Wordlist): Known => ({
  reader: readerOf(tag, list),
  weights: list.weights ?? {},
  gates: list.gates ?? GATES,
});

/** Learn a model from texts: weights of features, then how their sums are to be read, the latter on held-out texts. */
export function learn(texts: readonly Text[], known: Known): Model {
  const held: Held[] = [];
  for (let fold = 0; fold < INNER_FOLDS; fold += 1) {
    const inFold = ({ part }: Text): boolean => part % INNER_FOLDS === fold;
    const part = quantise(
      fitWeights(
        texts.filter((text) => !inFold(text)),
        known,
      ),
    );
    const weigh = weigher(known.reader, {
      ...part,
      bands: { informal: 0, formal: 0 },
      gates: { informal: 0, formal: 0 },
      verdict: [],
    });
    for (const text of texts.filter(inFold)) {
      held.push({
        text,
        weighed: weighAll(
          text.examples.map(({ candidate }) => candidate),
          weigh,
        ),
      });
    }
  }
  const verdict = fitVerdict(held);
  const part = quantise(fitWeights(texts, known));
  const learned = { ...part, verdict, gates: known.gates };
  return { ...learned, bands: chooseBands(held, learned) };
}

/** A text with weights from a model that has not seen it. */
interface Held {
  readonly text: Text;
  readonly weighed: readonly Weighed[];
}

/** Three-way logistic regression with adaptive steps, `tells nothing` fixed at zero. */
function fitWeights(texts: readonly Text[], { weights }: Known): Map<string, readonly [number, number]> {
  // Sentences cut from a pair are learned from as part of it.
  const examples = texts
    .filter(({ label, fold }) => label !== "neutral" || fold < 0)
    .flatMap((text) => text.examples);
  const names = [...new Set([...frequent(examples), ...Object.keys(weights).map((kind) => `k ${kind}`)])];
  const index = new Map(names.map((name, at) => [name, at]));
  const rows = examples.map(({ features, tells }) => ({
    tells,
    at: features.flatMap((name) => index.get(name) ?? []),
  }));
  const pull = names.map((name) => ((name.startsWith("k ") ? 0.1 : 1) * DECAY * 20) / examples.length);
  const descent = new Descent(
    pull,
    names.map((name) => priorOf(weights[name.slice(2)] ?? 0, name)),
  );
  const random = randomFrom(1);
  for (let pass = 0; pass < PASSES; pass += 1) {
    shuffle(rows, random);
    for (const row of rows) descent.step(row, STEP / (1 + pass * 0.15));
  }
  return new Map(names.map((name, at) => [name, descent.weightsOf(at)]));
}

/** Where the weights of a class start, and where they are drawn to. */
function priorOf(weight: number, name: string): readonly [number, number] {
  if (!name.startsWith("k ") || weight === 0) return [0, 0];
  return weight > 0 ? [-1, weight] : [-weight, -1];
}

interface Row {
  readonly tells: number;
  /** Numbers of the features that hold. */
  readonly at: readonly number[];
}

/** Gradient descent with steps that shrink for each weight by its own history. */
class Descent {
  private readonly weights: readonly [Float64Array, Float64Array];
  private readonly squares: readonly [Float64Array, Float64Array];
  private readonly pull: readonly number[];
  private readonly prior: readonly (readonly [number, number])[];

  constructor(pull: readonly number[], prior: readonly (readonly [number, number])[]) {
    const side = (at: 0 | 1): Float64Array => Float64Array.from(prior, (pair) => pair[at]);
    this.weights = [side(0), side(1)];
    this.squares = [pull, pull].map(({ length }) => new Float64Array(length).fill(1e-6)) as [
      Float64Array,
      Float64Array,
    ];
    this.pull = pull;
    this.prior = prior;
  }

  step({ tells, at }: Row, size: number): void {
    const [informal, formal] = this.weights.map((weights) =>
      Math.exp(at.reduce((sum, feature) => sum + weights[feature]!, 0)),
    ) as [number, number];
    const all = 1 + informal + formal;
    this.move(0, at, [informal / all - (tells === INFORMAL ? 1 : 0), size]);
    this.move(1, at, [formal / all - (tells === FORMAL ? 1 : 0), size]);
  }

  weightsOf(feature: number): readonly [number, number] {
    return [this.weights[0][feature]!, this.weights[1][feature]!];
  }

  private move(side: 0 | 1, at: readonly number[], [error, size]: readonly [number, number]): void {
    const [weights, squares] = [this.weights[side], this.squares[side]];
    for (const feature of at) {
      const slope = error + this.pull[feature]! * (weights[feature]! - this.prior[feature]![side]);
      squares[feature]! += slope * slope;
      weights[feature]! -= (size * slope) / Math.sqrt(squares[feature]!);
    }
  }
}

function frequent(examples: readonly Example[]): string[] {
  const counts = new Map<string, number>();
  for (const { features } of examples)
    for (const name of features) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].filter(([, count]) => count >= LEAST).map(([name]) => name);
}

/** Weights in whole steps, faint ones left out, sorted by name. */
function quantise(weights: ReadonlyMap<string, readonly [number, number]>): {
  scale: number;
  features: Weights;
} {
  const largest = Math.max(...[...weights.values()].flat().map(Math.abs));
  const scale = Number((largest / 127).toPrecision(4));
  const features = [...weights]
    .filter(([, pair]) => pair.some((weight) => Math.abs(weight) >= FAINT))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([name, [informal, formal]]) =>
        [name, [Math.round(informal / scale), Math.round(formal / scale)]] as const,
    );
  return { scale, features: Object.fromEntries(features) };
}

/** Logistic regression over the figures of held-out texts. */
function fitVerdict(held: readonly Held[]): number[] {
  const addressed = held.filter(({ text }) => text.label !== "neutral");
  const rows = addressed.map(({ text, weighed }) => ({
    figures: summarise(weighed),
    informal: text.label === "informal" ? 1 : 0,
  }));
  const width = rows[0]!.figures.length;
  const weights = new Float64Array(width);
  const squares = new Float64Array(width).fill(1e-6);
  for (let pass = 0; pass < 600; pass += 1) {
    const slopes = new Float64Array(width);
    for (const { figures, informal } of rows) {
      const sum = figures.reduce((total, figure, at) => total + figure * weights[at]!, 0);
      const error = 1 / (1 + Math.exp(-sum)) - informal;
      for (const [at, figure] of figures.entries()) slopes[at]! += error * figure;
    }
    for (const at of weights.keys()) {
      const slope = slopes[at]! / rows.length + (at === 0 ? 0 : 0.002 * weights[at]!);
      squares[at]! += slope * slope;
      weights[at]! -= (0.3 * slope) / Math.sqrt(squares[at]!);
    }
  }
  return [...weights].map((weight) => Number(weight.toFixed(3)));
}

/** The bands that are worth most on held-out texts: a wrong verdict costs as much as three missed ones. */
function chooseBands(held: readonly Held[], part: Omit<Model, "bands">): Model["bands"] {
  const worth = BANDS.map((band) => {
    const model = { ...part, bands: { informal: band, formal: band } };
    const { right, wrong } = tallyOf(held.map(({ text, weighed }) => [text, decide(weighed, model)]));
    return right - 3 * wrong;
  });
  const band = BANDS[worth.indexOf(Math.max(...worth))] ?? 0;
  return { informal: band, formal: band };
}

/** Shares of texts, 0 to 1. `mixed` counts as wrong: every text of the data is one or the other. */
export interface Tally {
  readonly right: number;
  readonly wrong: number;
  readonly undecided: number;
  /** Share of the texts that address nobody which are left neutral. */
  readonly kept: number;
}

export function tallyOf(verdicts: readonly (readonly [Text, RegisterVerdict])[]): Tally {
  const judged = verdicts.filter(([{ label, fold }]) => label !== "neutral" && fold >= 0);
  const neutral = verdicts.filter(([{ label }]) => label === "neutral");
  const share = (of: typeof judged, test: (label: string, register: string) => boolean): number =>
    of.filter(([{ label }, { register }]) => test(label, register)).length / of.length;
  return {
    right: share(judged, (label, register) => register === label),
    wrong: share(judged, (label, register) => register !== label && register !== "neutral"),
    undecided: share(judged, (_, register) => register === "neutral"),
    kept: neutral.length === 0 ? 1 : share(neutral, (_, register) => register === "neutral"),
  };
}

/** Verdicts on every text by a model that has seen neither it nor its pair. */
export function crossValidate(texts: readonly Text[], known: Known): (readonly [Text, RegisterVerdict])[] {
  const folds = new Set(texts.map(({ fold }) => fold).filter((fold) => fold >= 0));
  return [...folds].flatMap((fold) => {
    const model = learn(
      texts.filter((text) => text.fold !== fold),
      known,
    );
    const weigh = weigher(known.reader, model);
    return texts
      .filter((text) => text.fold === fold)
      .map(
        (text) =>
          [
            text,
            decide(
              weighAll(
                text.examples.map(({ candidate }) => candidate),
                weigh,
              ),
              model,
            ),
          ] as const,
      );
  });
}

/** Numbers from 0 to 1 that are the same in every run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

function shuffle<T>(items: T[], random: () => number): void {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [items[last], items[other]] = [items[other]!, items[last]!];
  }
}
