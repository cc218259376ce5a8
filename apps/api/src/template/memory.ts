import type { VariantKey } from "@parley/shared/template";
import { parseMessage } from "@parley/shared/template";
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
