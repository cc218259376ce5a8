import type { Span } from "../text/index.ts";
import { parseTerm, type Slot, type Term, type TermWord } from "./term.ts";
import { type Word, withoutClitics } from "./words.ts";

/** The terms of a language by the name of their lexicon. */
export type Lexicons = Readonly<Record<string, readonly string[]>>;

/** Where a term stands. `first` and `last` number the words it covers. */
export interface LexiconHit extends Span {
  readonly lexicon: string;
  readonly term: string;
  /** What to write instead, when the lexicon knows. */
  readonly better?: string;
  readonly first: number;
  readonly last: number;
}

/** Finds the terms of all lexicons of one language in one walk over the words. */
export interface Matcher {
  readonly tag: string;
  /** Hits by lexicon, in order, without overlaps inside one lexicon. */
  readonly find: (words: readonly Word[]) => ReadonlyMap<string, readonly LexiconHit[]>;
}

interface Entry {
  readonly lexicon: string;
  readonly term: Term;
  /** Which alternative of the first place is tried. */
  readonly opening: readonly TermWord[];
}

/** Words that do not matter inside a term, at most; a character counts where blanks are not written. */
const GAP_WORDS = 4;
const GAP_CHARACTERS = 12;
/** Prefix terms are looked up by their first letters. */
const PREFIX_KEY = 3;

/** Prepare the lexicons of one language. Terms that cannot be read match nothing: `parsePack` refuses them. */
export function compileLexicons(tag: string, lexicons: Lexicons): Matcher {
  const words = new Map<string, Entry[]>();
  const prefixes = new Map<string, Entry[]>();
  for (const [lexicon, terms] of Object.entries(lexicons)) {
    for (const source of terms) {
      const term = parseTerm(source, tag === "tr");
      const first = term?.slots[0];
      if (!term || first?.kind !== "words") continue;
      for (const opening of first.alternatives) enter({ lexicon, term, opening }, words, prefixes);
    }
  }
  const gap = /^(ja|zh|th)\b/.test(tag) ? GAP_CHARACTERS : GAP_WORDS;
  const lookup: Lookup = { words, prefixes, arabic: tag.startsWith("ar"), gap };
  return { tag, find: (text) => findTerms(text, lookup) };
}

interface Lookup {
  readonly words: ReadonlyMap<string, readonly Entry[]>;
  readonly prefixes: ReadonlyMap<string, readonly Entry[]>;
  readonly arabic: boolean;
  readonly gap: number;
}

function enter(entry: Entry, words: Map<string, Entry[]>, prefixes: Map<string, Entry[]>): void {
  const head = entry.opening[0];
  if (!head) return;
  const index = head.prefix ? prefixes : words;
  const key = head.prefix ? head.folded.slice(0, PREFIX_KEY) : head.folded;
  const entries = index.get(key);
  if (entries) entries.push(entry);
  else index.set(key, [entry]);
}

function findTerms(words: readonly Word[], lookup: Lookup): ReadonlyMap<string, readonly LexiconHit[]> {
  const found = new Map<string, LexiconHit[]>();
  for (let first = 0; first < words.length; first += 1) {
    const { folded = "" } = words[first] ?? {};
    tryEntries(lookup.words.get(folded), { words, first, lookup, found });
    for (let length = 1; length <= Math.min(PREFIX_KEY, folded.length); length += 1)
      tryEntries(lookup.prefixes.get(folded.slice(0, length)), { words, first, lookup, found });
    if (!lookup.arabic) continue;
    for (const form of withoutClitics(folded)) {
      tryEntries(lookup.words.get(form), { words, first, lookup, found });
      tryEntries(lookup.prefixes.get(form.slice(0, PREFIX_KEY)), { words, first, lookup, found });
    }
  }
  return found;
}

interface Walk {
  readonly words: readonly Word[];
  readonly first: number;
  readonly lookup: Lookup;
  readonly found: Map<string, LexiconHit[]>;
}

