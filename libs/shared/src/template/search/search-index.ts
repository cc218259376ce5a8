import { createGramIndex, type GramIndex } from "./gram-index.ts";
import { isUnspaced, plain, wordsIn } from "./grams.ts";
import { likeness } from "./likeness.ts";

/** A template's words in one language, as search reads them. */
export interface SearchEntry {
  readonly template: string;
  readonly locale: string;
  readonly title: string;
  readonly keywords: readonly string[];
  /** What it says; a match here counts less than one in the title. */
  readonly text: string;
}

/** How a search ranks languages. */
export interface SearchWish {
  /** The customer's language first, then others an agent may type in. */
  readonly locales: readonly string[];
  readonly limit: number;
}

/** A template that was found. */
export interface SearchHit {
  readonly template: string;
  /** The language whose words were found; perhaps not the one the text is wanted in. */
  readonly locale: string;
  /** 0 to 1. */
  readonly score: number;
}

export interface SearchIndex {
  readonly search: (query: string, wish: SearchWish) => readonly SearchHit[];
}

interface Indexed {
  readonly entries: readonly SearchEntry[];
  readonly grams: GramIndex;
  /** Words of title and keywords of each entry, plain. */
  readonly words: readonly (readonly string[])[];
  readonly locales: readonly string[];
  /** Index of each entry's language in `locales`. */
  readonly localeOf: Uint8Array;
}

interface Query {
  readonly words: readonly string[];
  /** Whether the last word may go on: the agent is still typing. */
  readonly open: boolean;
  /** What a match is worth in each of the index's languages. */
  readonly ranks: Float32Array;
  /** Likenesses that were worked out, by query word: entries share their words. */
  readonly alike: readonly Map<string, number>[];
}

/** What a word counts where it stands. */
const WEIGHT = { title: 1, keyword: 0.9, text: 0.3 } as const;
/** Candidates of the grams that are compared word by word. */
const CANDIDATES = 48;
/** Less than this is no match. */
const FLOOR = 0.3;
/** In scripts without blanks a single wrong sign breaks most of a short query. */
const UNSPACED_FLOOR = 0.15;
/** What a match is worth in a language that comes later in the wish, and in one that is not in it. */
const LATER = 0.93;
const OTHER = 0.8;

/** Make templates findable by words with typing errors, without accents, in any of their languages. */
export function createSearchIndex(entries: readonly SearchEntry[]): SearchIndex {
  const locales = [...new Set(entries.map(({ locale }) => locale))];
  const indexed: Indexed = {
    entries,
    locales,
    localeOf: Uint8Array.from(entries, ({ locale }) => locales.indexOf(locale)),
    grams: createGramIndex(
      entries.map(({ title, keywords, template, text }) => [
        { text: title, weight: WEIGHT.title },
        { text: `${keywords.join(" ")} ${template}`, weight: WEIGHT.keyword },
        { text, weight: WEIGHT.text },
      ]),
    ),
    words: entries.map(wordsOfEntry),
  };
  return { search: (query, wish) => search(indexed, query, wish) };
}

function search(indexed: Indexed, typed: string, wish: SearchWish): readonly SearchHit[] {
  const query = queryOf(typed, wish, indexed.locales);
  return query ? bestOf(scored(indexed, query), query, wish.limit) : [];
}

/** An entry that trigrams have found, and how much of the search is in it, 0 to 1. */
export interface Candidate {
  readonly entry: SearchEntry;
  readonly share: number;
}

/** Rank what another index has found, by the same measure. */
export function rankCandidates(
  candidates: readonly Candidate[],
  typed: string,
  wish: SearchWish,
): readonly SearchHit[] {
  const locales = [...new Set(candidates.map(({ entry }) => entry.locale))];
  const query = queryOf(typed, wish, locales);
  if (!query) return [];
  const ranked = candidates.map(({ entry, share }) => ({
    entry,
    score: scoreOf(query, wordsOfEntry(entry), share) * (query.ranks[locales.indexOf(entry.locale)] ?? 0),
  }));
  return bestOf(ranked, query, wish.limit);
}

