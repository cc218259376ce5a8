/** JSON with sorted names and without blanks (RFC 8785): equal values give equal text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`);
  return `{${fields.join(",")}}`;
}

/** SHA-256 of a text's UTF-8 bytes in hexadecimal. Web Crypto has only an asynchronous one. */
export function sha256(text: string): string {
  const bytes = padded(utf8(text));
  const view = new DataView(bytes.buffer);
  const state = Uint32Array.from(INITIAL);
  const schedule = new Uint32Array(64);
  for (let block = 0; block < bytes.length; block += 64) {
    for (let index = 0; index < 16; index += 1) schedule[index] = view.getUint32(block + index * 4);
    mix(state, schedule);
  }
  return [...state].map((word) => word.toString(16).padStart(8, "0")).join("");
}

/** Lone surrogates become the replacement character, as everywhere on the web. */
function utf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let at = 0;
  const put = (...values: readonly number[]): void => {
    bytes.set(values, at);
    at += values.length;
  };
  for (const character of text.toWellFormed()) {
    const code = character.codePointAt(0) ?? 0;
    const tail = (shift: number): number => 0x80 | ((code >> shift) & 0x3f);
    if (code < 0x80) bytes[at++] = code;
    else if (code < 0x800) put(0xc0 | (code >> 6), tail(0));
    else if (code < 0x10000) put(0xe0 | (code >> 12), tail(6), tail(0));
    else put(0xf0 | (code >> 18), tail(12), tail(6), tail(0));
  }
  return bytes.subarray(0, at);
}

/** A one bit, zeros, and the length in bits, to whole blocks of 64 bytes. */
function padded(message: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.ceil((message.length + 9) / 64) * 64);
  bytes.set(message);
  bytes[message.length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setUint32(bytes.length - 8, Math.floor(message.length / 2 ** 29));
  view.setUint32(bytes.length - 4, message.length * 8);
  return bytes;
}

const rotated = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

function mix(state: Uint32Array, w: Uint32Array): void {
  const at = (index: number): number => w[index] ?? 0;
  for (let t = 16; t < 64; t += 1) {
    const low = rotated(at(t - 15), 7) ^ rotated(at(t - 15), 18) ^ (at(t - 15) >>> 3);
    const high = rotated(at(t - 2), 17) ^ rotated(at(t - 2), 19) ^ (at(t - 2) >>> 10);
    w[t] = at(t - 16) + low + at(t - 7) + high;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let t = 0; t < 64; t += 1) {
    const one =
      h + (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) + ((e & f) ^ (~e & g)) + (ROUND[t] ?? 0) + at(t);
    const two = (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  }
  for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) state[index] = (state[index] ?? 0) + word;
}

/** The first 32 bits of the fractional parts of `root(prime)` for the first primes, as the standard defines them. */
function fractions(count: number, root: (prime: number) => number): readonly number[] {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n += 1) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  return primes.map((prime) => Math.floor((root(prime) % 1) * 2 ** 32));
}

const INITIAL = fractions(8, Math.sqrt);
const ROUND = fractions(64, Math.cbrt);
