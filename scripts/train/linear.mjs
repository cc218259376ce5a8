// Trains a model of libs/shared/src/language: multinomial logistic regression over hashed pieces of words.
//
//   node scripts/train/linear.mjs --input FILE... --out FILE.ts --name NAME [--bits 16] [--longest 4] [--pairs] [--keep 20000]
//
// Input: JSON Lines {"text", "tag", "weight"?}. The texts are cleaned as the product cleans them. The same input gives
// the same model: rows are shuffled by a fixed generator.
import { createReadStream, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { clean } from "../../libs/shared/src/language/clean.ts";
import { grams } from "../../libs/shared/src/language/grams.ts";

const { values: options } = parseArgs({
  options: {
    input: { type: "string", multiple: true, default: [] },
    out: { type: "string", default: "" },
    name: { type: "string", default: "model" },
    note: { type: "string", default: "" },
    bits: { type: "string", default: "16" },
    longest: { type: "string", default: "4" },
    pairs: { type: "boolean", default: false },
    keep: { type: "string", default: "20000" },
    epochs: { type: "string", default: "3" },
    rate: { type: "string", default: "0.3" },
    smooth: { type: "string", default: "0.00002" },
  },
});
const shape = { longest: Number(options.longest), pairs: options.pairs, bits: Number(options.bits) };
const RATE = Number(options.rate);
/** Pull of every weight towards zero at each step. */
const SMOOTH = Number(options.smooth);
const LEVELS = 20;

/** Numerical Recipes' generator: enough to shuffle, the same on every machine. */
let seed = 1;
const random = () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
};

async function read(files) {
  const rows = [];
  const tags = new Map();
  for (const file of files)
    for await (const line of createInterface({ input: createReadStream(file) })) {
      const { text, tag, weight = 1 } = JSON.parse(line);
      const pieces = Uint32Array.from(grams(clean(text), shape));
      if (pieces.length === 0) continue;
      if (!tags.has(tag)) tags.set(tag, tags.size);
      rows.push({ pieces, tag, weight });
    }
  const names = [...tags.keys()].sort();
  for (const row of rows) row.tag = names.indexOf(row.tag);
  return { rows, tags: names };
}

/** Softmax of the scores of one text, into `into`. */
function predict(pieces, { weights, bias, width }, into) {
  const share = 1 / Math.sqrt(pieces.length);
  into.fill(0);
  for (const piece of pieces)
    for (let k = 0, at = piece * width; k < width; k += 1, at += 1) into[k] += weights[at];
  let top = -Infinity;
  for (let k = 0; k < width; k += 1) {
    into[k] = into[k] * share + bias[k];
    if (into[k] > top) top = into[k];
  }
  let sum = 0;
  for (let k = 0; k < width; k += 1) sum += into[k] = Math.exp(into[k] - top);
  for (let k = 0; k < width; k += 1) into[k] /= sum;
  return share;
}

/** Move the weights of one tag for the pieces of one text by an Adagrad step. */
function move(pieces, { tag, slope, kept }, { weights, squares, width }) {
  for (const piece of pieces) {
    if (kept && !kept[piece]) continue;
    const at = piece * width + tag;
    const pull = slope + SMOOTH * weights[at];
    squares[at] += pull * pull;
    weights[at] -= (RATE * pull) / Math.sqrt(squares[at] + 1e-6);
  }
}

/** One pass over the rows; buckets outside `kept` stay zero. Gives the mean loss. */
function pass(rows, model, kept) {
  const { bias, biasSquares, width } = model;
  const odds = new Float64Array(width);
  // Of two tags one row of weights says it all.
  const free = width === 2 ? 1 : width;
  let loss = 0;
  for (const { pieces, tag, weight } of rows) {
    const share = predict(pieces, model, odds);
    loss -= Math.log(Math.max(1e-12, odds[tag]));
    odds[tag] -= 1;
    for (let k = 0; k < free; k += 1) {
      const slope = odds[k] * weight;
      if (Math.abs(slope) < 1e-4) continue;
      biasSquares[k] += slope * slope;
      bias[k] -= (RATE * 0.1 * slope) / Math.sqrt(biasSquares[k] + 1e-8);
      move(pieces, { tag: k, slope: slope * share, kept }, model);
    }
  }
  return loss / rows.length;
}

