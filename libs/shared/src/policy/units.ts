import { type Span, sentences } from "../text/index.ts";

/** A unit is not joined with the next one past this length, in UTF-16 units. */
const MOST_JOINED = 400;
/** A sentence longer than this is cut at a blank: typing in it must stay cheap. */
const LONGEST = 1000;
/** A number at the start of a sentence may belong to what stands before: "Tel. 030 ...", "Order no. 4711". */
const CONTINUES = /^[\p{Nd}+(#*]/u;

/** Cut a draft into the stretches that are checked, and cached, one by one. */
export function unitsOf(text: string): readonly Span[] {
  const units: Span[] = [];
  for (const span of sentences(text)) {
    const before = units.at(-1);
    const joins =
      before !== undefined &&
      CONTINUES.test(text.slice(span.start, span.start + 2)) &&
      span.end - before.start <= MOST_JOINED;
    if (joins) units[units.length - 1] = { start: before.start, end: span.end };
    else if (span.end - span.start <= LONGEST) units.push(span);
    else units.push(...pieces(text, span));
  }
  return units;
}

function pieces(text: string, { start, end }: Span): readonly Span[] {
  const cut: Span[] = [];
  let from = start;
  while (end - from > LONGEST) {
    const blank = text.lastIndexOf(" ", from + LONGEST);
    const to = blank > from ? blank + 1 : from + LONGEST;
    cut.push({ start: from, end: to });
    from = to;
  }
  return [...cut, { start: from, end }];
}
