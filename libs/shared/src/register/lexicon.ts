import { french, german, hindi, korean, polish, turkish } from "./endings.ts";
import type { Emit, Grammar, Parts } from "./grammar.ts";
import { italian } from "./italian.ts";
import { type Kind, kindFrom, NO_KIND } from "./kind.ts";
import { portuguese } from "./portuguese.ts";
import { spanish } from "./spanish.ts";

/** The word list of one language, as `locales/<tag>/lexicons/register.json` holds it. */
export interface Wordlist {
  /** Words by class; the first letter says whose they are: `i` informal, `f` formal, `a` formal if it has a capital, `c` context only. */
  readonly classes: Readonly<Record<string, readonly string[]>>;
  /** Regular verbs, with a stem change after a slash where the language has them. */
  readonly verbs?: readonly string[];
  readonly irregular?: Readonly<Record<string, Parts>>;
  /** Verbs that go like another one with something before it: `obtener` like `tener`. */
  readonly prefixed?: Readonly<Record<string, string>>;
  /** Set phrases that address nobody, in lower case. */
  readonly fixed?: readonly string[];
  /** Weight of each class where no model was learned: above zero formal, below informal. */
  readonly weights?: Readonly<Record<string, number>>;
  /** Words that may be replaced by one of the other register without touching a verb, in lower case, by the register they then have. */
  readonly swaps?: { readonly formal: Swaps; readonly informal: Swaps };
  /** Least margins of cues, where the language differs from the usual. */
  readonly gates?: { readonly informal: number; readonly formal: number };
}

export type Swaps = Readonly<Record<string, string>>;

/** What a word list and the rules of its language know about words. */
export interface Lexicon {
  readonly kindOf: (word: string) => Kind;
  /** Set phrases by their first word. */
  readonly fixed: ReadonlyMap<string, readonly (readonly string[])[]>;
}

const grammars: Readonly<Record<string, Grammar>> = {
  de: german,
  es: spanish,
  fr: french,
  hi: hindi,
  it: italian,
  ko: korean,
  pl: polish,
  // Brazil says `você` or `o senhor`, both with the third person: verbs tell nothing there.
  "pt-BR": {},
  pt: portuguese,
  tr: turkish,
};

/** Words seen lately whose class had to be guessed; the oldest make room. */
const GUESSES = 4096;

/** Build the lookup for the language of a tag. A tag with a country may have rules of its own. */
export function lexiconOf(tag: string, list: Wordlist): Lexicon {
  const grammar = grammars[tag] ?? grammars[tag.split("-")[0] ?? tag] ?? {};
  const kinds = new Map<string, Kind>([["", NO_KIND]]);
  const kindNamed = (name: string): Kind => remembered(kinds, name, kindFrom);
  const words = collect(list, grammar, kindNamed);
  const fixed = Map.groupBy(
    (list.fixed ?? []).map((phrase) => phrase.split(" ")),
    ([first = ""]) => first,
  );
  const { guess } = grammar;
  if (!guess) return { fixed, kindOf: (word) => words.get(word) ?? NO_KIND };
  const guesses = new Map<string, Kind>();
  const known = (form: string): string => words.get(form)?.name ?? "";
  const guessKind = (word: string): Kind => kindNamed(guess(word, known));
  return { fixed, kindOf: (word) => words.get(word) ?? remembered(guesses, word, guessKind) };
}

function remembered(memory: Map<string, Kind>, key: string, make: (key: string) => Kind): Kind {
  const held = memory.get(key);
  if (held) return held;
  if (memory.size >= GUESSES) memory.delete(memory.keys().next().value ?? key);
  const kind = make(key);
  memory.set(key, kind);
  return kind;
}

/** Every word of the list and every form of its verbs. */
function collect(
  list: Wordlist,
  grammar: Grammar,
  kindNamed: (name: string) => Kind,
): ReadonlyMap<string, Kind> {
  const words = new Map<string, Kind>();
  const emit: Emit = (form, kind) => {
    const before = words.get(form)?.name;
    if (before === undefined) words.set(form, kindNamed(kind));
    else if (!before.split("+").includes(kind)) {
      words.set(form, kindNamed([...before.split("+"), kind].sort().join("+")));
    }
  };
  conjugateAll(list, grammar, emit);
  for (const [kind, members] of Object.entries(list.classes)) {
    // A preposition or conjunction is hardly ever the verb it looks like: Spanish `para`, `sobre`.
    if (kind.startsWith("c.") && kind !== NOUN) for (const word of members) words.delete(word);
  }
  for (const [kind, members] of Object.entries(list.classes)) for (const word of members) emit(word, kind);
  return words;
}

/** Nouns and adjectives that may be a verb's form as well. */
const NOUN = "c.noun";

function conjugateAll(list: Wordlist, { conjugate }: Grammar, emit: Emit): void {
  if (!conjugate) return;
  // Irregular verbs are the commonest: `viste` is of `ver`, not of `vestir`.
  const taken = new Set<string>();
  const take: Emit = (form, kind) => {
    taken.add(form);
    emit(form, kind);
  };
  const irregular = list.irregular ?? {};
  for (const [infinitive, parts] of Object.entries(irregular))
    conjugate({ infinitive, mark: "", parts }, take);
  for (const [infinitive, like] of Object.entries(list.prefixed ?? {})) {
    const prefix = infinitive.slice(0, infinitive.length - like.length);
    const parts = Object.entries(irregular[like] ?? {}).map(([name, form]) => [name, prefix + form]);
    conjugate({ infinitive, mark: "", parts: Object.fromEntries(parts) }, take);
  }
  for (const entry of list.verbs ?? []) {
    const [infinitive = "", mark = ""] = entry.split("/");
    conjugate({ infinitive, mark, parts: {} }, (form, kind) => {
      if (!taken.has(form)) emit(form, kind);
    });
  }
}
