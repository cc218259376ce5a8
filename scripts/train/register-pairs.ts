import { readFileSync } from "node:fs";
import type { Candidate, Reader } from "../../libs/shared/src/register/candidate.ts";
import { featuresOf } from "../../libs/shared/src/register/model.ts";
import { wordsOf } from "../../libs/shared/src/register/word-walk.ts";
import type { Span } from "../../libs/shared/src/text/index.ts";

/** The same sentence in both registers. */
export interface Pair {
  readonly id: string;
  readonly formal: string;
  readonly informal: string;
}

/** What a candidate was found to tell. */
export const NOTHING = 0;
export const INFORMAL = 1;
export const FORMAL = 2;

export interface Example {
  readonly candidate: Candidate;
  readonly features: readonly string[];
  readonly tells: number;
}

export interface Text {
  readonly text: string;
  readonly label: "formal" | "informal" | "neutral";
  /** Which part of the file it belongs to; -1 for texts that are learned from but never judged by. */
  readonly fold: number;
  /** Number of the pair it comes from. */
  readonly part: number;
  readonly examples: readonly Example[];
}

/** The pairs of every language in a file of JSON Lines with `lang`, `pair`, `label` and `text`. */
export function readPairs(file: string): ReadonlyMap<string, readonly Pair[]> {
  const languages = new Map<string, Map<string, { id: string; formal: string; informal: string }>>();
  for (const line of readFileSync(file, "utf8").split("\n")) {
    if (line.trim() === "") continue;
    const { lang, pair, label, text } = JSON.parse(line) as Record<string, string>;
    const pairs = languages.get(lang!) ?? new Map();
    languages.set(lang!, pairs);
    const entry = pairs.get(pair!) ?? { id: pair!, formal: "", informal: "" };
    pairs.set(pair!, { ...entry, [label === "formal" ? "formal" : "informal"]: text });
  }
  return new Map(
    [...languages].map(([lang, pairs]) => [lang, [...pairs.values()].filter((p) => p.formal && p.informal)]),
  );
}

/** The project's own sentences of one language: lines `formal = informal`, or one that addresses nobody, under `# language`. */
export function readCare(file: string, language: string, reader: Reader): Text[] {
  const lines = readFileSync(file, "utf8").split("\n");
  const start = lines.indexOf(`# ${language}`);
  const rest = start < 0 ? [] : lines.slice(start + 1);
  const end = rest.findIndex((line) => line.startsWith("#"));
  return rest.slice(0, end < 0 ? rest.length : end).flatMap((line, number): Text[] => {
    if (line.trim() === "") return [];
    const [formal = "", informal] = line.split(" = ");
    if (informal !== undefined)
      return textsOf([{ id: line, formal, informal }], reader, 1).map((text) => ({
        ...text,
        fold: -1,
        part: number,
      }));
    return [
      { text: formal, label: "neutral", fold: -1, part: number, examples: silentExamples(reader, formal) },
    ];
  });
}

const silentExamples = (reader: Reader, text: string): Example[] =>
  reader
    .read(text)
    .map((candidate) => ({ candidate, features: featuresOf(reader, candidate), tells: NOTHING }));

/** Sentences of at least four words; those that both registers share address nobody. */
const sentencesOf = (text: string): string[] =>
  text.split(/(?<=[.!?])\s+/).filter((sentence) => sentence.split(" ").length >= 4);

/** Both sentences of each pair, in the same fold, each candidate labelled by whether the two sentences differ there. */
export function textsOf(pairs: readonly Pair[], reader: Reader, folds: number): Text[] {
  return pairs.flatMap(({ formal, informal }, index): Text[] => {
    const fold = index % folds;
    const shared = new Set(sentencesOf(informal));
    const neutral = sentencesOf(formal).filter((sentence) => shared.has(sentence));
    return [
      ...neutral.map((text) => ({
        text,
        label: "neutral" as const,
        fold,
        part: index,
        examples: silentExamples(reader, text),
      })),
      {
        text: formal,
        label: "formal" as const,
        fold,
        part: index,
        examples: examplesOf(reader, formal, [informal, FORMAL]),
      },
      {
        text: informal,
        label: "informal" as const,
        fold,
        part: index,
        examples: examplesOf(reader, informal, [formal, INFORMAL]),
      },
    ];
  });
}

function examplesOf(reader: Reader, text: string, [other, register]: readonly [string, number]): Example[] {
  const changes = changedSpans(text, other);
  return reader.read(text).map((candidate) => ({
    candidate,
    features: featuresOf(reader, candidate),
    tells: changes.some(({ start, end }) => start < candidate.end && candidate.start < end)
      ? register
      : NOTHING,
  }));
}

interface Unit extends Span {
  readonly text: string;
}

/** Where `text` differs from `other`: by words, or by characters where words are not written apart. */
export function changedSpans(text: string, other: string): Span[] {
  const unspaced = /[\u3040-\u30ff]/.test(text);
  const [mine, theirs] = unspaced
    ? [charactersOf(text), charactersOf(other)]
    : [wordsOf(text), wordsOf(other)];
  const common = longestCommon(mine, theirs);
  const spans = mine.filter((_, index) => !common.has(index));
  // Two sentences that share hardly anything were mixed up, not rephrased.
  if (spans.length > 0.6 * mine.length) return [];
  return unspaced ? [...spans, ...omissions(mine.length, theirs.length, common)] : spans;
}

/** A change right behind an ending belongs to it: each character reaches over the one before. */
const charactersOf = (text: string): Unit[] =>
  [...text].map((character, at) => ({ text: character, start: Math.max(0, at - 1), end: at + 1 }));

/** Where the other text has characters that this one leaves out: した beside しました. */
function omissions(mine: number, theirs: number, common: ReadonlyMap<number, number>): Span[] {
  const spans: Span[] = [];
  for (let index = 0; index <= mine; index += 1) {
    const before = index === 0 ? -1 : common.get(index - 1);
    const here = index === mine ? theirs : common.get(index);
    if (before !== undefined && here !== undefined && here - before > 1) {
      spans.push({ start: Math.max(0, index - 1), end: index + 1 });
    }
  }
  return spans;
}

/** Indexes of `mine` that are part of the longest common subsequence, with those of `theirs`. */
function longestCommon(mine: readonly Unit[], theirs: readonly Unit[]): Map<number, number> {
  const at = commonLengths(mine, theirs);
  const common = new Map<number, number>();
  let [i, j] = [0, 0];
  while (i < mine.length && j < theirs.length) {
    const same = mine[i]!.text === theirs[j]!.text;
    if (same) common.set(i, j);
    const skip = !same && at(i + 1, j) < at(i, j + 1);
    if (same || skip) j += 1;
    if (!skip) i += 1;
  }
  return common;
}

/** Lengths of the longest common subsequences of the rests of two lists, from `i` and `j` on. */
function commonLengths(mine: readonly Unit[], theirs: readonly Unit[]): (i: number, j: number) => number {
  const width = theirs.length + 1;
  const table = new Uint16Array((mine.length + 1) * width);
  const at = (i: number, j: number): number => table[i * width + j] ?? 0;
  for (let i = mine.length - 1; i >= 0; i -= 1) {
    for (let j = theirs.length - 1; j >= 0; j -= 1) {
      const same = mine[i]!.text === theirs[j]!.text;
      table[i * width + j] = same ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  return at;
}
