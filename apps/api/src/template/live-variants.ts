import type { Block, ChannelClass, Register, Variable } from "@parley/shared/template";
import type { EntityManager } from "typeorm";

/** A variant that may be used now, with what it says. */
export interface LiveVariant {
  readonly template: string;
  readonly intent: string;
  readonly variables: readonly Variable[];
  readonly channelClasses: readonly ChannelClass[];
  readonly sourceLocale: string;
  readonly locale: string;
  readonly register: Register;
  readonly channelClass: ChannelClass;
  readonly revisionId: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** Every live variant of a brand in the given languages, by template key. */
export async function liveVariants(
  db: EntityManager,
  asked: { readonly brandId: string; readonly languages: readonly string[] },
): Promise<ReadonlyMap<string, readonly LiveVariant[]>> {
  const rows = await db.query<LiveVariant[]>(
    `SELECT t.key AS template, t.intent, t.variables, t.channel_classes AS "channelClasses",
       t.source_locale AS "sourceLocale", v.locale, v.register, v.channel_class AS "channelClass",
       r.id AS "revisionId", r.title, r.blocks
     FROM variant v JOIN template t ON t.id = v.template_id JOIN template_revision r ON r.id = v.live_revision_id
     WHERE v.brand_id = $1 AND split_part(v.locale, '-', 1) = ANY ($2::text[]) ORDER BY t.key`,
    [asked.brandId, asked.languages.map((tag) => tag.split("-")[0])],
  );
  return Map.groupBy(rows, ({ template }) => template);
}
