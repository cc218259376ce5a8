import { findMentions } from "../channel/index.ts";
import { findIdentifiers, type Words } from "../identifier/index.ts";
import type { Span } from "../text/index.ts";
import { linksIn } from "./addresses.ts";
import { namesIn, signatureIn, titledIn } from "./names.ts";
import { LIKE_A_TOKEN, type TokenKind } from "./token.ts";

/** What is known of the people in a text, and how a brand's numbers are written. */
export interface KnownHere {
  readonly countries: readonly string[];
  readonly orderNumbers: readonly string[] | undefined;
  /** Words near numbers, of all languages. */
  readonly words: Words;
  /** Names of people as they are written, and their handles without `@`. */
  readonly names: readonly string[];
  readonly handles: readonly string[];
  /** What stands before names in the brand's languages: `Mr`, `Frau`, `Sra.`. */
  readonly titles: readonly string[];
}

/** A stretch that must not leave, with the kind of its token. */
export interface Stretch extends Span {
  readonly kind: TokenKind;
}

const KIND_OF: Readonly<Record<string, TokenKind>> = { email: "EMAIL", phone: "PHONE", order: "ORDER" };
/** Five digits in a row are more often somebody's number than a count. */
const LONG_NUMBER = /\p{Nd}{5,}/gu;
/** Letters and digits in one word, such as a booking code. */
const CODE =
  /(?<![\p{L}\p{N}]|[\p{L}\p{N}]-)(?=[\p{L}\p{N}-]*\p{L})(?=(?:[\p{L}-]*\p{Nd}){3})[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*(?![\p{L}\p{N}])/gu;

/** Everything in a text that must not leave, in order and without overlaps. */
export function stretchesIn(text: string, known: KnownHere): readonly Stretch[] {
  const { countries, orderNumbers, words } = known;
  const identifiers = findIdentifiers(text, {
    countries,
    words,
    ...(orderNumbers ? { orderNumbers } : {}),
  }).map(({ start, end, entity }): Stretch => ({ start, end, kind: KIND_OF[entity] ?? "IDENTIFIER" }));
  const links = linksIn(text).map(({ start, end }): Stretch => ({ start, end, kind: "LINK" }));
  const mentions = findMentions(text).map(({ start, end }): Stretch => ({ start, end, kind: "HANDLE" }));
  return apart([
    ...identifiers,
    ...links,
    ...mentions,
    ...namesIn(text, known.handles).map((span): Stretch => ({ ...span, kind: "HANDLE" })),
    ...namesIn(text, known.names).map((span): Stretch => ({ ...span, kind: "NAME" })),
    ...[...titledIn(text, known.titles), ...signatureIn(text)].map(
      (span): Stretch => ({ ...span, kind: "NAME" }),
    ),
    ...matches(text, LIKE_A_TOKEN, "SIGN"),
    ...matches(text, CODE, "NUMBER"),
    ...matches(text, LONG_NUMBER, "NUMBER"),
  ]);
}

const matches = (text: string, pattern: RegExp, kind: TokenKind): readonly Stretch[] =>
  [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
    kind,
  }));

/** Stretches that overlap become one, of the kind of the first detector in the list that saw a part of it. */
function apart(found: readonly Stretch[]): readonly Stretch[] {
  const ranked = found
    .map((stretch, rank) => ({ ...stretch, rank }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const merged: (Stretch & { readonly rank: number })[] = [];
  for (const next of ranked) {
    const last = merged.at(-1);
    if (!last || next.start >= last.end) {
      merged.push(next);
      continue;
    }
    const { kind, rank } = last.rank <= next.rank ? last : next;
    merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, next.end), kind, rank };
  }
  return merged.map(({ start, end, kind }) => ({ start, end, kind }));
}
