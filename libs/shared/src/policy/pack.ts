import type { Cost, Overridable, Severity } from "./finding.ts";
import type { Lexicons } from "./lexicon.ts";

/** A condition on the draft's context, or on what a detector found. Every field given must hold; a list means any of it. */
export interface When {
  readonly visibility?: "public" | "private";
  readonly channel?: readonly string[];
  readonly language?: readonly string[];
  readonly register?: readonly ("formal" | "informal")[];
  readonly country?: readonly string[];
  /** Codes of the evidence, such as `checksum`. Only where a severity is chosen. */
  readonly why?: readonly string[];
}

/** The first case whose condition holds decides. */
export interface SeverityCase {
  readonly when?: When;
  readonly is: Severity;
  /** Instead of the rule's own: a guess may be overridden where a proof may not. */
  readonly overridable?: Overridable;
}

/** A remedy a rule offers. What it writes comes from the hit, from `with`, or from the language's texts. */
export interface FixSpec {
  readonly kind: "replace" | "mask" | "delete" | "insert" | "move-to-private";
  /** For `mask`: how many characters at the end stay readable. */
  readonly keep?: number;
  /** For `replace` and `insert`: the text, by language; `*` for all. */
  readonly with?: Readonly<Record<string, string>>;
  /** For `insert`: a text of the language, such as `next-step`. */
  readonly text?: string;
  readonly safe?: boolean;
}

/** A text a rule must or must not fire on. Fields besides `text`, `span`, `lang` and `brand` set the context. */
export interface Example {
  readonly text: string;
  /** What the finding covers. */
  readonly span?: string;
  /** The draft's language; `en` when missing. */
  readonly lang?: string;
  readonly in?: Readonly<Record<string, unknown>>;
  /** Fields of the brand's profile. */
  readonly brand?: Readonly<Record<string, unknown>>;
}

/** Terms that raise or silence a hit when they stand within `windowWords` of it. */
export interface Surroundings {
  readonly boost?: string;
  readonly exclude?: string;
  readonly windowWords: number;
}

/** One rule of a pack. */
export interface RuleDef {
  readonly id: string;
  /** A rule kind (`terms`, `swap`, `limit`, `require`, `order`, `pattern`) or `detector/NAME`. */
  readonly use: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly when?: When;
  readonly severity: readonly SeverityCase[];
  readonly overridable: Overridable;
  readonly cost: Cost;
  readonly context?: Surroundings;
  /** The rule's own words by language of the reader; without them `findings.json` has them. */
  readonly message?: Readonly<Record<string, string>>;
  readonly fix: readonly FixSpec[];
  /** Not part of the digest: the built-in packs come without. */
  readonly tests?: { readonly match: readonly Example[]; readonly noMatch: readonly Example[] };
}

/** A change to a rule of a pack that is extended. */
export interface Adjustment {
  readonly id: string;
  readonly off?: boolean;
  readonly severity?: readonly SeverityCase[];
  readonly overridable?: Overridable;
  readonly options?: Readonly<Record<string, unknown>>;
}

/** A versioned set of rules. A published version never changes. */
export interface Pack {
  readonly id: string;
  readonly version: string;
  /** Packs this one builds on, as `ID@MAJOR`. */
  readonly extends: readonly string[];
  /** Terms by lexicon and language; `*` holds in all languages. */
  readonly lexicons: Readonly<Record<string, Lexicons>>;
  readonly rules: readonly RuleDef[];
  readonly adjust: readonly Adjustment[];
}

/** A pack as written: what may be left out is missing. */
export interface RawPack {
  readonly id: string;
  readonly version: string;
  readonly extends?: readonly string[];
  readonly lexicons?: Pack["lexicons"];
  readonly rules?: readonly RawRule[];
  readonly adjust?: readonly (Omit<Adjustment, "severity"> & { readonly severity?: RawSeverity })[];
}

/** A severity as written: one word for all cases, or the cases. */
export type RawSeverity = SeverityCase["is"] | readonly SeverityCase[];

/** A rule as written. */
export interface RawRule extends Partial<Omit<RuleDef, "severity">> {
  readonly id: string;
  readonly use: string;
  readonly severity: RawSeverity;
  readonly tests: NonNullable<RuleDef["tests"]>;
}
