import type { Words } from "../../identifier/index.ts";
import type { Span } from "../../text/index.ts";
import type { Staleness } from "../staleness.ts";
import type { TemplateLanguage } from "../starter.ts";
import type { RevisionOrigin } from "../template.ts";

/** A term of a brand's glossary. */
export interface GlossaryTerm {
  readonly term: string;
  /** It stays as it is in every language. */
  readonly keep: boolean;
  /** How it is said in each language; any of them will do. */
  readonly translations: Readonly<Record<string, readonly string[]>>;
  /** What must not be said in each language. */
  readonly forbidden: Readonly<Record<string, readonly string[]>>;
}

/** A word of another country's variety of the language. A last `*` stands for any ending. */
export interface RegionalWord {
  readonly word: string;
  readonly region: string;
  readonly better: string;
}

/** A spelling dictionary of one language. */
export interface Speller {
  readonly knows: (word: string) => boolean;
  readonly near: (word: string) => readonly string[];
}

/** A place that shows how a text addresses its reader. */
export interface AddressCue extends Span {
  readonly register: "formal" | "informal";
}

/** What the checks know besides the texts. What is missing is not checked. */
export interface CheckFacts {
  readonly language: TemplateLanguage;
  readonly sourceLanguage: TemplateLanguage;
  /** The language of a text, when it is sure. */
  readonly languageOf?: (text: string) => string | null;
  /** Where a text of the variant's language shows its register. */
  readonly cuesOf?: (text: string) => readonly AddressCue[];
  readonly regional?: readonly RegionalWord[];
  readonly glossary?: readonly GlossaryTerm[];
  /** How other variants of this language and register translate a source text. */
  readonly translationsOf?: (source: string) => readonly string[];
  readonly identifierWords?: Words;
  readonly speller?: Speller;
  /** Against the source revision it was made from. */
  readonly staleness?: Staleness;
  readonly origin?: RevisionOrigin;
  /** Whether a person has read what a machine wrote. */
  readonly read?: boolean;
}
