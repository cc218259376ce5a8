import { rankCandidates, type SearchEntry, searchForm } from "@parley/shared/template";
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

/** Texts that trigrams find and the words of the search are compared with. */
const CANDIDATES = 48;
/** Share of a search's trigrams that a text needs; a wrong sign breaks most of a word without blanks. */
const LEAST_SHARE = 0.25;
const LEAST_UNSPACED = 0.12;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** A search is a few words; more is a pasted text. */
const LONGEST = 100;

/** Find live templates by words with typing errors, without accents, in any language. */
export async function searchTemplates(
  db: EntityManager,
  { brandId, text, locales, limit }: TemplateSearch,
): Promise<readonly FoundTemplate[]> {
  const typed = text.slice(0, LONGEST);
  const words = searchForm(typed);
  if (words === "") return [];
  const rows = await db.query<Row[]>(
    `SELECT t.key AS template, t.id AS "templateId", f.variant_id AS "variantId", r.id AS "templateRevisionId",
       v.locale, r.title, r.keywords, f.share
     FROM find_templates($1, $2, $3, $4, $5) f JOIN template_revision r ON r.id = f.revision_id
     JOIN variant v ON v.id = f.variant_id JOIN template t ON t.id = v.template_id
     WHERE EXISTS (SELECT 1 FROM live_now l WHERE l.variant_id = f.variant_id AND l.revision_id = f.revision_id)`,
    [brandId, words, locales, UNSPACED.test(typed) ? LEAST_UNSPACED : LEAST_SHARE, CANDIDATES],
  );
  const candidates = rows.map(({ share, ...entry }) => ({ share, entry: { ...entry, text: "" } }));
  const hits = rankCandidates(candidates, typed, { locales, limit });
  return hits.flatMap(({ template, locale, score }) => {
    const row = rows.find((one) => one.template === template && one.locale === locale);
    if (!row) return [];
    const { templateId, variantId, templateRevisionId, title } = row;
    return [{ template, templateId, variantId, templateRevisionId, title, locale, score }];
  });
}
