import type { Candidate, Reader } from "./candidate.ts";

/** What was learned for one language, as `locales/<tag>/models/register.json` holds it. */
export interface Model {
  /** The size of one step of a weight. */
  readonly scale: number;
  /** From where the sum of a text is believed; both above zero. */
  readonly bands: { readonly informal: number; readonly formal: number };
  /** Least margin that some cue of a register must have before a text is of that register: else nobody is addressed. */
  readonly gates: { readonly informal: number; readonly formal: number };
  /** Weights of the figures of `summarise`: a sum above zero is informal, below formal. */
  readonly verdict: readonly number[];
  /** Steps of each feature for informal and for formal, -127 to 127, against telling nothing. */
  readonly features: Readonly<Record<string, readonly [number, number]>>;
}

/** How much more a candidate speaks for each register than for anything else. Above zero it is a cue. */
export interface Margins {
  readonly informal: number;
  readonly formal: number;
}

/** Tells the margins of a candidate. */
export type Weigh = (candidate: Candidate) => Margins;

// Only sums, products and comparisons from here: browsers and servers round these alike, which exp and log do not promise.

/** A model ready for use: features are found by a number made of their name. */
export function weigher({ templates }: Reader, { features, scale }: Model): Weigh {
  const table = new Table(Object.keys(features).length);
  for (const [name, weights] of Object.entries(features)) {
    table.add(name.split(" ").map(hashOf).reduce(mix), weights);
  }
  const shapes = Object.entries(templates).map(([name, slots]) => ({ seed: hashOf(name), slots }));
  return ({ slots }) => {
    const hashes = slots.map(hashOf);
    let informal = 0;
    let formal = 0;
    for (const shape of shapes) {
      let key = shape.seed;
      for (const slot of shape.slots) key = mix(key, hashes[slot] ?? 0);
      const place = table.find(key);
      informal += table.informal[place] ?? 0;
      formal += table.formal[place] ?? 0;
    }
    return margins(informal * scale, formal * scale);
  };
}

/** A hash table of numbers: a Map takes several times as long for the thousand look-ups of a text. */
class Table {
  readonly informal: Float64Array;
  readonly formal: Float64Array;
  private readonly keys: Int32Array;
  private readonly mask: number;

  constructor(entries: number) {
    let size = 16;
    while (size < entries * 2) size *= 2;
    this.mask = size - 1;
    this.keys = new Int32Array(size).fill(FREE);
    this.informal = new Float64Array(size);
    this.formal = new Float64Array(size);
  }

  add(key: number, [informal, formal]: readonly [number, number]): void {
    const place = this.find(key);
    this.keys[place] = key;
    this.informal[place] = informal;
    this.formal[place] = formal;
  }

  /** The place of a key, or the free one where it would stand, whose weights are 0. */
  find(key: number): number {
    let place = key & this.mask;
    while (this.keys[place] !== key && this.keys[place] !== FREE) place = (place + 1) & this.mask;
    return place;
  }
}

/** No key: those of `mix` are never below zero. */
const FREE = -1;

/** The margins of two scores against each other and against telling nothing, which scores 0. */
export const margins = (informal: number, formal: number): Margins => ({
  informal: informal - Math.max(0, formal),
  formal: formal - Math.max(0, informal),
});

/** Names of the features that hold for a candidate. */
export function featuresOf({ templates }: Reader, { slots }: Candidate): string[] {
  return Object.entries(templates).map(([name, numbers]) =>
    [name, ...numbers.map((number) => slots[number] ?? "")].join(" "),
  );
}

/** FNV-1a over UTF-16 code units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash | 0;
}

/** Order counts, and the result stays a small integer (31 bits) so that a Map finds it fast. */
function mix(hash: number, piece: number): number {
  const mixed = Math.imul(hash ^ (piece + 0x9e3779b9), 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) & 0x3fffffff;
}

/** Third persons share these forms: they tell a register only where nothing stronger does. */
const SHARED = /v3|f\.(poss|refl|acc|dat|prep|encl\.inf)|u\.3|^a\.(?!lei~)\w+~?$/;

/** Whether a class of words is used of third persons just as well. */
export const isShared = (kind: string): boolean => SHARED.test(kind);

const CLIP = 4;

/** Figures of a text: a constant, then of informal, formal and shared cues the strongest, the second and the sum. */
export function summarise(cues: readonly { readonly kind: string; readonly margins: Margins }[]): number[] {
  const informal = new Group();
  const formal = new Group();
  const shared = new Group();
  for (const { kind, margins: found } of cues) {
    informal.add(found.informal);
    (isShared(kind) ? shared : formal).add(found.formal);
  }
  return [1, ...informal.figures(), ...formal.figures(), ...shared.figures()];
}

class Group {
  private first = -CLIP;
  private second = -CLIP;
  private sum = 0;

  add(margin: number): void {
    const clipped = Math.min(CLIP, Math.max(-CLIP, margin));
    if (clipped > this.first) {
      this.second = this.first;
      this.first = clipped;
    } else if (clipped > this.second) this.second = clipped;
    if (clipped > 0) this.sum = Math.min(3 * CLIP, this.sum + clipped);
  }

  figures(): number[] {
    return [this.first, Math.max(0, this.first), this.second, this.sum];
  }
}
