import { french, german, hindi, korean, polish, turkish } from "./endings.ts";
import type { Emit, Grammar, Parts } from "./grammar.ts";
import { italian } from "./italian.ts";
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
  /** Least margins of cues, where the language differs from the usual. */
  readonly gates?: { readonly informal: number; readonly formal: number };
}

/** What a word list and the rules of its language know about words. */
export interface Lexicon {
  /** The classes of a word, joined by `+` in alphabetical order, "" for one that says nothing. */
  readonly kindOf: (word: string) => string;
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

/** Build the lookup for the language of a tag. A tag with a country may have rules of its own. */
export function lexiconOf(tag: string, list: Wordlist): Lexicon {
  const grammar = grammars[tag] ?? grammars[tag.split("-")[0] ?? tag] ?? {};
  const classes = collect(list, grammar);
  const known = (word: string): string => classes.get(word) ?? "";
  const { guess } = grammar;
  const fixed = Map.groupBy(
    (list.fixed ?? []).map((phrase) => phrase.split(" ")),
    ([first = ""]) => first,
  );
  return { fixed, kindOf: guess ? (word) => classes.get(word) ?? guess(word, known) : known };
}

function collect(list: Wordlist, grammar: Grammar): ReadonlyMap<string, string> {
  const kinds = new Map<string, readonly string[]>();
  const emit: Emit = (form, kind) => {
    const before = kinds.get(form) ?? [];
    if (!before.includes(kind)) kinds.set(form, [...before, kind].sort());
  };
  conjugateAll(list, grammar, emit);
  for (const [kind, words] of Object.entries(list.classes)) {
    // A preposition or conjunction is hardly ever the verb it looks like: Spanish `para`, `sobre`.
    if (kind.startsWith("c.") && kind !== NOUN) for (const word of words) kinds.delete(word);
  }
  for (const [kind, words] of Object.entries(list.classes)) for (const word of words) emit(word, kind);
  return new Map([...kinds].map(([form, classes]) => [form, classes.join("+")]));
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
