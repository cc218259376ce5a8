import type { RawHit } from "./hit.ts";
import { foldWord, wordsOf } from "./words.ts";

/** A text around a hit with the name that follows from it. */
interface Named {
  readonly near: string;
  readonly name: string;
}

/** Names of hits that are asked for on each key. */
const named = new WeakMap<RawHit, Named>();

/** The name of a hit that stands at `start` of a text; `raw` is the same object for as long as its sentence is. */
export function nameOf(
  raw: RawHit,
  rule: string,
  { start, text }: { readonly start: number; readonly text: string },
): string {
  const end = start + raw.end - raw.start;
  const near = text.slice(Math.max(0, start - REACH), end + REACH);
  const known = named.get(raw);
  if (known?.near === near) return known.name;
  const name = identify(rule, { ...raw, start, end }, text);
  named.set(raw, { near, name });
  return name;
}

/** How far words are looked for on either side of a hit, in characters. */
const REACH = 48;
const WORDS = 2;
const IDENTIFIER = /\p{N}/gu;

/**
 * What stays the same about a hit while text elsewhere changes: its rule, its normalised match and two words either
 * side. Of an identifier only 16 bits go in, too few to find the value again.
 */
function identify(rule: string, hit: RawHit, text: string): string {
  const name = `${rule}/${hit.variant ?? ""}/${hit.entity ?? ""}`;
  if (hit.whole) return hashed(name);
  const match = folded(text.slice(hit.start, hit.end));
  const secret = hit.entity === undefined ? match : (hash(match, 7) & 0xffff).toString(36);
  const before = wordsNear(text.slice(Math.max(0, hit.start - REACH), hit.start)).slice(-WORDS);
  const after = wordsNear(text.slice(hit.end, hit.end + REACH)).slice(0, WORDS);
  return hashed(`${name}/${secret}/${before.join(" ")}/${after.join(" ")}`);
}

const folded = (text: string): string => foldWord(text.replace(/\s+/g, " ").trim());

/** Digits beside a hit may be another identifier: they do not count. */
const wordsNear = (text: string): readonly string[] =>
  wordsOf(text).map((word) => word.folded.replace(IDENTIFIER, "0"));

const hashed = (text: string): string =>
  (hash(text, 1) >>> 0).toString(36).padStart(7, "0") + (hash(text, 2) >>> 0).toString(36).padStart(7, "0");

/** 32 bits of a text: Murmur's mixing over UTF-16 code units. */
export function hash(text: string, seed: number): number {
  let h = seed ^ text.length;
  for (let index = 0; index < text.length; index += 1) {
    h = Math.imul(h ^ text.charCodeAt(index), 0x5bd1e995);
    h ^= h >>> 15;
  }
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
