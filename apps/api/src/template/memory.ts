import type { MemoryPair } from "@parley/shared/interchange";
import type { VariantKey } from "@parley/shared/template";
import { parseMessage } from "@parley/shared/template";
import { searchWords } from "@parley/shared/text";
import type { EntityManager } from "typeorm";
import type { SourceText } from "./source-text.ts";

interface Consistency {
  readonly templateId: string;
  readonly brandId: string;
  readonly key: VariantKey;
  readonly source: SourceText;
}

/** How the brand's other templates of a language and register say a source's blocks, word for word the same. */
export async function translationsOf(
  db: EntityManager,
  { brandId, templateId, key, source }: Consistency,
): Promise<(block: string) => readonly string[]> {
  const texts = source.blocks.flatMap((block) =>
    block.kind === "own" ? [parseMessage(block.text).source] : [],
  );
  const rows = await db.query<{ source: string; target: string }[]>(
    `SELECT p.source, p.target FROM memory_pair p JOIN template_revision r ON r.id = p.revision_id
       JOIN variant v ON v.id = r.variant_id
     WHERE p.brand_id = $1 AND p.source_locale = $2 AND p.target_locale = $3 AND p.register = $4
       AND p.source = ANY ($5::text[]) AND v.template_id <> $6 ORDER BY p.created_at DESC`,
    [brandId, source.locale, key.locale, key.register, texts, templateId],
  );
  const known = Map.groupBy(rows, (row) => row.source);
  return (block) => known.get(block)?.map(({ target }) => target) ?? [];
}

/** A source text that translations are wanted for. */
export interface MemoryWish {
  readonly brandId: string;
  readonly sourceLocale: string;
  readonly targetLocale: string;
  readonly register: string;
  readonly text: string;
}

/** How something like it has been translated before. */
export interface MemoryMatch {
  readonly source: string;
  readonly target: string;
  readonly register: string | null;
  readonly template: string | null;
  /** 0 to 1; 1 is the same, word for word. */
  readonly likeness: number;
}

/** Matches that a translator is shown. */
const MOST_MATCHES = 5;
/** Less alike than this helps nobody. */
const LEAST_LIKENESS = 0.4;

/** Approved translations of texts like this one. A source of other words is never quite the same. */
export function memoryMatches(db: EntityManager, wish: MemoryWish): Promise<readonly MemoryMatch[]> {
  const { brandId, sourceLocale, targetLocale, register, text } = wish;
  return db.query(
    `SELECT DISTINCT ON (likeness, of_register, source, target) source, target, register, template, likeness FROM (
       SELECT p.source, p.target, p.register, t.key AS template, p.register IS NOT DISTINCT FROM $4 AS of_register,
         CASE WHEN p.source = $5 THEN 1 ELSE least(similarity(p.source_words, $6), 0.99) END AS likeness
       FROM memory_pair p LEFT JOIN template_revision r ON r.id = p.revision_id
       LEFT JOIN variant v ON v.id = r.variant_id LEFT JOIN template t ON t.id = v.template_id
       WHERE p.brand_id = $1 AND p.source_locale = $2 AND p.target_locale = $3) m
     WHERE likeness >= $7 ORDER BY likeness DESC, of_register DESC, source, target LIMIT $8`,
    [
      brandId,
      sourceLocale,
      targetLocale,
      register,
      parseMessage(text).source,
      searchWords(text).join(" "),
      LEAST_LIKENESS,
      MOST_MATCHES,
    ],
  );
}

/** All pairs of a brand's memory in one language, oldest first. */
export const memoryPairs = (
  db: EntityManager,
  { brandId, targetLocale }: { readonly brandId: string; readonly targetLocale: string },
): Promise<readonly MemoryPair[]> =>
  db.query(
    `SELECT source, target, source_locale AS "sourceLocale", target_locale AS "targetLocale" FROM memory_pair
     WHERE brand_id = $1 AND target_locale = $2 ORDER BY created_at, source, target`,
    [brandId, targetLocale],
  );
