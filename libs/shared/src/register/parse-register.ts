import type { Reader } from "./candidate.ts";
import { japaneseReader } from "./japanese.ts";
import { lexiconOf, type Wordlist } from "./lexicon.ts";
import { type Model, weigher } from "./model.ts";
import type { LanguageRegister } from "./register-of.ts";
import { signReader } from "./sign-reader.ts";
import { wordReader } from "./word-reader.ts";

/** Read one language from the parsed JSON of its word list and, where one was learned, its model. Throws when they are no such thing. */
export function parseRegister(tag: string, words: unknown, model?: unknown): LanguageRegister {
  const list = parseWordlist(words, tag);
  const reader = readerOf(tag, list);
  const learned = model === undefined ? modelOf(list) : parseModel(model, tag);
  const swaps = list.swaps ?? { formal: {}, informal: {} };
  return { reader, model: learned, weigh: weigher(reader, learned), swaps };
}

/** The reader for the language of a tag. */
export function readerOf(tag: string, list: Wordlist): Reader {
  const language = tag.split("-")[0] ?? tag;
  if (language === "ja") return japaneseReader(list);
  if (language === "zh") return signReader(list);
  return wordReader(lexiconOf(tag, list));
}

/** What the word list itself says of its classes, for languages without a learned model. */
function modelOf({ weights = {}, gates = { informal: 0.5, formal: 0.5 } }: Wordlist): Model {
  return {
    scale: 1,
    bands: { informal: 0.5, formal: 0.5 },
    gates,
    // Of each group the sum counts: informal for it, formal and shared against.
    verdict: [0, 0, 0, 0, 1, 0, 0, 0, -1, 0, 0, 0, -1],
    features: Object.fromEntries(
      Object.entries(weights).map(([kind, weight]) => [`k ${kind}`, weight > 0 ? [0, weight] : [-weight, 0]]),
    ),
  };
}

/** Check the shape of a word list. */
export function parseWordlist(value: unknown, tag: string): Wordlist {
  const {
    classes,
    verbs = [],
    fixed = [],
    irregular = {},
    prefixed = {},
    weights = {},
    gates = {},
    swaps = { formal: {}, informal: {} },
  } = record(value, tag, "word list");
  for (const [kind, words] of Object.entries(record(classes, tag, "classes"))) strings(words, tag, kind);
  numbers(Object.values(record(gates, tag, "gates")), tag, "gates");
  const { formal, informal } = record(swaps, tag, "swaps");
  for (const words of [formal, informal]) strings(Object.values(record(words, tag, "swaps")), tag, "swaps");
  strings(verbs, tag, "verbs");
  strings(fixed, tag, "fixed");
  for (const [verb, parts] of Object.entries(record(irregular, tag, "irregular"))) {
    strings(Object.values(record(parts, tag, verb)), tag, verb);
  }
  strings(Object.values(record(prefixed, tag, "prefixed")), tag, "prefixed");
  numbers(Object.values(record(weights, tag, "weights")), tag, "weights");
  return value as Wordlist;
}

function parseModel(value: unknown, tag: string): Model {
  const { scale, gates, bands, verdict, features } = record(value, tag, "model");
  numbers([scale], tag, "scale");
  for (const pair of [record(gates, tag, "gates"), record(bands, tag, "bands")]) {
    numbers([pair.informal, pair.formal], tag, "gates and bands");
  }
  numbers(verdict, tag, "verdict");
  for (const [name, weights] of Object.entries(record(features, tag, "features")))
    numbers(weights, tag, name);
  return value as Model;
}

function record(value: unknown, tag: string, place: string): Record<string, unknown> {
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw new TypeError(`register of ${tag}: ${place} is no object`);
}

function strings(value: unknown, tag: string, place: string): void {
  if (Array.isArray(value) && value.every((item) => typeof item === "string")) return;
  throw new TypeError(`register of ${tag}: ${place} is no list of words`);
}

function numbers(value: unknown, tag: string, place: string): void {
  if (Array.isArray(value) && value.every((item) => typeof item === "number" && Number.isFinite(item)))
    return;
  throw new TypeError(`register of ${tag}: ${place} is no list of numbers`);
}
