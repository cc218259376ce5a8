import { TOPIC, type Topic } from "./topic.ts";

/** How a language writes the street of an address. */
export interface StreetWords {
  /** Words that end a street's name or stand after it: "Road", "-straße", "caddesi". */
  readonly last?: readonly string[];
  /** Words that begin it: "rue", "calle", "via". */
  readonly first?: readonly string[];
  /** Where the number of the house stands. */
  readonly number: "before" | "after";
}

/** What `locales/<tag>/lexicons/identifier.json` holds. Words are in lower case; a last `*` stands for any ending. */
export interface IdentifierLexicon {
  /** Words, or two words, near a number that say what it is. */
  readonly near: { readonly [topic in Topic]?: readonly string[] };
  /** Frequent small words by which the language is told. */
  readonly common: readonly string[];
  /** Letters that no other of the languages uses. */
  readonly letters?: string;
  /** The names of numbers and the digits they stand for; ×2 for a word that doubles the next. */
  readonly numbers: Readonly<Record<string, string>>;
  /** What people write for `@` and `.` in an address. */
  readonly at: readonly string[];
  readonly dot: readonly string[];
  readonly street?: StreetWords;
}

/** The words of several languages, ready to be looked up. Made by `mergeWords`. */
export interface Words {
  readonly languages: readonly string[];
  readonly topics: ReadonlyMap<string, number>;
  /** Beginnings of words by their first three letters. */
  readonly beginnings: ReadonlyMap<string, readonly (readonly [string, number])[]>;
  /** Words that begin a phrase of two. */
  readonly openers: ReadonlySet<string>;
  /** Words of scripts without blanks, found anywhere. */
  readonly anywhere: readonly (readonly [string, number])[];
  /** The languages (bits, by place in `languages`) in which a word is frequent. */
  readonly common: ReadonlyMap<string, number>;
  readonly letters: ReadonlyMap<string, number>;
  readonly numbers: ReadonlyMap<string, string>;
  readonly at: ReadonlySet<string>;
  readonly dot: ReadonlySet<string>;
  readonly streets: readonly Street[];
  /** All words, and characters of words, that a walk through a text has to stop at. */
  readonly marked: ReadonlySet<string>;
}

/** The street words of one language, ready to be looked up. */
export interface Street {
  readonly language: string;
  readonly first: ReadonlySet<string>;
  readonly last: ReadonlySet<string>;
  readonly number: "before" | "after";
}

/** Kana, Han and Hangul: written without blanks between words. */
const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;
export const BEGINNING = 3;

const add = (map: Map<string, number>, word: string, bits: number): void => {
  map.set(word, (map.get(word) ?? 0) | bits);
};

/** Put the lexicons of several locales together. The key is the locale's tag; regions of a language share one vote. */
export function mergeWords(lexicons: Readonly<Record<string, IdentifierLexicon>>): Words {
  const languages = [...new Set(Object.keys(lexicons).map(languageOf))];
  const common = new Map<string, number>();
  const letters = new Map<string, number>();
  const all = Object.entries(lexicons);
  for (const [tag, lexicon] of all) {
    const bit = 1 << languages.indexOf(languageOf(tag));
    for (const word of lexicon.common) add(common, word, bit);
    for (const letter of lexicon.letters ?? "") add(letters, letter, bit);
  }
  const numbers = new Map(all.flatMap(([, lexicon]) => Object.entries(lexicon.numbers)));
  const at = new Set(all.flatMap(([, lexicon]) => lexicon.at));
  const dot = new Set(all.flatMap(([, lexicon]) => lexicon.dot));
  const streets = all.flatMap(([tag, { street }]) => (street ? streetOf(languageOf(tag), street) : []));
  const near = nearWords(all.flatMap(([, lexicon]) => Object.entries(lexicon.near)));
  const marked = markedBy([
    ...numbers.keys(),
    ...at,
    ...dot,
    ...streets.flatMap(({ first, last }) => [...first, ...last]),
  ]);
  return { languages, common, letters, ...near, numbers, at, dot, streets, marked };
}

/** A walk meets words without a full stop, and characters of scripts without blanks one by one. */
const markedBy = (words: readonly string[]): ReadonlySet<string> =>
  new Set(words.flatMap((word) => (UNSPACED.test(word) ? [...word] : word.replace(/\.$/, ""))));

const streetOf = (language: string, { first = [], last = [], number }: StreetWords): Street => ({
  language,
  first: new Set(first),
  last: new Set(last),
  number,
});

const languageOf = (tag: string): string => tag.split("-")[0] ?? tag;

function nearWords(entries: readonly (readonly [string, readonly string[]])[]) {
  const topics = new Map<string, number>();
  const beginnings = new Map<string, [string, number][]>();
  const anywhere = new Map<string, number>();
  const openers = new Set<string>();
  for (const [topic, words] of entries) {
    const bit = TOPIC[topic as Topic];
    for (const word of words) {
      if (UNSPACED.test(word)) add(anywhere, word, bit);
      else if (word.endsWith("*")) push(beginnings, word.slice(0, -1), bit);
      else add(topics, word, bit);
      if (word.includes(" ")) openers.add(word.slice(0, word.indexOf(" ")));
    }
  }
  return { topics, beginnings, anywhere: [...anywhere], openers };
}

function push(beginnings: Map<string, [string, number][]>, beginning: string, bit: number): void {
  const key = beginning.slice(0, BEGINNING);
  beginnings.set(key, [...(beginnings.get(key) ?? []), [beginning, bit]]);
}

/** No words at all: numbers are judged by themselves. */
export const NO_WORDS: Words = mergeWords({});
