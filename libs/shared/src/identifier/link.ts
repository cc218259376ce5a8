import type { Folded, Span } from "../text/index.ts";
import type { Hit } from "./identifier.ts";

/** Addresses of pages, when the caller has not found the links: up to the next blank. */
const LINK = /(?:\bhttps?:\/\/|\bwww\.|\b[a-z0-9-]{2,63}\.[a-z]{2,24}\/)[^\s<>"]{1,2000}/gi;

/** Hits without an entity over the links: the numbers in them are not the customer's. */
export function keptApart(folded: Folded, claimed: readonly Span[] | undefined): readonly Hit[] {
  const spans = claimed === undefined ? linksIn(folded.text) : claimed.map((span) => spanIn(folded, span));
  return spans.map(({ start, end }) => ({ start, end, entity: "", evidence: 9, certain: true, why: [] }));
}

function linksIn(text: string): readonly Span[] {
  if (!text.includes("/") && !text.includes("www.")) return [];
  return [...text.matchAll(LINK)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Where a stretch of the original stands in the folded text. */
const spanIn = (folded: Folded, { start, end }: Span): Span => ({
  start: placeOf(folded, start),
  end: placeOf(folded, end),
});

function placeOf(folded: Folded, offset: number): number {
  let low = 0;
  let high = folded.text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (folded.at(middle) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
