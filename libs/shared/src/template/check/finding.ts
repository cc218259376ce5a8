import type { Edit, Finding, Fix, Severity } from "../../policy/index.ts";
import type { Span } from "../../text/index.ts";

/** Every check with its number in the documentation and how grave it is. Errors block approval. */
export const CHECKS = {
  "syntax-error": [1, "error"],
  "message-too-long": [1, "error"],
  "too-many-variants": [1, "error"],
  "variant-key-mismatch": [2, "error"],
  "missing-fallback-variant": [2, "error"],
  "missing-selector-annotation": [2, "error"],
  "duplicate-declaration": [2, "error"],
  "duplicate-option-name": [2, "error"],
  "duplicate-variant": [2, "error"],
  "unknown-variable": [3, "error"],
  "unknown-function": [3, "error"],
  "unknown-option": [3, "error"],
  "unknown-block": [3, "error"],
  "missing-variable": [4, "error"],
  "missing-in-pattern": [4, "error"],
  "extra-variable": [5, "warning"],
  "function-type": [6, "error"],
  "missing-category": [7, "error"],
  "missing-many": [7, "info"],
  "unused-category": [8, "warning"],
  "lost-number": [9, "warning"],
  "no-neutral": [10, "warning"],
  "neutral-is-gendered": [10, "warning"],
  "missing-link": [11, "error"],
  "other-host": [11, "error"],
  "other-path": [11, "warning"],
  "other-number": [12, "warning"],
  "other-markup": [13, "error"],
  "markup-not-allowed": [13, "error"],
  "too-long": [14, "error"],
  long: [15, "info"],
  untranslated: [16, "error"],
  "other-language": [16, "error"],
  "other-register": [17, "warning"],
  "regional-word": [18, "warning"],
  "term-missing": [19, "warning"],
  "term-forbidden": [19, "error"],
  "term-altered": [19, "error"],
  "stale-cosmetic": [20, "info"],
  "stale-wording": [20, "warning"],
  "stale-contract": [20, "error"],
  "personal-data": [21, "error"],
  spacing: [22, "info"],
  punctuation: [22, "warning"],
  "unpaired-bidi": [23, "error"],
  "hidden-sign": [23, "error"],
  "confusable-link": [23, "error"],
  spelling: [24, "info"],
  inconsistent: [25, "info"],
  "odd-length": [26, "info"],
  "unread-machine-text": [27, "error"],
} as const satisfies Readonly<Record<string, readonly [number, Severity]>>;

export type CheckCode = keyof typeof CHECKS;

/** One place in a variant where a check fires: a policy finding without what only drafts have. */
export interface TemplateFinding
  extends Span,
    Pick<Finding, "rule" | "severity" | "message" | "args" | "fixes"> {
  readonly code: CheckCode;
  /** Number of the check in the documentation, 1 to 27. */
  readonly check: number;
  /** Index of the block that `start` and `end` count in; -1 when it is about the variant as a whole. */
  readonly block: number;
}

/** What a check found, before it knows its block. */
export interface Hit extends Span {
  readonly code: CheckCode;
  readonly args?: Readonly<Record<string, string>>;
  readonly fixes?: readonly Fix[];
}

/** The finding for a hit. */
export function finding({ code, args = {}, fixes = [], start, end }: Hit, block: number): TemplateFinding {
  const [check, severity] = CHECKS[code];
  const said = args.problem === undefined ? code : `problem.${args.problem}`;
  return {
    code,
    check,
    severity,
    rule: `template/${code}`,
    message: `template.${said}`,
    args,
    fixes,
    block,
    start,
    end,
  };
}

/** A remedy that changes nothing but `edits`. */
export const replaceFix = (title: string, edits: readonly Edit[], args: Fix["args"] = {}): Fix => ({
  kind: "replace",
  title: `template.fix.${title}`,
  args,
  edits,
  safe: true,
});
