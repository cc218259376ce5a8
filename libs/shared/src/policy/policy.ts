import type { Words } from "../identifier/index.ts";
import type { Identifier } from "../language/index.ts";
import type { RegisterVerdict } from "../register/index.ts";
import type { BrandProfile } from "./brand.ts";
import type { Matcher } from "./lexicon.ts";
import type { PolicyRule } from "./rule.ts";

/** What may change about a policy without its rules changing. */
export interface Change {
  readonly brand?: BrandProfile;
  readonly identifier?: Identifier;
}

/** The rules in force for a brand, with the words they need, ready to check drafts. It never changes. */
export interface Policy {
  /** SHA-256 over packs, brand and the digests of all language data: the same rules have the same digest everywhere. */
  readonly digest: string;
  readonly packs: readonly { readonly id: string; readonly version: string }[];
  readonly rules: readonly PolicyRule[];
  readonly brand: BrandProfile;
  /** Tells languages; without it the rules about language are silent. */
  readonly identifier: Identifier | undefined;
  /** The same rules for another brand, or with the language model that has been loaded meanwhile. */
  readonly with: (change: Change) => Policy;
  /** Finds the terms of all lexicons of a language. */
  readonly matcher: (tag: string) => Matcher;
  /** Texts that fixes write in a language. */
  readonly texts: (tag: string) => Readonly<Record<string, string>>;
  /** Words of all languages that say what a number is. */
  readonly words: Words;
  /** How a text in a language addresses its reader. */
  readonly registerOf: (text: string, tag: string) => RegisterVerdict;
}
