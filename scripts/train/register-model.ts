import type { Reader } from "../../libs/shared/src/register/candidate.ts";
import { type Model, summarise, weigher } from "../../libs/shared/src/register/model.ts";
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
const DECAY = 50;
/** A feature must be seen this often to be learned. */
const LEAST = 2;
/** Weights below this say too little to be shipped. */
const FAINT = 0.04;
/** Shares of wrong verdicts and of right ones given up that the bands and the gate may cost. */
const WRONG_ALLOWED = 0.009;
const RIGHT_GIVEN = 0.006;

type Weights = Readonly<Record<string, readonly [number, number]>>;

/** Learn a model from texts: weights of features, then how their sums are to be read, the latter on held-out texts. */
export function learn(texts: readonly Text[], reader: Reader): Model {
  const held: Held[] = [];
  for (let fold = 0; fold < INNER_FOLDS; fold += 1) {
    const inFold = (_: Text, index: number): boolean => Math.floor(index / 2) % INNER_FOLDS === fold;
    const part = quantise(fitWeights(texts.filter((text, index) => !inFold(text, index))));
    const weigh = weigher(reader, { ...part, bands: { informal: 0, formal: 0 }, gate: 0, verdict: [] });
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
  const part = quantise(fitWeights(texts));
  return { ...part, verdict, ...chooseBands(held, { ...part, verdict }) };
}

/** A text with weights from a model that has not seen it. */
interface Held {
  readonly text: Text;
  readonly weighed: readonly Weighed[];
}

/** Three-way logistic regression with adaptive steps, `tells nothing` fixed at zero. */
function fitWeights(texts: readonly Text[]): Map<string, readonly [number, number]> {
  const examples = texts.flatMap((text) => text.examples);
  const names = frequent(examples);
  const index = new Map(names.map((name, at) => [name, at]));
  const rows = examples.map(({ features, tells }) => ({
    tells,
    at: features.flatMap((name) => index.get(name) ?? []),
  }));
  const pull = names.map((name) => ((name.startsWith("k ") ? 0.1 : 1) * DECAY * 20) / examples.length);
  const descent = new Descent(pull);
  const random = randomFrom(1);
  for (let pass = 0; pass < PASSES; pass += 1) {
    shuffle(rows, random);
    for (const row of rows) descent.step(row, STEP / (1 + pass * 0.15));
  }
  return new Map(names.map((name, at) => [name, descent.weightsOf(at)]));
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

  constructor(pull: readonly number[]) {
    const side = (start: number): Float64Array => new Float64Array(pull.length).fill(start);
    this.weights = [side(0), side(0)];
    this.squares = [side(1e-6), side(1e-6)];
    this.pull = pull;
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
      const slope = error + this.pull[feature]! * weights[feature]!;
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
  const rows = held.map(({ text, weighed }) => ({
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

/** The narrowest bands that keep wrong verdicts rare, then the highest gate that costs next to no right ones. */
function chooseBands(
  held: readonly Held[],
  part: Pick<Model, "scale" | "features" | "verdict">,
): Pick<Model, "bands" | "gate"> {
  const tally = (band: number, gate: number): Tally =>
    tallyOf(
      held.map(({ text, weighed }) => [
        text,
        decide(weighed, { ...part, bands: { informal: band, formal: band }, gate }),
      ]),
    );
  const steps = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 2.5, 3, 4];
  const most = Math.max(WRONG_ALLOWED, tally(4, -9).wrong + 0.003);
  const band = steps.find((step) => tally(step, -9).wrong <= most) ?? 4;
  const open = tally(band, -9).right;
  const gates = [0, -0.25, -0.5, -0.75, -1, -1.25, -1.5, -2, -3];
  const gate = gates.find((step) => open - tally(band, step).right <= RIGHT_GIVEN) ?? -9;
  return { bands: { informal: band, formal: band }, gate };
}

/** Shares of texts, 0 to 1. `mixed` counts as wrong: every text of the data is one or the other. */
export interface Tally {
  readonly right: number;
  readonly wrong: number;
  readonly undecided: number;
}

export function tallyOf(verdicts: readonly (readonly [Text, RegisterVerdict])[]): Tally {
  let right = 0;
  let undecided = 0;
  for (const [{ label }, { register }] of verdicts) {
    if (register === label) right += 1;
    else if (register === "neutral") undecided += 1;
  }
  const all = verdicts.length;
  return { right: right / all, wrong: (all - right - undecided) / all, undecided: undecided / all };
}

/** Verdicts on every text by a model that has seen neither it nor its pair. */
export function crossValidate(texts: readonly Text[], reader: Reader): (readonly [Text, RegisterVerdict])[] {
  const folds = new Set(texts.map(({ fold }) => fold));
  return [...folds].flatMap((fold) => {
    const model = learn(
      texts.filter((text) => text.fold !== fold),
      reader,
    );
    const weigh = weigher(reader, model);
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
