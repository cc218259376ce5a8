import { clashing, differing, together } from "../parts.ts";
import type { Term } from "./open-glossary.ts";

/** Words by BCP 47 tag. Languages without words are not in it. */
export type WordLists = Readonly<Record<string, readonly string[]>>;

/** What a member can write of a term. */
export interface TermWords {
  readonly term: string;
  readonly keep: boolean;
  readonly note: string;
  readonly translations: WordLists;
  readonly forbidden: WordLists;
}

/** A term that was changed and not saved, with what it was made from. */
export interface TermDraft {
  /** Null for a new term. */
  readonly termId: string | null;
  readonly version: number;
  readonly base: TermWords;
  readonly words: TermWords;
}

export const noWords: TermWords = { term: "", keep: false, note: "", translations: {}, forbidden: {} };

/** A term of the server as it can be written. */
export const wordsOf = ({ term, keep, note, translations, forbidden }: Term): TermWords => ({
  term,
  keep,
  note,
  translations: listsOf(translations),
  forbidden: listsOf(forbidden),
});

/** Lists as JSON carries them: it has no types of its own. */
export function listsOf(value: unknown): WordLists {
  const lists = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(
    lists
      .map(([locale, words]: [string, unknown]): readonly [string, readonly string[]] => [
        locale,
        Array.isArray(words) ? words.filter((word) => typeof word === "string") : [],
      ])
      .filter(([, words]) => words.length > 0),
  );
}

export const beginDraft = (term: Term): TermDraft => {
  const words = wordsOf(term);
  return { termId: term.id, version: term.version, base: words, words };
};

export const isChanged = ({ base, words }: TermDraft): boolean =>
  differing(partsOf(base), partsOf(words)).length > 0;

/** One thing that two people wrote differently: `term`, `keep`, `note`, or a language's `translations` or `forbidden`. */
export interface Clash {
  readonly part: keyof TermWords;
  /** Null where the part is the same for every language. */
  readonly locale: string | null;
  readonly mine: string | boolean;
  readonly theirs: string | boolean;
}

/** What both changed since the draft was begun, and not in the same way. */
export function clashesOf(draft: TermDraft, theirs: TermWords): readonly Clash[] {
  const ways = waysOf(draft, theirs);
  return clashing(ways).map((key) => {
    const [part = "", locale = null] = key.split(" ");
    return {
      part: part as keyof TermWords,
      locale,
      mine: said(ways.mine[key]),
      theirs: said(ways.theirs[key]),
    };
  });
}

/** The draft on what somebody else saved meanwhile: what only one of the two changed is kept, and of the rest the chosen one's. */
export function rebased(draft: TermDraft, term: Term, whose: "mine" | "theirs"): TermDraft {
  const theirs = wordsOf(term);
  const parts = together(waysOf(draft, theirs), whose) as Parts;
  return { termId: term.id, version: term.version, base: theirs, words: wordsFrom(parts) };
}

const waysOf = ({ base, words }: TermDraft, theirs: TermWords) => ({
  base: partsOf(base),
  mine: partsOf(words),
  theirs: partsOf(theirs),
});

/** The lists with another one for a language. */
export function withList(lists: WordLists, locale: string, words: readonly string[]): WordLists {
  const { [locale]: _replaced, ...others } = lists;
  return words.length === 0 ? others : { ...others, [locale]: words };
}

type Part = string | boolean | readonly string[] | undefined;
type Parts = Readonly<Record<string, Part>>;

const said = (part: Part): string | boolean =>
  typeof part === "boolean" || typeof part === "string" ? part : (part ?? []).join(", ");

function partsOf({ term, keep, note, translations, forbidden }: TermWords): Parts {
  const named = (name: string, lists: WordLists) =>
    Object.fromEntries(Object.entries(lists).map(([locale, words]) => [`${name} ${locale}`, words]));
  return { term, keep, note, ...named("translations", translations), ...named("forbidden", forbidden) };
}

function wordsFrom(parts: Parts): TermWords {
  const lists = (name: string) =>
    listsOf(
      Object.fromEntries(
        Object.entries(parts).flatMap(([key, part]) =>
          key.startsWith(`${name} `) ? [[key.slice(name.length + 1), part]] : [],
        ),
      ),
    );
  return {
    term: String(parts.term ?? ""),
    keep: parts.keep === true,
    note: String(parts.note ?? ""),
    translations: lists("translations"),
    forbidden: lists("forbidden"),
  };
}