/** What was typed, against the languages there are; null when there is no word in it. */
function queryOf(typed: string, { locales }: SearchWish, known: readonly string[]): Query | null {
  const words = wordsIn(plain(typed));
  if (words.length === 0) return null;
  const worth = (at: number) => (at === 0 ? 1 : at > 0 ? LATER : OTHER);
  return {
    words,
    open: !/\s$/.test(typed),
    ranks: Float32Array.from(known, (locale) => worth(locales.indexOf(locale))),
    alike: words.map(() => new Map()),
  };
}

function bestOf(
  ranked: readonly { readonly entry: SearchEntry; readonly score: number }[],
  { words }: Query,
  limit: number,
): readonly SearchHit[] {
  const floor = words.some(isUnspaced) ? UNSPACED_FLOOR : FLOOR;
  const best = new Map<string, SearchHit>();
  for (const { entry, score } of ranked) {
    const { template, locale } = entry;
    if (score >= floor && score > (best.get(template)?.score ?? 0))
      best.set(template, { template, locale, score });
  }
  return [...best.values()]
    .sort((a, b) => b.score - a.score || (a.template < b.template ? -1 : 1))
    .slice(0, limit);
}

const wordsOfEntry = ({ title, keywords }: SearchEntry): readonly string[] => [
  ...new Set(wordsIn(plain([title, ...keywords].join(" ")))),
];

const scoreOf = (query: Query, words: readonly string[], share: number): number =>
  0.5 * share + 0.5 * wordScore(query, words, share);

/** Grams find, words decide: a swap of two letters breaks three grams and is one slip of the finger. */
function scored({ entries, grams, words, localeOf }: Indexed, query: Query) {
  const { shares, found } = grams.shares(query.words, query.open);
  const ranked = new Float32Array(found.length);
  for (let at = 0; at < found.length; at += 1) {
    const index = found[at] ?? 0;
    ranked[at] = (shares[index] ?? 0) * (query.ranks[localeOf[index] ?? 0] ?? 0);
  }
  return topmost(ranked).flatMap((at) => {
    const index = found[at] ?? 0;
    const entry = entries[index];
    if (!entry) return [];
    const share = shares[index] ?? 0;
    const score = scoreOf(query, words[index] ?? [], share);
    return [{ entry, score: score * (query.ranks[localeOf[index] ?? 0] ?? 0) }];
  });
}

function wordScore({ words, open, alike }: Query, own: readonly string[], share: number): number {
  let sum = 0;
  let weight = 0;
  words.forEach((word, at) => {
    const known = alike[at] ?? new Map();
    const last = open && at === words.length - 1;
    // A phrase without blanks is one word for us: there is nothing to compare but its grams.
    sum +=
      word.length * (isUnspaced(word) ? share : nearest(own, known, (other) => likeness(word, other, last)));
    weight += word.length;
  });
  return sum / weight;
}

/** How alike the nearest of an entry's words is; half alike is chance and counts nothing. */
function nearest(
  own: readonly string[],
  known: Map<string, number>,
  compare: (other: string) => number,
): number {
  let best = 0;
  for (const other of own) {
    const alike = known.get(other) ?? 2 * compare(other) - 1;
    known.set(other, alike);
    best = Math.max(best, alike);
  }
  return best;
}

const BINS = 256;

/** Places of the highest values, about as many as there are candidates. Sorting them all would take most of the time. */
function topmost(values: Float32Array): readonly number[] {
  const bins = new Uint32Array(BINS + 1);
  const binOf = (value: number) => Math.min(BINS, Math.floor(value * BINS));
  for (const value of values) bins[binOf(value)] = (bins[binOf(value)] ?? 0) + 1;
  let bin = BINS;
  for (let count = bins[bin] ?? 0; bin > 0 && count < CANDIDATES; count += bins[bin] ?? 0) bin -= 1;
  const top: number[] = [];
  for (let at = 0; at < values.length; at += 1) if (binOf(values[at] ?? 0) >= bin) top.push(at);
  return top.sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0)).slice(0, CANDIDATES);
}