function tryEntries(entries: readonly Entry[] | undefined, walk: Walk): void {
  if (!entries) return;
  for (const { lexicon, term, opening } of entries) {
    const past = sequenceEnd(opening, walk.first, walk);
    const end = past < 0 ? -1 : slotsEnd(term.slots, 1, { ...walk, first: past });
    if (end > walk.first) keep(walk, { lexicon, term, last: end - 1 });
  }
}

/** Keep the longest of overlapping hits; of equal ones the first. */
function keep(walk: Walk, { lexicon, term, last }: { lexicon: string; term: Term; last: number }): void {
  const from = walk.words[walk.first];
  const to = walk.words[last];
  if (!from || !to || isPartOfKatakana(walk, last)) return;
  const hit: LexiconHit = {
    lexicon,
    term: term.source,
    start: from.start,
    end: to.end,
    first: walk.first,
    last,
    ...(term.better !== undefined && { better: term.better }),
  };
  const hits = walk.found.get(lexicon);
  const before = hits?.at(-1);
  if (!hits) walk.found.set(lexicon, [hit]);
  else if (!before || before.end <= hit.start) hits.push(hit);
  else if (hit.end - hit.start > before.end - before.start) hits[hits.length - 1] = hit;
}

const KATAKANA = /^[\u30a0-\u30ff]$/;

/** Katakana writes foreign words in one run: `カス` does not stand in `カスタマー`. */
function isPartOfKatakana({ words, first }: Walk, last: number): boolean {
  const isKatakana = (index: number): boolean => KATAKANA.test(words[index]?.folded ?? "");
  if (!isKatakana(first) || !isKatakana(last)) return false;
  if (words.slice(first, last).some(({ folded }) => !KATAKANA.test(folded))) return false;
  const touches = (a: number, b: number): boolean =>
    isKatakana(a) && isKatakana(b) && words[a]?.end === words[b]?.start;
  return touches(first - 1, first) || touches(last, last + 1);
}

/** The number of the word after the places from `slot` on, matched at `walk.first`; -1 when they do not match. */
function slotsEnd(slots: readonly Slot[], slot: number, walk: Walk): number {
  const place = slots[slot];
  if (!place) return walk.first;
  if (place.kind === "gap") return gapEnd(slots, slot, walk);
  const apart = slots[slot - 1]?.kind !== "gap" && walk.words[walk.first]?.joined === false;
  for (const alternative of apart ? [] : place.alternatives) {
    const past = sequenceEnd(alternative, walk.first, walk);
    const end = past < 0 ? -1 : slotsEnd(slots, slot + 1, { ...walk, first: past });
    if (end >= 0) return end;
  }
  return place.optional ? slotsEnd(slots, slot + 1, walk) : -1;
}

function gapEnd(slots: readonly Slot[], slot: number, walk: Walk): number {
  const place = slots[slot];
  const most = (place?.kind === "gap" ? place.most : undefined) ?? walk.lookup.gap;
  for (let skipped = 0; skipped <= most; skipped += 1) {
    const end = slotsEnd(slots, slot + 1, { ...walk, first: walk.first + skipped });
    if (end >= 0) return end;
  }
  return -1;
}

function sequenceEnd(sequence: readonly TermWord[], first: number, { words, lookup }: Walk): number {
  for (let index = 0; index < sequence.length; index += 1) {
    const word = words[first + index];
    const wanted = sequence[index];
    if (!word || !wanted || (index > 0 && !word.joined) || !accepts(wanted, word.folded, lookup.arabic))
      return -1;
  }
  return first + sequence.length;
}

const accepts = (wanted: TermWord, folded: string, arabic: boolean): boolean =>
  isForm(wanted, folded) || (arabic && withoutClitics(folded).some((form) => isForm(wanted, form)));

const isForm = ({ folded, prefix }: TermWord, word: string): boolean =>
  prefix ? word.startsWith(folded) : word === folded;
