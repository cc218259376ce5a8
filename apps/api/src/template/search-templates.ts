import { likeness, rankCandidates, type SearchEntry, searchForm } from "@parley/shared/template";
import type { EntityManager } from "typeorm";

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

type Row = Omit<SearchEntry, "text"> &
  Pick<FoundTemplate, "templateId" | "variantId" | "templateRevisionId"> & { readonly share: number };

/** A word of the brand's templates that is like one that was typed. */
interface LikeWord {
  /** Place of the typed word, from 1. */
  readonly token: number;
  readonly word: string;
  readonly likeness: number;
}

/** Texts that are found by their words and then compared with the whole search. */
const CANDIDATES = 32;
/** Words that trigrams find for a typed one, and how many of them are kept once edits are counted. */
const MOST_LIKE = 24;
const MOST_KEPT = 10;
/** Share of trigrams that a word needs: a swap of two letters breaks most of a short one. */
const LEAST_LIKENESS = 0.2;
/** A search is a few words; more is a pasted text. */
const LONGEST = 100;
const MOST_WORDS = 8;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Find live templates by words with typing errors, without accents, in any language. */
export async function searchTemplates(
  db: EntityManager,
  { brandId, text, locales, limit }: TemplateSearch,
): Promise<readonly FoundTemplate[]> {
  const typed = text.slice(0, LONGEST);
  const words = searchForm(typed).split(" ").slice(0, MOST_WORDS);
  if (words[0] === "") return [];
  const like = await db.query<LikeWord[]>("SELECT * FROM words_like($1, $2, $3, $4)", [
    brandId,
    words,
    LEAST_LIKENESS,
    MOST_LIKE,
  ]);
  const kept = words.flatMap((word, at) =>
    likest(word, { like, token: at + 1, open: at === words.length - 1 }),
  );
  if (kept.length === 0) return [];
  const letters = words.reduce((sum, { length }) => sum + length, 0);
  const rows = await db.query<Row[]>(WITH_WORDS, [
    brandId,
    kept.map(({ token }) => token),
    kept.map(({ word }) => word),
    // A long word tells more than a short one.
    kept.map(({ token, likeness: alike }) => (alike * (words[token - 1]?.length ?? 0)) / letters),
    locales,
    CANDIDATES,
  ]);
  const candidates = rows.map(({ share, ...entry }) => ({ share, entry: { ...entry, text: "" } }));
  const hits = rankCandidates(candidates, typed, { locales, limit });
  return hits.flatMap(({ template, locale, score }) => {
    const row = rows.find((one) => one.template === template && one.locale === locale);
    if (!row) return [];
    const { templateId, variantId, templateRevisionId, title } = row;
    return [{ template, templateId, variantId, templateRevisionId, title, locale, score }];
  });
}

interface Likening {
  readonly like: readonly LikeWord[];
  readonly token: number;
  /** Whether the typed word may go on. */
  readonly open: boolean;
}

/** Trigrams find, edits decide: of the words like a typed one the likest. Pairs of signs are as like as their trigrams. */
function likest(typed: string, { like, token, open }: Likening): readonly LikeWord[] {
  return like
    .filter((one) => one.token === token)
    .map((one) => (UNSPACED.test(typed) ? one : { ...one, likeness: likeness(typed, one.word, open) }))
    .filter((one) => one.likeness > 0.3)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, MOST_KEPT);
}

/**
 * The live texts with the most of these words. Variants of a language share title and keywords: one stands for all.
 * `OFFSET 0` keeps the planner from reading all words of the brand, which it does where it has no statistics yet.
 */
const WITH_WORDS = `
  WITH like_word AS (SELECT * FROM unnest($2::int[], $3::text[], $4::real[]) AS w(token, word, weight)),
  hit AS (
    SELECT p.live_id, w.token, max(w.weight) AS weight FROM like_word w
    CROSS JOIN LATERAL (SELECT live_id FROM live_word WHERE brand_id = $1 AND word = w.word OFFSET 0) p
    GROUP BY p.live_id, w.token),
  found AS (
    SELECT live_id, sum(weight) AS share FROM hit GROUP BY live_id),
  best AS (
    SELECT (array_agg(l.revision_id))[1] AS revision_id, (array_agg(l.variant_id))[1] AS variant_id, f.share
    FROM found f JOIN live_revision l ON l.id = f.live_id
    WHERE l.valid_from <= now() AND (l.valid_to IS NULL OR l.valid_to > now())
    GROUP BY l.locale, l.words, f.share
    ORDER BY f.share * CASE WHEN l.locale = ($5::text[])[1] THEN 1 WHEN l.locale = ANY ($5) THEN 0.93 ELSE 0.8 END DESC
    LIMIT $6)
  SELECT t.key AS template, t.id AS "templateId", v.id AS "variantId", r.id AS "templateRevisionId", v.locale, r.title,
    r.keywords, b.share
  FROM best b JOIN variant v ON v.id = b.variant_id JOIN template t ON t.id = v.template_id
  JOIN template_revision r ON r.id = b.revision_id
  WHERE EXISTS (SELECT 1 FROM live_now l WHERE l.variant_id = v.id AND l.revision_id = r.id)`;
