import type { Block, VariantKey } from "@parley/shared/template";
import type { Tx } from "../base/tx.ts";
import { keepAll, pairsOf } from "./remember-pairs.ts";
import type { Template } from "./template.entity.ts";

type Row = VariantKey &
  Pick<Template, "key" | "intent" | "channelClasses" | "sourceLocale" | "variables"> & {
    readonly revisionId: string;
    readonly source: readonly Block[];
    readonly target: readonly Block[];
  };

/** Keep the translations that came with Parley in a brand's memory: they are live, so the next text may be made from them. */
export async function rememberStarter(tx: Tx, brandId: string): Promise<number> {
  const rows = await tx.query<Row[]>(
    `SELECT t.key, t.intent, t.channel_classes AS "channelClasses", t.source_locale AS "sourceLocale", t.variables,
       v.locale, v.register, v.channel_class AS "channelClass", r.id AS "revisionId", r.blocks AS target, s.blocks AS source
     FROM template_revision r JOIN variant v ON v.id = r.variant_id JOIN template t ON t.id = v.template_id
     JOIN template_revision s ON s.id = r.source_revision_id
     WHERE v.brand_id = $1 AND r.origin = 'starter' AND v.locale <> t.source_locale`,
    [brandId],
  );
  const pairs = rows.flatMap(({ key, intent, channelClasses, sourceLocale, variables, ...text }) => {
    const { revisionId, source, target, locale, register, channelClass } = text;
    const template = { key, intent, channelClasses, sourceLocale, variables };
    const found = pairsOf({ template, key: { locale, register, channelClass }, source, target });
    return found.map((pair) => ({ ...pair, sourceLocale, targetLocale: locale, register, revisionId }));
  });
  return keepAll(tx, brandId, pairs);
}
