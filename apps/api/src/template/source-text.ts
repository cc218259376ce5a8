import { type Block, resolveVariant, type VariantKey } from "@parley/shared/template";
import type { EntityManager } from "typeorm";

/** A text in a template's source language as translations are made from it. */
export interface SourceText extends VariantKey {
  readonly templateId: string;
  readonly variantId: string;
  readonly revisionId: string;
  readonly n: number;
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly samples: readonly string[];
}

/** The source texts of templates, by template id: the live ones, else the newest, for one that was never live. */
export async function sourceTexts(
  db: EntityManager,
  wanted: { readonly brandId: string; readonly templateId?: string },
): Promise<ReadonlyMap<string, readonly SourceText[]>> {
  const rows = await db.query<SourceText[]>(
    `SELECT t.id AS "templateId", v.id AS "variantId", v.locale, v.register, v.channel_class AS "channelClass",
       r.id AS "revisionId", r.n, r.title, r.blocks, r.samples
     FROM template t JOIN variant v ON v.template_id = t.id AND v.locale = t.source_locale AND v.absent_reason IS NULL
     LEFT JOIN live_now l ON l.variant_id = v.id
     JOIN LATERAL (SELECT * FROM template_revision WHERE variant_id = v.id
       ORDER BY id = l.revision_id DESC NULLS LAST, n DESC LIMIT 1) r ON true
     WHERE t.brand_id = $1 AND ($2::uuid IS NULL OR t.id = $2)`,
    [wanted.brandId, wanted.templateId ?? null],
  );
  return Map.groupBy(rows, ({ templateId }) => templateId);
}

/** The source of a variant: the nearest in register and channel class. None for the source language itself. */
export function sourceFor(sources: readonly SourceText[], key: VariantKey): SourceText | null {
  const [first] = sources;
  if (!first || first.locale === key.locale) return null;
  return resolveVariant(sources, { ...key, locale: first.locale, otherLocales: [] })?.variant ?? null;
}
