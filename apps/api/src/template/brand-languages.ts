import type { Block, SharedText, TemplateLanguage } from "@parley/shared/template";
import type { EntityManager } from "typeorm";
import { starterLanguage } from "./starter-templates.ts";

type LiveBlock = Omit<SharedText, "text"> & { readonly blocks: readonly Block[] };

/** What the templates of each language share in a brand: its own live blocks, with the words of the language. */
export async function brandLanguages(
  db: EntityManager,
  brandId: string,
): Promise<(locale: string) => TemplateLanguage> {
  const rows = await db.query<LiveBlock[]>(
    `SELECT t.key AS block, v.locale, v.register, v.channel_class AS "channelClass", r.blocks
     FROM template t JOIN variant v ON v.template_id = t.id JOIN live_now l ON l.variant_id = v.id
     JOIN template_revision r ON r.id = l.revision_id
     WHERE t.brand_id = $1 AND t.kind = 'block' ORDER BY t.key`,
    [brandId],
  );
  const texts = Map.groupBy(rows.map(textOf), ({ locale }) => locale);
  return (locale) => ({ ...starterLanguage(locale), blocks: texts.get(locale) ?? [] });
}

/** A shared block is one message. */
const textOf = ({ blocks, ...key }: LiveBlock): SharedText => {
  const [first] = blocks;
  return { ...key, text: first?.kind === "own" ? first.text : "" };
};
