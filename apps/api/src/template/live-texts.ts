import type { SearchEntry } from "@parley/shared/template";
import type { DataSource, EntityManager } from "typeorm";
import { createWordIndex, type WordIndex } from "./word-index.ts";

/** What search knows of a live text. Variants of a language share title and keywords: one stands for all. */
export interface LiveText extends Omit<SearchEntry, "text"> {
  readonly templateId: string;
  readonly variantId: string;
  readonly templateRevisionId: string;
}

/** The live texts of a brand by their words. */
export interface LiveTexts {
  readonly texts: readonly LiveText[];
  readonly words: WordIndex;
  /** Places in `texts`, by a word's place in `words`. */
  readonly textsWith: readonly (readonly number[])[];
}

interface Kept extends LiveTexts {
  readonly change: string;
  /** When the next text begins or ends to be live by itself. */
  readonly until: Date | null;
}

/** By brand. Two databases may have brands of the same id. */
const kept = new WeakMap<DataSource, Map<string, Kept>>();

/**
 * The live texts of a brand; null when the viewer may not see the brand, or nothing was ever live there. They are kept
 * in memory until one of them changes, so they must be read in a transaction that changes none itself.
 */
export async function liveTexts(db: EntityManager, brandId: string): Promise<LiveTexts | null> {
  const [state] = await db.query<{ change: string; now: Date }[]>(
    "SELECT n AS change, now() FROM live_change WHERE brand_id = $1",
    [brandId],
  );
  if (!state) return null;
  const brands = kept.get(db.dataSource) ?? new Map<string, Kept>();
  kept.set(db.dataSource, brands);
  const known = brands.get(brandId);
  if (known?.change === state.change && (known.until === null || state.now < known.until)) return known;
  // Read after the number: a change in between is read now and once more by the next search.
  const read = { ...(await readTexts(db, brandId)), change: state.change };
  brands.set(brandId, read);
  return read;
}

async function readTexts(db: EntityManager, brandId: string): Promise<Omit<Kept, "change">> {
  const [next] = await db.query<{ until: Date | null }[]>(
    `SELECT least(min(valid_from) FILTER (WHERE valid_from > now()), min(valid_to) FILTER (WHERE valid_to > now())) AS until
     FROM live_revision WHERE brand_id = $1`,
    [brandId],
  );
  const rows = await db.query<(LiveText & { readonly words: string })[]>(
    `SELECT DISTINCT ON (v.locale, r.words) t.key AS template, t.id AS "templateId", v.id AS "variantId",
       r.id AS "templateRevisionId", v.locale, r.title, r.keywords, r.words
     FROM live_now l JOIN variant v ON v.id = l.variant_id JOIN template t ON t.id = v.template_id
     JOIN template_revision r ON r.id = l.revision_id
     WHERE l.brand_id = $1 AND t.kind = 'reply' ORDER BY v.locale, r.words, v.id`,
    [brandId],
  );
  const places = new Map<string, number[]>();
  rows.forEach(({ words }, at) => {
    for (const word of words.split(" ")) {
      const texts = places.get(word);
      if (texts) texts.push(at);
      else places.set(word, [at]);
    }
  });
  return {
    texts: rows.map(({ words: _, ...text }) => text),
    words: createWordIndex([...places.keys()]),
    textsWith: [...places.values()],
    until: next?.until ?? null,
  };
}
