import type { Words } from "../identifier/index.ts";
import type { BrandProfile } from "./brand.ts";
import type { Matcher } from "./lexicon.ts";
import type { PolicyRule } from "./rule.ts";

/** The rules in force for a brand, with the words they need, ready to check drafts. It never changes. */
export interface Policy {
  /** SHA-256 over packs, brand and the digests of all language data: the same rules have the same digest everywhere. */
  readonly digest: string;
  readonly packs: readonly { readonly id: string; readonly version: string }[];
  readonly rules: readonly PolicyRule[];
  readonly brand: BrandProfile;
  /** The same rules for another brand. */
  readonly forBrand: (brand: BrandProfile) => Policy;
  /** Finds the terms of all lexicons of a language. */
  readonly matcher: (tag: string) => Matcher;
  /** Texts that fixes write in a language. */
  readonly texts: (tag: string) => Readonly<Record<string, string>>;
  /** Words of all languages that say what a number is. */
  readonly words: Words;
  /** A file of a language's lexicon folder; undefined when there is none. */
  readonly data: (tag: string, file: string) => unknown;
}
