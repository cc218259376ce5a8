import type { Vocabulary } from "../judge/pack-judge.ts";
import type { JsonSchema } from "./schema-at.ts";

/** What the editor of packs knows besides the text: the schema, what a pack may name, and words about it. */
export interface PackLanguage {
  readonly schema: JsonSchema;
  readonly vocabulary: () => Vocabulary;
  /** Countries whose identifiers the brand looks for. */
  readonly countries: readonly string[];
  readonly words: PackWords;
}

/** What is said about fields and values, in the language of the page. */
export interface PackWords {
  readonly required: () => string;
  /** About a field, by its name in the schema, such as `rules.when.visibility`; empty where there is nothing to say. */
  readonly field: (name: string) => string;
  /** About a kind of rule. */
  readonly use: (use: string) => string;
  /** About one of a few values, such as `with-reason`. */
  readonly value: (value: string) => string;
  /** "14 terms", and some of them. */
  readonly lexicon: (name: string) => string;
  readonly languageName: (tag: string) => string;
  readonly ruleName: (rule: string) => string;
}
