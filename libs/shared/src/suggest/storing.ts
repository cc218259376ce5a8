import type { Calibration } from "./calibration.ts";
import type { Fit } from "./fit.ts";
import type { HiddenLayerWeights } from "./hidden-layer.ts";
import type { Model, Models } from "./model.ts";
import { type Table, tableOf } from "./numbers.ts";
import type { RegressionWeights } from "./regression.ts";

/** What can be wrong with stored models. */
export type StoredFault = "not_models" | "other_version" | "cut_off";

export type Restored =
  | { readonly kind: "models"; readonly models: Models }
  | { readonly kind: "unusable"; readonly fault: StoredFault };

/** "PSug" and the version of all that follows; another version is trained anew, never guessed at. */
const MARK = 0x67755350;
const VERSION = 1;
const HEAD_BYTES = 12;

interface Outline {
  readonly language: string;
  readonly labels: readonly string[];
  readonly calibration: Calibration;
  readonly features: number;
  /** 0: a regression alone, without what is asked beside it. */
  readonly units: number;
}

/**
 * Models as bytes: an outline in JSON, then numbers. Weights take one byte each and a scale for each row, which moves
 * scores by less than what is shown of them. No words of messages are in it, only numbers made of them.
 */
export function storeModels(models: Models): Uint8Array {
  const outlines: Outline[] = [];
  const parts: Uint8Array[] = [];
  for (const [language, { labels, fit, calibration }] of models) {
    const { vocabulary, hiddenLayer } = fit;
    const features = vocabulary.weights.length;
    const units = hiddenLayer?.units.width ?? 0;
    outlines.push({ language, labels, calibration, features, units });
    parts.push(
      bytesOf(Uint32Array.from(vocabulary.rows.keys())),
      bytesOf(vocabulary.weights),
      ...weightsOf(fit),
    );
  }
  const outline = new TextEncoder().encode(JSON.stringify(outlines));
  return joined([bytesOf(Uint32Array.of(MARK, VERSION, outline.length)), outline, ...parts]);
}

/** Models from bytes. Nothing is thrown: bytes may come from an older Parley, or from half a write. */
export function restoreModels(bytes: Uint8Array): Restored {
  if (bytes.length < HEAD_BYTES) return { kind: "unusable", fault: "not_models" };
  const reader = new Reader(bytes);
  const [mark, version, length = 0] = reader.integers(3);
  if (mark !== MARK) return { kind: "unusable", fault: "not_models" };
  if (version !== VERSION) return { kind: "unusable", fault: "other_version" };
  if (length > bytes.length - HEAD_BYTES) return { kind: "unusable", fault: "cut_off" };
  const outlines: readonly Outline[] = JSON.parse(reader.text(length));
  if (reader.left !== outlines.reduce((sum, outline) => sum + bytesFor(outline), 0)) {
    return { kind: "unusable", fault: "cut_off" };
  }
  const models = new Map<string, Model>();
  for (const outline of outlines) models.set(outline.language, modelOf(outline, reader));
  return { kind: "models", models };
}

function modelOf({ labels, calibration, features, units }: Outline, reader: Reader): Model {
  const hashes = reader.integers(features);
  const vocabulary = {
    rows: new Map(Array.from(hashes, (hash, row) => [hash, row] as const)),
    weights: reader.floats(features),
  };
  const straight = () => ({
    table: reader.table(features, labels.length),
    bias: reader.floats(labels.length),
  });
  const regression = straight();
  if (units === 0) return { labels, calibration, fit: { vocabulary, regression } };
  const hiddenLayer: HiddenLayerWeights = {
    units: reader.table(features, units),
    unitBias: reader.floats(units),
    labels: reader.table(units, labels.length),
    labelBias: reader.floats(labels.length),
  };
  return { labels, calibration, fit: { vocabulary, regression, hiddenLayer, margins: straight() } };
}

function weightsOf({ regression, hiddenLayer, margins }: Fit): readonly Uint8Array[] {
  const straight = ({ table, bias }: RegressionWeights) => [...tableBytes(table), bytesOf(bias)];
  if (!hiddenLayer || !margins) return straight(regression);
  const { units, unitBias, labels, labelBias } = hiddenLayer;
  return [
    ...straight(regression),
    ...tableBytes(units),
    bytesOf(unitBias),
    ...tableBytes(labels),
    bytesOf(labelBias),
    ...straight(margins),
  ];
}

const LARGEST = 127;

/** A scale for each row, then a byte for each number. */
function tableBytes({ rows }: Table): readonly Uint8Array[] {
  const scales = Float32Array.from(
    rows,
    (row) => row.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / LARGEST,
  );
  const numbers = rows.map((row, index) => {
    const scale = scales[index] || 1;
    return new Uint8Array(Int8Array.from(row, (value) => Math.round(value / scale)).buffer);
  });
  return [bytesOf(scales), ...numbers];
}

const tableSize = (height: number, width: number): number => 4 * height + height * width;

function bytesFor({ labels: { length: labels }, features, units }: Outline): number {
  const straight = tableSize(features, labels) + 4 * labels;
  const hidden = tableSize(features, units) + 4 * units + tableSize(units, labels) + 4 * labels;
  return 8 * features + (units === 0 ? straight : 2 * straight + hidden);
}

const bytesOf = (numbers: Uint32Array | Float32Array): Uint8Array =>
  new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Reads numbers one after another; they need not stand at even places. */
class Reader {
  #at = 0;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  integers(count: number): Uint32Array {
    return new Uint32Array(this.#take(4 * count).buffer);
  }

  floats(count: number): Float32Array {
    return new Float32Array(this.#take(4 * count).buffer);
  }

  text(length: number): string {
    return new TextDecoder().decode(this.#take(length));
  }

  table(height: number, width: number): Table {
    const scales = this.floats(height);
    const numbers = new Int8Array(this.#take(height * width).buffer);
    return tableOf(
      height,
      width,
      Float32Array.from(numbers, (value, index) => value * (scales[Math.floor(index / width)] ?? 0)),
    );
  }

  #take(length: number): Uint8Array<ArrayBuffer> {
    const taken = this.#bytes.slice(this.#at, this.#at + length);
    this.#at += length;
    return new Uint8Array(taken);
  }
}
