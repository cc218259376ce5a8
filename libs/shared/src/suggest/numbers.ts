/** A table of numbers as rows over one buffer, so that a loop walks memory in order. */
export interface Table {
  readonly width: number;
  readonly all: Float32Array;
  readonly rows: readonly Float32Array[];
}

/** A table over numbers that are there, or over zeros. */
export function tableOf(height: number, width: number, all = new Float32Array(height * width)): Table {
  const rows = Array.from({ length: height }, (_, row) => all.subarray(row * width, (row + 1) * width));
  return { width, all, rows };
}

/** Add `scale` times `from` to `to`. */
export function addScaled(to: Float32Array, scale: number, from: Float32Array): void {
  for (let index = 0; index < to.length; index += 1)
    to[index] = (to[index] ?? 0) + scale * (from[index] ?? 0);
}

/** Turn scores into shares of 1, in place. */
export function softmax(scores: Float32Array): Float32Array {
  let highest = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > highest) highest = score;
  let sum = 0;
  for (let index = 0; index < scores.length; index += 1) {
    const share = Math.exp((scores[index] ?? 0) - highest);
    scores[index] = share;
    sum += share;
  }
  for (let index = 0; index < scores.length; index += 1) scores[index] = (scores[index] ?? 0) / sum;
  return scores;
}

/** The labels a prediction is noticeably wrong about, and by how much. */
export interface Errors {
  readonly labels: Int32Array;
  readonly amounts: Float32Array;
  count: number;
  /** The sum of the squared amounts. */
  squares: number;
}

/** Errors smaller than this change nothing worth the time: most labels are plainly not it. */
const NOTICEABLE = 1e-4;

export const noErrors = (labels: number): Errors => ({
  labels: new Int32Array(labels),
  amounts: new Float32Array(labels),
  count: 0,
  squares: 0,
});

/** How wrong the shares are when `right` is the label. */
export function measureErrors(errors: Errors, shares: Float32Array, right: number): void {
  errors.count = 0;
  errors.squares = 0;
  for (let label = 0; label < shares.length; label += 1) {
    const amount = (shares[label] ?? 0) - (label === right ? 1 : 0);
    if (amount < NOTICEABLE && amount > -NOTICEABLE) continue;
    errors.labels[errors.count] = label;
    errors.amounts[errors.count] = amount;
    errors.count += 1;
    errors.squares += amount * amount;
  }
}

/** Take `step` times the errors from a row that has one number for each label. */
export function correct(row: Float32Array, step: number, { labels, amounts, count }: Errors): void {
  for (let index = 0; index < count; index += 1) {
    const label = labels[index] ?? 0;
    row[label] = (row[label] ?? 0) - step * (amounts[index] ?? 0);
  }
}

/** The sum of a row's numbers times the errors of their labels. */
export function weighed(row: Float32Array, { labels, amounts, count }: Errors): number {
  let sum = 0;
  for (let index = 0; index < count; index += 1)
    sum += (row[labels[index] ?? 0] ?? 0) * (amounts[index] ?? 0);
  return sum;
}
