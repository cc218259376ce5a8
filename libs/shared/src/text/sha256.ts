const WORDS = 64;
const BLOCK = 64;

/** The fractional parts of the square (or cube) roots of the first primes, as FIPS 180-4 defines its constants. */
function fractions(count: number, root: (prime: number) => number): Int32Array {
  const out = new Int32Array(count);
  let found = 0;
  for (let candidate = 2; found < count; candidate += 1) {
    let divisor = 2;
    while (divisor * divisor <= candidate && candidate % divisor !== 0) divisor += 1;
    if (divisor * divisor <= candidate) continue;
    const value = root(candidate);
    out[found] = Math.floor((value - Math.floor(value)) * 2 ** 32);
    found += 1;
  }
  return out;
}

const K = fractions(WORDS, Math.cbrt);
const START = fractions(8, Math.sqrt);

const turn = (value: number, by: number): number => (value >>> by) | (value << (32 - by));

/** SHA-256 of a few bytes, in the browser and the server alike and at once. */
export function sha256(bytes: Uint8Array): Uint8Array {
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / BLOCK) * BLOCK);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 4, bytes.length * 8);
  const state = Int32Array.from(START);
  for (let offset = 0; offset < padded.length; offset += BLOCK) compress(state, view, offset);
  const out = new Uint8Array(32);
  const result = new DataView(out.buffer);
  state.forEach((word, index) => {
    result.setInt32(4 * index, word);
  });
  return out;
}

function compress(state: Int32Array, view: DataView, offset: number): void {
  const words = schedule(view, offset);
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let index = 0; index < WORDS; index += 1) {
    const choice = (e & f) ^ (~e & g);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const first =
      h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + choice + (K[index] ?? 0) + (words[index] ?? 0);
    const second = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + majority;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, index) => {
    state[index] = (state[index] ?? 0) + word;
  });
}

function schedule(view: DataView, offset: number): Int32Array {
  const words = new Int32Array(WORDS);
  const at = (index: number): number => words[index] ?? 0;
  for (let index = 0; index < 16; index += 1) words[index] = view.getInt32(offset + 4 * index);
  for (let index = 16; index < WORDS; index += 1) {
    const near = turn(at(index - 15), 7) ^ turn(at(index - 15), 18) ^ (at(index - 15) >>> 3);
    const far = turn(at(index - 2), 17) ^ turn(at(index - 2), 19) ^ (at(index - 2) >>> 10);
    words[index] = at(index - 16) + near + at(index - 7) + far;
  }
  return words;
}
