/** More letters than this are compared by their beginning only. */
const MOST = 24;
const WIDTH = MOST + 2;
// One table for all comparisons: a search makes thousands of them.
const table = new Uint8Array(WIDTH * WIDTH);

/**
 * How alike two words are, 0 to 1: edits, also a swap of neighbours, against length. With `open` the first may be the
 * beginning of the second.
 */
export function likeness(typed: string, word: string, open: boolean): number {
  const a = typed.slice(0, MOST);
  const b = word.slice(0, MOST);
  const whole = 1 - distance(a, b) / Math.max(a.length, b.length, 1);
  if (!open || b.length <= a.length) return Math.max(0, whole);
  // A word that goes on is a little less than the word itself.
  const begun =
    1 - Math.min(distanceAt(a.length, a.length), distanceAt(a.length, a.length + 1)) / a.length - 0.02;
  return Math.max(0, whole, begun);
}

const distanceAt = (i: number, j: number): number => table[i * WIDTH + j] ?? MOST;

function distance(a: string, b: string): number {
  for (let j = 0; j <= b.length; j += 1) table[j] = j;
  for (let i = 1; i <= a.length; i += 1) {
    table[i * WIDTH] = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const steps = Math.min(
        distanceAt(i - 1, j) + 1,
        distanceAt(i, j - 1) + 1,
        distanceAt(i - 1, j - 1) + same,
      );
      table[i * WIDTH + j] = swapped ? Math.min(steps, distanceAt(i - 2, j - 2) + 1) : steps;
    }
  }
  return distanceAt(a.length, b.length);
}
