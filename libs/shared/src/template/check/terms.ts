import { fold, type Span } from "../../text/index.ts";
import { nowhere, type PlacedHit } from "./content.ts";
import type { CheckFacts, GlossaryTerm } from "./facts.ts";
import { words } from "./language.ts";
import { type Literal, literalsOf } from "./literals.ts";
import type { Subject } from "./subject.ts";

/** Check 19: the brand's terms, found in any inflection. */
export function terms(
  target: Subject,
  source: Subject | null,
  { glossary = [] }: CheckFacts,
): readonly PlacedHit[] {
  const ours = literalsOf(target);
  const sourceText = source
    ? literalsOf(source)
        .map(({ text }) => text)
        .join("\n")
    : null;
  return glossary.flatMap((term) => [
    ...forbidden(ours, term, target.key.locale),
    ...(sourceText !== null && mentions(sourceText, term.term, LONG_STEM)
      ? missing(ours, term, target.key.locale)
      : []),
  ]);
}

function forbidden(
  literals: readonly Literal[],
  { forbidden }: GlossaryTerm,
  locale: string,
): readonly PlacedHit[] {
  return literals.flatMap((literal) =>
    (forbidden[locale] ?? []).flatMap((word) =>
      placesOf(literal.text, word).map((span) => ({
        code: "term-forbidden" as const,
        args: { text: literal.text.slice(span.start, span.end) },
        block: literal.block,
        ...literal.place(span),
      })),
    ),
  );
}

function missing(literals: readonly Literal[], { term, keep, translations }: GlossaryTerm, locale: string) {
  const text = literals.map((literal) => literal.text).join("\n");
  if (keep) return text.includes(term) ? [] : [{ code: "term-altered" as const, args: { term }, ...nowhere }];
  const known = translations[locale] ?? [];
  if (known.length === 0 || known.some((word) => mentions(text, word))) return [];
  return [{ code: "term-missing" as const, args: { term: known.join(", ") }, ...nowhere }];
}

/** How many letters of a word inflection leaves alone at least. */
const STEM = 4;
/** In a source, "refuse" must not pass for "refund"; a translation that is found too easily does no harm. */
const LONG_STEM = 5;

const mentions = (text: string, term: string, least = STEM): boolean =>
  placesOf(text, term, least).length > 0;

/** Where a term stands, each of its words by its stem: the last letters of a word are what inflection changes. */
function placesOf(text: string, term: string, least = STEM): readonly Span[] {
  const folded = fold(text);
  const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(term);
  const parts = fold(term)
    .text.toLowerCase()
    .split(/\s+/)
    .map((word) => (unspaced ? quoted(word) : `${quoted(stem(word, least))}[\\p{L}\\p{M}]{0,4}`));
  const edge = unspaced ? "" : "(?<![\\p{L}\\p{M}\\p{N}])";
  const end = unspaced ? "" : "(?![\\p{L}\\p{M}\\p{N}])";
  const form = new RegExp(`${edge}${parts.join("[\\s-]+")}${end}`, "giu");
  return [...folded.text.matchAll(form)].map(({ 0: found, index }) =>
    folded.span(index, index + found.length),
  );
}

const stem = (word: string, least: number): string =>
  word.length <= least ? word : word.slice(0, Math.max(least, word.length - 2));

const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Check 25: the same source is translated otherwise elsewhere in the same language and register. */
export function consistency(
  target: Subject,
  source: Subject | null,
  { translationsOf }: CheckFacts,
): readonly PlacedHit[] {
  if (!source || !translationsOf) return [];
  const own = ({ blocks }: Subject) => blocks.filter(({ shared }) => shared === null);
  const [ours, theirs] = [own(target), own(source)];
  if (ours.length !== theirs.length) return [];
  return ours.flatMap(({ index, parsed }, at): readonly PlacedHit[] => {
    const others = translationsOf(theirs[at]?.parsed.source ?? "").filter((text) => text !== parsed.source);
    const [other] = others;
    if (other === undefined) return [];
    return [
      {
        code: "inconsistent",
        args: { text: words(other) },
        block: index,
        start: 0,
        end: parsed.source.length,
      },
    ];
  });
}
