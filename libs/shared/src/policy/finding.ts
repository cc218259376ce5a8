import type { Span } from "../text/index.ts";

export type Severity = "error" | "warning" | "info";

/** When a rule is worth its time: on each key, after a pause of 150 ms, or only before sending. */
export type Cost = "key" | "idle" | "send";

/** Whether a member may send in spite of a finding. */
export type Overridable = "yes" | "with-reason" | "never";

/** Replace `start`–`end` of the draft by `text`. */
export interface Edit extends Span {
  readonly text: string;
}

/** A remedy. Its edits never overlap. `safe` fixes may be applied in bulk. */
export interface Fix {
  readonly kind: "replace" | "mask" | "delete" | "insert" | "move-to-private";
  /** Key of the words in `findings.json`. */
  readonly title: string;
  readonly args: Readonly<Record<string, string>>;
  readonly edits: readonly Edit[];
  readonly safe: boolean;
}

/** Why a rule fired. Never holds the raw value, so that it can be logged. */
export interface Evidence {
  readonly detector: string;
  /** The rule's pack and version, as `ID@VERSION`. */
  readonly pack: string;
  readonly entity?: string;
  /** 0 to 1. */
  readonly score: number;
  /** Codes such as `checksum`, `context-word`: their words are in `findings.json`. */
  readonly why: readonly string[];
}

/** One place where a rule fires. */
export interface Finding extends Span {
  /** Rule, normalised match and two words either side: the same finding keeps its id while text elsewhere changes. */
  readonly id: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly overridable: Overridable;
  readonly cost: Cost;
  /** Key of the words in `findings.json`. */
  readonly message: string;
  readonly args: Readonly<Record<string, string>>;
  /** The rule's own words by language of the reader; they come before those of `findings.json`. */
  readonly words?: Readonly<Record<string, string>>;
  readonly evidence: Evidence;
  readonly fixes: readonly Fix[];
}
