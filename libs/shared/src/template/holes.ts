import type { Span } from "../text/index.ts";
import type { VariableSource } from "./variable.ts";

/** What a stretch of a draft owes to a template. */
export interface Mark extends Span {
  /** Filled with a value, waiting for one, or waiting for the agent's own words. */
  readonly kind: "filled" | "unresolved" | "manual";
  /** Empty for a free part that no variable stands for. */
  readonly variable: string;
  /** What the agent reads at a tab stop, or as the value's name. */
  readonly label: string;
  /** Where the value comes from. */
  readonly origin: VariableSource;
}

// Brackets that no customer or agent writes, so that a hole is found again whatever happened to the marks.
const OPEN = "⟦";
const CLOSE = "⟧";
const HOLE = /⟦[^⟦⟧\n]*⟧|[⟦⟧]/gu;
/** What is left of a message that was pasted unformatted. */
const RAW = /\{\s*[$:][^{}\n]*\}|\.input\s*\{[^{}\n]*\}|\.match\s+\$\w+/gu;

/** How a place without a value stands in a draft. */
export const holeText = (label: string): string => `${OPEN}${label.replace(/[⟦⟧\n]/gu, " ").trim()}${CLOSE}`;

/**
 * Places of a text that may not be sent: holes of templates, message source, and marked stretches that hold nothing
 * but blanks. The text alone is enough to find all but the last.
 */
export function holes(text: string, marks: readonly Mark[] = []): readonly Span[] {
  const written = [HOLE, RAW].flatMap((form) =>
    [...text.matchAll(form)].map(({ 0: { length }, index }) => ({ start: index, end: index + length })),
  );
  const empty = marks
    .filter(({ start, end }) => text.slice(start, end).trim() === "")
    .map(({ start, end }) => ({ start, end }));
  return [...written, ...empty].sort((a, b) => a.start - b.start || a.end - b.end);
}
