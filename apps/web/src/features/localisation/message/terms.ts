import type { Span } from "@parley/shared/text";

/** A term where it stands in a text. */
export interface PlacedTerm<T> extends Span {
  readonly term: T;
}

/** Terms of a glossary in a text, whatever their case; the longest where several begin. Inside a word none begins. */
export function termsIn<T extends { readonly term: string }>(
  text: string,
  terms: readonly T[],
): readonly PlacedTerm<T>[] {
  const lower = text.toLowerCase();
  const longest = terms.filter(({ term }) => term !== "").toSorted((a, b) => b.term.length - a.term.length);
  const found: PlacedTerm<T>[] = [];
  for (let at = 0; at < lower.length; at += 1) {
    if (at > 0 && WORD.test(lower.charAt(at - 1)) && WORD.test(lower.charAt(at))) continue;
    const term = longest.find((one) => lower.startsWith(one.term.toLowerCase(), at));
    if (!term) continue;
    found.push({ term, start: at, end: at + term.term.length });
    at += term.term.length - 1;
  }
  return found;
}

const WORD = /[\p{L}\p{N}]/u;