function shuffle(rows) {
  for (let at = rows.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [rows[at], rows[other]] = [rows[other], rows[at]];
  }
}

/** The buckets that say most: weight times how often they are met. */
function strongest(rows, { weights, width }, keep) {
  const met = new Float64Array(1 << shape.bits);
  for (const { pieces } of rows) for (const piece of pieces) met[piece] += 1 / Math.sqrt(pieces.length);
  const strength = [...met.keys()].map((bucket) => {
    const row = weights.subarray(bucket * width, (bucket + 1) * width);
    const mean = row.reduce((a, b) => a + b, 0) / width;
    return { bucket, value: Math.sqrt(met[bucket]) * Math.hypot(...row.map((w) => w - mean)) };
  });
  strength.sort((a, b) => b.value - a.value);
  const kept = new Uint8Array(1 << shape.bits);
  for (const { bucket, value } of strength.slice(0, keep)) if (value > 0) kept[bucket] = 1;
  return kept;
}

const digits = (gap) => {
  const last = String.fromCharCode(110 + (gap % 13));
  let rest = Math.floor(gap / 13);
  let text = last;
  for (; rest > 0; rest = Math.floor(rest / 13)) text = String.fromCharCode(97 + (rest % 13)) + text;
  return text;
};

/** Weights to levels from -20 to 20, a weight being its level times its size; the largest five in ten thousand are clipped. */
function pack({ weights, bias, width }, kept, tags) {
  const sizes = [];
  for (let at = 0; at < weights.length; at += 1) if (weights[at] !== 0) sizes.push(Math.abs(weights[at]));
  sizes.sort((a, b) => a - b);
  const step = (sizes[Math.floor(sizes.length * 0.9995)] ?? 1) / LEVELS ** 2;
  let rows = "";
  let last = -1;
  for (let bucket = 0; bucket < kept.length; bucket += 1) {
    if (!kept[bucket]) continue;
    const row = weights.subarray(bucket * width, (bucket + 1) * width);
    const levels = [...row].map((w) =>
      Math.max(-LEVELS, Math.min(LEVELS, Math.sign(w) * Math.round(Math.sqrt(Math.abs(w) / step)))),
    );
    if (levels.every((level) => level === 0)) continue;
    rows += digits(bucket - last) + levels.map((level) => String.fromCharCode(60 + level)).join("");
    last = bucket;
  }
  return {
    tags,
    shape,
    step: Number(step.toPrecision(5)),
    bias: [...bias].map((b) => Number(b.toFixed(4))),
    rows,
  };
}

const { rows, tags } = await read(options.input);
const width = tags.length;
const size = width << shape.bits;
const model = {
  width,
  weights: new Float32Array(size),
  squares: new Float32Array(size),
  bias: new Float64Array(width),
  biasSquares: new Float64Array(width),
};
process.stderr.write(`${rows.length} texts, ${tags.join(" ")}\n`);
for (let epoch = 0; epoch < Number(options.epochs); epoch += 1) {
  shuffle(rows);
  process.stderr.write(`pass ${epoch + 1}: loss ${pass(rows, model).toFixed(4)}\n`);
}
const kept = strongest(rows, model, Number(options.keep));
for (let bucket = 0; bucket < kept.length; bucket += 1)
  if (!kept[bucket]) model.weights.fill(0, bucket * width, (bucket + 1) * width);
model.squares.fill(0.05);
shuffle(rows);
process.stderr.write(`after pruning: loss ${pass(rows, model, kept).toFixed(4)}\n`);
const packed = pack(model, kept, tags);
writeFileSync(
  options.out,
  `// Generated by scripts/train/linear.mjs; do not edit. ${options.note}
import type { PackedModel } from "../linear-model.ts";

export const ${options.name}: PackedModel = ${JSON.stringify(packed)};
`,
);
