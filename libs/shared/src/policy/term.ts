import { foldWord, wordsOf } from "./words.ts";

/** One word a term accepts at a place: the word itself, or with `prefix` any word that begins with it. */
export interface TermWord {
  readonly folded: string;
  readonly prefix: boolean;
}

/** One place of a term: any of several word sequences; or up to a few words that do not matter. */
export type Slot =
  | {
      readonly kind: "words";
      readonly alternatives: readonly (readonly TermWord[])[];
      readonly optional: boolean;
    }
  /** `most` counts words; missing means the language's usual reach. */
  | { readonly kind: "gap"; readonly most?: number };

/** A term of a lexicon, ready to be compared. */
export interface Term {
  readonly source: string;
  readonly slots: readonly Slot[];
  /** What to write instead, when the lexicon knows. */
  readonly better?: string;
}

/**
 * Read a term. Blanks part its places; `a|b` accepts either, `a+b` two words in a row inside an alternative,
 * `word*` any ending, `word?` may be missing, `...` stands for up to four words
 * (twelve characters without blanks), `...8` for up to eight;
 * what follows ` => ` is the better word.
 * Gives `null` for a term without a word, or one that begins or ends with what may be missing.
 */
export function parseTerm(source: string, turkish = false): Term | null {
  const [written = "", better] = source.split(" => ");
  const slots = written
    .trim()
    .split(/\s+/)
    .map((place) => parseSlot(place, turkish));
  const edges = [slots[0], slots.at(-1)];
  const firm = edges.every((slot) => slot?.kind === "words" && !slot.optional);
  const empty = slots.some((slot) => slot.kind === "words" && slot.alternatives.length === 0);
  if (!firm || empty) return null;
  return better === undefined ? { source, slots } : { source, slots, better: better.trim() };
}

function parseSlot(place: string, turkish: boolean): Slot {
  const gap = /^(?:\.{3}|…)(\d{1,2})?$/.exec(place);
  if (gap) return gap[1] === undefined ? { kind: "gap" } : { kind: "gap", most: Number(gap[1]) };
  const optional = place.endsWith("?");
  const alternatives = (optional ? place.slice(0, -1) : place)
    .split("|")
    .map((alternative) => parseAlternative(alternative, turkish))
    .filter((words) => words.length > 0);
  return { kind: "words", alternatives, optional };
}

function parseAlternative(alternative: string, turkish: boolean): readonly TermWord[] {
  const prefix = alternative.endsWith("*");
  const words = wordsOf(alternative, turkish);
  return words.map(({ start, end }, index) => ({
    folded: foldWord(alternative.slice(start, end), turkish),
    prefix: prefix && index === words.length - 1,
  }));
}
