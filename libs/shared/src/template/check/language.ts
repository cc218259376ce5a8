import { fold } from "../../text/index.ts";
import type { PlacedHit } from "./content.ts";
import type { CheckFacts, RegionalWord } from "./facts.ts";
import { replaceFix } from "./finding.ts";
import { type Literal, literalsOf, PLACEHOLDER } from "./literals.ts";
import type { Subject } from "./subject.ts";

/** Fewer letters than this are a name or a loan word in any language. */
const ENOUGH_LETTERS = 12;

/** Check 16: the source's own text, or a text in another language. */
export function rightLanguage(
  target: Subject,
  source: Subject | null,
  facts: CheckFacts,
): readonly PlacedHit[] {
  const literals = literalsOf(target);
  const copied =
    source && baseOf(source.key.locale) !== baseOf(target.key.locale)
      ? copies(literals, literalsOf(source))
      : [];
  if (copied.length > 0) return copied;
  return literals.flatMap((literal) => foreign(literal, target.key.locale, facts));
}

/** Each form is judged alone: one sentence left in another language is easily overlooked among its neighbours. */
function foreign(
  { block, text, place }: Literal,
  locale: string,
  { languageOf }: CheckFacts,
): readonly PlacedHit[] {
  const language = letters(text) < 2 * ENOUGH_LETTERS ? null : (languageOf?.(words(text)) ?? null);
  if (language === null || baseOf(language) === baseOf(locale)) return [];
  return [{ code: "other-language", args: { language }, block, ...place({ start: 0, end: text.length }) }];
}

function copies(ours: readonly Literal[], theirs: readonly Literal[]): readonly PlacedHit[] {
  const known = new Set(theirs.map(({ text }) => bare(text)));
  return ours
    .filter(({ text }) => letters(text) >= ENOUGH_LETTERS && known.has(bare(text)))
    .map(({ block, text, place }) => ({
      code: "untranslated" as const,
      block,
      ...place({ start: 0, end: text.length }),
    }));
}

/** Check 17: words that address the reader in the other register. */
export function rightRegister({ key, ...rest }: Subject, { cuesOf }: CheckFacts): readonly PlacedHit[] {
  if (!cuesOf || key.register === "neutral") return [];
  return literalsOf({ key, ...rest }).flatMap(({ block, text, place }) =>
    cuesOf(text)
      .filter(({ register }) => register !== key.register)
      .map((cue) => ({
        code: "other-register" as const,
        args: { text: text.slice(cue.start, cue.end), register: cue.register },
        block,
        ...place(cue),
      })),
  );
}

/** Check 18: words of another country. */
export function rightRegion(subject: Subject, { regional = [] }: CheckFacts): readonly PlacedHit[] {
  return literalsOf(subject).flatMap((literal) => {
    const folded = literal.text.toLowerCase();
    return regional.flatMap((entry) =>
      occurrences(folded, entry).map((span) => regionalHit(literal, entry, span)),
    );
  });
}

function regionalHit(
  { block, text, place }: Literal,
  { region, better }: RegionalWord,
  span: { start: number; end: number },
) {
  const at = place(span);
  const written = text.slice(span.start, span.end);
  const capital = written[0] !== written[0]?.toLowerCase();
  const fixes = better.includes("*")
    ? []
    : [replaceFix("replace", [{ ...at, text: capital ? capitalised(better) : better }], { text: better })];
  return {
    code: "regional-word" as const,
    args: { text: written, region, better: better.replace("*", "") },
    block,
    ...at,
    fixes: fixes.map((fix) => ({ ...fix, safe: false })),
  };
}

function occurrences(text: string, { word }: RegionalWord): readonly { start: number; end: number }[] {
  const open = word.endsWith("*");
  const stem = open ? word.slice(0, -1) : word;
  const unspaced = /\p{Script=Han}/u.test(stem);
  const before = unspaced ? "" : "(?<![\\p{L}\\p{M}\\p{N}])";
  const after = unspaced ? "" : open ? "[\\p{L}\\p{M}]*" : "(?![\\p{L}\\p{M}\\p{N}])";
  const form = new RegExp(`${before}${stem.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}${after}`, "gu");
  return [...text.matchAll(form)].map(({ 0: { length }, index }) => ({ start: index, end: index + length }));
}

const capitalised = (word: string): string => word.replace(/^./u, (first) => first.toUpperCase());

/** A text without its placeholders, as words. */
export const words = (text: string): string => text.replaceAll(PLACEHOLDER, " ").replace(/\s+/g, " ").trim();

const bare = (text: string): string =>
  fold(words(text))
    .text.toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

const letters = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;

const baseOf = (locale: string): string => locale.split("-")[0] ?? locale;
