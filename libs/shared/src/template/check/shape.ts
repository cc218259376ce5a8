import { nowhere, type PlacedHit } from "./content.ts";
import type { CheckFacts } from "./facts.ts";
import { replaceFix } from "./finding.ts";
import { words } from "./language.ts";
import { linksOfLiteral, literalsOf, PLACEHOLDER } from "./literals.ts";
import type { Subject } from "./subject.ts";

/** Letters a language takes for what English says in one, on average over short replies. */
const USUAL: Readonly<Record<string, number>> = {
  ar: 0.85,
  de: 1.2,
  es: 1.15,
  fr: 1.2,
  it: 1.15,
  ja: 0.5,
  ko: 0.55,
  nl: 1.1,
  pl: 1.1,
  pt: 1.1,
  tr: 1.05,
  zh: 0.33,
};
/** How many times longer or shorter than usual is odd. */
const ODD = 2.2;
/** Shorter texts vary too much to say anything. */
const LONG_ENOUGH = 40;

/** Check 26: a text much longer or shorter than its source. */
export function lengthRatio(target: Subject, source: Subject | null): readonly PlacedHit[] {
  if (!source) return [];
  const [ours, theirs] = [longest(target), longest(source)];
  const usual = usualOf(target.key.locale) / usualOf(source.key.locale);
  if (theirs < LONG_ENOUGH) return [];
  const ratio = ours / theirs;
  if (ratio <= usual * ODD && ratio >= usual / ODD) return [];
  return [{ code: "odd-length", args: { ratio: ratio.toFixed(2), usual: usual.toFixed(2) }, ...nowhere }];
}

const usualOf = (locale: string): number => USUAL[locale.split("-")[0] ?? ""] ?? 1;

/** The longest form of each block together: plural forms of one block are alternatives. */
function longest(subject: Subject): number {
  const blocks = new Map<number, number>();
  for (const { block, text } of literalsOf(subject)) {
    blocks.set(block, Math.max(blocks.get(block) ?? 0, words(text).length));
  }
  return [...blocks.values()].reduce((sum, length) => sum + length, 0);
}

/** Check 24: words the dictionary does not have. Names, numbers, links and placeholders are not words. */
export function spelling(subject: Subject, { speller }: CheckFacts): readonly PlacedHit[] {
  if (!speller) return [];
  return literalsOf(subject).flatMap((literal) => {
    const links = linksOfLiteral(literal);
    return [...literal.text.matchAll(/\p{L}[\p{L}\p{M}'’]*/gu)].flatMap(
      ({ 0: word, index }): readonly PlacedHit[] => {
        const span = { start: index, end: index + word.length };
        const inLink = links.some(({ start, end }) => start <= span.start && span.end <= end);
        const glued = literal.text[span.end] === PLACEHOLDER || literal.text[index - 1] === PLACEHOLDER;
        if (inLink || glued || speller.knows(word)) return [];
        const at = literal.place(span);
        const fixes = speller
          .near(word)
          .slice(0, 3)
          .map((text) => ({ ...replaceFix("replace", [{ ...at, text }], { text }), safe: false }));
        return [{ code: "spelling", args: { text: word }, block: literal.block, ...at, fixes }];
      },
    );
  });
}

/** Checks 20 and 27: a text behind its source, and one by a machine that nobody has read. */
export function standing({ staleness = "current", origin, read = true }: CheckFacts): readonly PlacedHit[] {
  const unread = (origin === "mt" || origin === "llm") && !read;
  return [
    ...(staleness === "current" ? [] : [{ code: `stale-${staleness}` as const, ...nowhere }]),
    ...(unread ? [{ code: "unread-machine-text" as const, ...nowhere }] : []),
  ];
}
