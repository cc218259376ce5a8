import { fold } from "../text/index.ts";
import { hidesName } from "./names.ts";
import { type KnownHere, stretchesIn } from "./stretch.ts";
import type { Redacted, Tokened, TokenKind, Tokens } from "./token.ts";

/** A text that may leave; or what is still in it, in which case it may not. */
export type Redaction =
  | { readonly kind: "redacted"; readonly text: Redacted }
  | { readonly kind: "unproven"; readonly left: TokenKind };

/**
 * Put tokens in the place of all that identifies somebody, then look again: what is found the second time keeps the
 * text here. Tokens that stand in it already, such as a template's placeholders, stay.
 */
export function redact(text: string | Tokened, known: KnownHere, tokens: Tokens): Redaction {
  const given = typeof text === "string" ? [text] : text;
  const parts = given.flatMap((part) => (typeof part === "string" ? cut(part, known, tokens) : [part]));
  const left = leftIn(parts, known);
  return left === null
    ? { kind: "redacted", text: parts as Tokened as Redacted }
    : { kind: "unproven", left };
}

function cut(text: string, known: KnownHere, tokens: Tokens): Tokened {
  const parts: Tokened[number][] = [];
  let at = 0;
  for (const { start, end, kind } of stretchesIn(text, known)) {
    if (start > at) parts.push(text.slice(at, start));
    parts.push(tokens.of(kind, text.slice(start, end)));
    at = end;
  }
  return at < text.length ? [...parts, text.slice(at)] : parts;
}

/** Stands for a token where detectors look again: no letter, no digit. */
const GAP = " \u25ca ";

/** What could still be told from the words between the tokens; null when nothing could. */
function leftIn(parts: Tokened, known: KnownHere): TokenKind | null {
  const bare = parts.map((part) => (typeof part === "string" ? part : GAP)).join("");
  const [first] = stretchesIn(bare, known);
  if (first) return first.kind;
  if (hidesName(bare, [...known.names, ...known.handles])) return "NAME";
  return hidesNumber(bare) ? "NUMBER" : null;
}

/** Three groups and no fourth: pairs of digits with dots between them are how some write a phone number. */
const DATE_OR_TIME = /(?<![\d./-])\d{1,4}([./-])\d{1,2}\1\d{1,4}(?![./-]?\d)|\b\d{1,2}:\d{2}(?::\d{2})?\b/g;
/** So many digits that only blanks and strokes keep apart are somebody's number, written in groups. */
const SPREAD = /\d(?:[\s.\-/()_]*\d){7,}/;

/** Whether digits in groups are left that are no date and no time. */
const hidesNumber = (text: string): boolean => SPREAD.test(fold(text).text.replace(DATE_OR_TIME, GAP));
