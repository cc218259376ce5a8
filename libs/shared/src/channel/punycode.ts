/** RFC 3492: how the part behind `xn--` writes code points outside ASCII. */
const BASE = 36;
const SMALLEST = 1;
const LARGEST = 26;

/** A host with its `xn--` labels as readers see them; labels that are no Punycode stay as they are. */
export const readableHost = (host: string): string =>
  host.includes("xn--")
    ? host
        .split(".")
        .map((label) => (label.startsWith("xn--") ? (decode(label.slice(4)) ?? label) : label))
        .join(".")
    : host;

function decode(encoded: string): string | undefined {
  const last = encoded.lastIndexOf("-");
  const output = Array.from(
    encoded.slice(0, Math.max(0, last)),
    (character) => character.codePointAt(0) ?? 0,
  );
  const reading = { encoded, at: last + 1 };
  let code = 128;
  let position = 0;
  let bias = 72;
  while (reading.at < encoded.length) {
    const delta = readDelta(reading, bias);
    if (delta === undefined) return undefined;
    const length = output.length + 1;
    bias = adapt(delta, { length, isFirst: position === 0 && code === 128 });
    code += Math.floor((position + delta) / length);
    position = (position + delta) % length;
    if (code > 0x10ffff) return undefined;
    output.splice(position, 0, code);
    position += 1;
  }
  return output.some((point) => point > 127) ? String.fromCodePoint(...output) : undefined;
}

/** One number of variable length; undefined when it ends too early or grows out of all measure. */
function readDelta(reading: { readonly encoded: string; at: number }, bias: number): number | undefined {
  let delta = 0;
  let weight = 1;
  for (let step = BASE; ; step += BASE) {
    const digit = digitOf(reading.encoded.charCodeAt(reading.at));
    if (digit === undefined) return undefined;
    reading.at += 1;
    delta += digit * weight;
    if (delta > 0x7fffffff) return undefined;
    const threshold = Math.min(LARGEST, Math.max(SMALLEST, step - bias));
    if (digit < threshold) return delta;
    weight *= BASE - threshold;
  }
}

function digitOf(code: number): number | undefined {
  if (code >= 0x61 && code <= 0x7a) return code - 0x61;
  if (code >= 0x41 && code <= 0x5a) return code - 0x41;
  return code >= 0x30 && code <= 0x39 ? code - 0x30 + 26 : undefined;
}

function adapt(delta: number, { length, isFirst }: { length: number; isFirst: boolean }): number {
  let rest = Math.floor(delta / (isFirst ? 700 : 2));
  rest += Math.floor(rest / length);
  let steps = 0;
  for (; rest > ((BASE - SMALLEST) * LARGEST) / 2; steps += BASE) rest = Math.floor(rest / (BASE - SMALLEST));
  return steps + Math.floor(((BASE - SMALLEST + 1) * rest) / (rest + 38));
}
