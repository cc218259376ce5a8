import type { Span } from "../text/index.ts";
import { isTopLevel } from "./domains.ts";
import { HOST, hostKindAt, isAlphanumeric, isAsciiLetter } from "./host-letters.ts";

/** As `x` sees links, for its length; or as a reader should: homographs whole, hidden hosts found, no e-mail. */
export type Dialect = "x" | "reader";

const LONGEST_LABEL = 63;

/** Where the longest host that begins the run ends: at a top-level domain that exists; the run's start if nowhere. */
export function hostEnd(text: string, run: Span, dialect: Dialect): number {
  let best = run.start;
  let name = "";
  for (const label of labelsOf(text, run)) {
    const canEnd = name !== "" && !name.includes("_");
    const top = canEnd ? topLevelEnd(text, label, dialect) : label.start;
    if (top > label.start) best = top;
    // Text without spaces goes on right behind the host: another dot in it belongs to something else.
    if (dialect === "reader" && top > label.start && top < label.end) return best;
    name = text.slice(label.start, label.end);
    if (!isLabel(name)) return best;
  }
  return best;
}

function* labelsOf(text: string, run: Span): Generator<Span> {
  for (let start = run.start; start < run.end; ) {
    const dot = text.indexOf(".", start);
    const end = dot < 0 || dot > run.end ? run.end : dot;
    yield { start, end };
    start = end + 1;
  }
}

function isLabel(label: string): boolean {
  return label.length > 0 && label.length <= LONGEST_LABEL && !/^[-_]|[-_]$/.test(label);
}

/** Where a top-level domain that begins the label ends; the label's start when there is none. */
function topLevelEnd(text: string, label: Span, dialect: Dialect): number {
  const first = text.charCodeAt(label.start);
  if (first >= 0x80) return foreignTopLevelEnd(text, label, dialect);
  const written = text.slice(label.start, label.end);
  if (/^xn--[-a-z\d]/i.test(written)) {
    const end = label.start + (/^[-a-z\d]+/i.exec(written)?.[0].length ?? 0);
    return dialect === "x" || isTopLevel(text.slice(label.start, end)) ? end : label.start;
  }
  let end = label.start;
  while (end < label.end && isAsciiLetter(text.charCodeAt(end))) end += 1;
  const isOne =
    end > label.start + 1 && mayEnd(text, end, dialect) && isTopLevel(text.slice(label.start, end));
  return isOne ? end : label.start;
}

const LONGEST_FOREIGN = 24;

function foreignTopLevelEnd(text: string, label: Span, dialect: Dialect): number {
  let end = label.start;
  const most = Math.min(label.end, label.start + LONGEST_FOREIGN);
  while (end < most && text.charCodeAt(end) >= 0x80) end += 1;
  for (; end > label.start; end -= 1) {
    if (mayEnd(text, end, dialect) && isTopLevel(text.slice(label.start, end))) return end;
  }
  return label.start;
}

/** Whether a host may end before `index`: not inside a word, nor before what makes it an e-mail address. */
function mayEnd(text: string, index: number, dialect: Dialect): boolean {
  const next = text.charCodeAt(index);
  if (isAlphanumeric(next) || next === 0x40 || next === 0x2b || next === 0x2d) return false;
  return dialect === "x" || next < 0x80 || hostKindAt(text, index) !== HOST.letter;
}
