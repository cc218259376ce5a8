import type { Cost } from "./finding.ts";
import type { RuleDef } from "./pack.ts";
import type { Finder } from "./rule.ts";
import type { Schema } from "./schema.ts";

/** One way a rule can look for trouble: a pack names it in `use` and gives its options. */
export interface Kind {
  /** The cost of a rule that names none. */
  readonly cost: Cost;
  readonly options: Schema;
  /** Lexicons the kind reads besides those its options name. */
  readonly reads: readonly string[];
  readonly make: (def: RuleDef) => Finder;
}

/** Declare a kind. Its options have been compared with the schema before `make` sees them. */
export function kind<O>(of: {
  readonly cost?: Cost;
  readonly options: Readonly<Record<keyof O & string, Schema>>;
  readonly required?: readonly (keyof O & string)[];
  readonly reads?: readonly string[];
  readonly make: (options: O, def: RuleDef) => Finder;
}): Kind {
  return {
    cost: of.cost ?? "key",
    options: {
      type: "object",
      properties: of.options,
      required: of.required ?? [],
      additionalProperties: false,
    },
    reads: of.reads ?? [],
    make: (def) => of.make(def.options as O, def),
  };
}

/** The name of a lexicon in a rule's options. */
export const LEXICON: Schema = {
  type: "string",
  pattern: "^[a-z][a-z0-9.-]*$",
  description: "A lexicon of the pack or of the language",
};
