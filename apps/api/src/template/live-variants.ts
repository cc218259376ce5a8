import {
  type Block,
  type ChannelClass,
  type Register,
  type Staleness,
  staleness,
  type Variable,
} from "@parley/shared/template";
import type { EntityManager } from "typeorm";
import { type SourceText, sourceFor, sourceTexts } from "./source-text.ts";
import { breakingRevisions } from "./template-contract.ts";

/** A variant that may be used now, with what it says. */
export interface LiveVariant {
  readonly templateId: string;
  readonly template: string;
  readonly intent: string;
  readonly variables: readonly Variable[];
  readonly channelClasses: readonly ChannelClass[];
  readonly sourceLocale: string;
  readonly variantId: string;
  readonly locale: string;
  readonly register: Register;
  readonly channelClass: ChannelClass;
  readonly revisionId: string;
  readonly title: string;
  readonly blocks: readonly Block[];
  /** How far its source has moved since it was made from it. */
  readonly staleness: Staleness;
}

interface Row extends Omit<LiveVariant, "staleness"> {
  readonly pin: string | null;
}

/** Every live variant of a brand in the given languages, by template key. */
export async function liveVariants(
  db: EntityManager,
  asked: { readonly brandId: string; readonly languages: readonly string[] },
): Promise<ReadonlyMap<string, readonly LiveVariant[]>> {
  const rows = await db.query<Row[]>(
    `SELECT t.id AS "templateId", t.key AS template, t.intent, t.variables, t.channel_classes AS "channelClasses",
       t.source_locale AS "sourceLocale", v.id AS "variantId", v.locale, v.register, v.channel_class AS "channelClass",
       r.id AS "revisionId", r.title, r.blocks, s.source_revision_id AS pin
     FROM variant v JOIN template t ON t.id = v.template_id JOIN live_now l ON l.variant_id = v.id
     JOIN template_revision r ON r.id = l.revision_id
     CROSS JOIN LATERAL (SELECT source_revision_id FROM revision_source WHERE id = r.id LIMIT 1) s
     WHERE v.brand_id = $1 AND t.kind = 'reply' AND split_part(v.locale, '-', 1) = ANY ($2::text[]) ORDER BY t.key`,
    [asked.brandId, asked.languages.map((tag) => tag.split("-")[0])],
  );
  const stale = await stalenessOf(db, asked.brandId, rows);
  const variants = rows.map(
    ({ pin: _, ...row }): LiveVariant => ({ ...row, staleness: stale.get(row.revisionId) ?? "current" }),
  );
  return Map.groupBy(variants, ({ template }) => template);
}

/** A text, and the source revision it was last held against. */
export interface Pinned {
  readonly templateId: string;
  readonly revisionId: string;
  readonly pin: string | null;
  readonly locale: string;
  readonly register: Register;
  readonly channelClass: ChannelClass;
}

/**
 * How far the sources have moved since texts were made from them, by revision. Only sources that moved are read. A text that
 * does not fit its template any more is as stale as can be, whatever its source says.
 */
export async function stalenessOf(
  db: EntityManager,
  brandId: string,
  pinned: readonly Pinned[],
): Promise<ReadonlyMap<string, Staleness>> {
  const sources = await sourceTexts(db, { brandId });
  const moved = pinned.flatMap(({ templateId, revisionId, pin, ...key }) => {
    const source = pin === null ? null : sourceFor(sources.get(templateId) ?? [], key);
    return source && pin !== source.revisionId ? [{ revisionId, pin: pin ?? "", source }] : [];
  });
  const before = await blocksOf(db, [...new Set(moved.map(({ pin }) => pin))]);
  const known = new Map<string, Staleness>();
  const between = (pin: string, { revisionId, blocks }: SourceText): Staleness => {
    const name = `${pin} ${revisionId}`;
    const level = known.get(name) ?? staleness(before.get(pin) ?? [], blocks);
    known.set(name, level);
    return level;
  };
  const ids = pinned.map(({ revisionId }) => revisionId);
  const breaking = [...(await breakingRevisions(db, brandId, ids))];
  return new Map<string, Staleness>([
    ...moved.map(({ revisionId, pin, source }) => [revisionId, between(pin, source)] as const),
    ...breaking.map((revisionId) => [revisionId, "contract"] as const),
  ]);
}

/** How far the sources of some revisions have moved; revisions nobody knows are left out. */
export async function staleRevisions(
  db: EntityManager,
  brandId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Staleness>> {
  if (ids.length === 0) return new Map();
  const pinned = await db.query<Pinned[]>(
    `SELECT v.template_id AS "templateId", s.id AS "revisionId", s.source_revision_id AS pin, v.locale, v.register,
       v.channel_class AS "channelClass"
     FROM revision_source s JOIN template_revision r ON r.id = s.id JOIN variant v ON v.id = r.variant_id
     WHERE s.id = ANY ($1::uuid[]) AND v.brand_id = $2`,
    [ids, brandId],
  );
  return stalenessOf(db, brandId, pinned);
}

async function blocksOf(
  db: EntityManager,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Block[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db.query<{ id: string; blocks: readonly Block[] }[]>(
    "SELECT id, blocks FROM template_revision WHERE id = ANY ($1::uuid[])",
    [ids],
  );
  return new Map(rows.map(({ id, blocks }) => [id, blocks]));
}
