import { rankCandidates, searchForm } from "@parley/shared/template";
import type { EntityManager } from "typeorm";
import { type LiveTexts, liveTexts } from "./live-texts.ts";

/** What somebody types to find a template. */
export interface TemplateSearch {
  readonly brandId: string;
  readonly text: string;
  /** The customer's language first, then others the member may type in. */
  readonly locales: readonly string[];
  readonly limit: number;
}

/** A template that was found, by the words of one of its live texts. */
export interface FoundTemplate {
  readonly template: string;
  readonly templateId: string;
  readonly variantId: string;
  readonly templateRevisionId: string;
  readonly title: string;
  /** The language whose words were found; perhaps not the one the text is wanted in. */
  readonly locale: string;
  /** 0 to 1. */
  readonly score: number;
}

/** Texts that are found by their words and then compared with the whole search. */
const CANDIDATES = 32;
/** A search is a few words; more is a pasted text. */
const LONGEST = 100;
const MOST_WORDS = 8;
/** What a text's words are worth in a language that comes later in the wish, and in one that is not in it. */
const LATER = 0.93;
const OTHER = 0.8;

/** Find live templates by words with typing errors, without accents, in any language. */
export async function searchTemplates(
  db: EntityManager,
  { brandId, text, locales, limit }: TemplateSearch,
): Promise<readonly FoundTemplate[]> {
  const typed = text.slice(0, LONGEST);
  const words = searchForm(typed).split(" ").slice(0, MOST_WORDS);
  if (words[0] === "") return [];
  const live = await liveTexts(db, brandId);
  if (!live) return [];
  const found = withWords(live, words, locales);
  const candidates = found.map(({ share, text: one }) => ({ share, entry: { ...one, text: "" } }));
  return rankCandidates(candidates, typed, { locales, limit }).flatMap(({ template, locale, score }) => {
    const hit = found.find((one) => one.text.template === template && one.text.locale === locale);
    if (!hit) return [];
    const { templateId, variantId, templateRevisionId, title } = hit.text;
    return [{ template, templateId, variantId, templateRevisionId, title, locale, score }];
  });
}

/** The live texts with the most of these words, and how much of the search each has, 0 to 1. */
function withWords(
  { texts, words, textsWith }: LiveTexts,
  typed: readonly string[],
  locales: readonly string[],
) {
  const letters = typed.reduce((sum, { length }) => sum + length, 0);
  const shares = new Map<number, number>();
  typed.forEach((word, place) => {
    const met = new Set<number>();
    // The likest words come first: a text counts once for each typed word. A long one tells more than a short one.
    for (const { at, likeness } of words.alike(word, place === typed.length - 1)) {
      for (const text of textsWith[at] ?? []) {
        if (met.has(text)) continue;
        met.add(text);
        shares.set(text, (shares.get(text) ?? 0) + (likeness * word.length) / letters);
      }
    }
  });
  const worth = (locale: string): number => {
    const place = locales.indexOf(locale);
    return place === 0 ? 1 : place > 0 ? LATER : OTHER;
  };
  return [...shares]
    .flatMap(([at, share]) => {
      const text = texts[at];
      return text ? [{ text, share, rank: share * worth(text.locale) }] : [];
    })
    .sort((a, b) => b.rank - a.rank)
    .slice(0, CANDIDATES);
}
