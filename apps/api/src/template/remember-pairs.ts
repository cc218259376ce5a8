import { unitsOf } from "@parley/shared/interchange";
import type { Block, VariantKey } from "@parley/shared/template";
import { searchWords } from "@parley/shared/text";
import type { Tx } from "../base/tx.ts";
import { keyOf, type LockedRevision } from "./lock-variant.ts";
import { sentencePairs } from "./sentence-pairs.ts";
import { type Template, TemplateRevision } from "./template.entity.ts";

/** Keep an approved text in the translation memory, block by block and sentence by sentence, with the source it was made from. */
export async function rememberPairs(tx: Tx, { template, variant, revision }: LockedRevision): Promise<void> {
  if (!revision.sourceRevisionId || variant.locale === template.sourceLocale) return;
  const source = await tx.findOneByOrFail(TemplateRevision, { id: revision.sourceRevisionId });
  const pairs = pairsOf({ template, key: keyOf(variant), source: source.blocks, target: revision.blocks });
  await keepPairs(tx, pairs, {
    brandId: variant.brandId,
    sourceLocale: template.sourceLocale,
    targetLocale: variant.locale,
    register: variant.register,
    revisionId: revision.id,
  });
}

/** A translation and what it was made from. */
export interface Translation {
  readonly template: Pick<Template, "key" | "sourceLocale" | "intent" | "channelClasses" | "variables">;
  readonly key: VariantKey;
  readonly source: readonly Block[];
  readonly target: readonly Block[];
}

/** What the memory can learn of a translation. */
export function pairsOf({ template, key, source, target }: Translation) {
  const text = (blocks: readonly Block[]) => ({ ...key, template: template.key, absent: false, blocks });
  const units = unitsOf(
    {
      ...key,
      template,
      source: text(source),
      target: text(target),
      revision: 1,
      state: "final",
      limit: null,
      note: "",
    },
    key.locale,
  );
  return units.flatMap((unit) => sentencePairs(unit, { source: template.sourceLocale, target: key.locale }));
}

export interface PairOrigin {
  readonly brandId: string;
  readonly sourceLocale: string;
  readonly targetLocale: string;
  /** Null for pairs of another tool. */
  readonly register: string | null;
  readonly revisionId: string | null;
}

interface Pair {
  readonly source: string;
  readonly target: string;
}

/** Add pairs to the memory; those it has already stay as they are. Gives how many came. */
export const keepPairs = (tx: Tx, pairs: readonly Pair[], origin: PairOrigin): Promise<number> =>
  keepAll(
    tx,
    origin.brandId,
    pairs.map((pair) => ({ ...pair, ...origin })),
  );

/** The same for pairs from many places of a brand at once. */
export async function keepAll(
  tx: Tx,
  brandId: string,
  pairs: readonly (Pair & Omit<PairOrigin, "brandId">)[],
): Promise<number> {
  const rows = await tx.query<{ id: string }[]>(
    `INSERT INTO memory_pair (brand_id, source_locale, target_locale, register, revision_id, source, target, source_words)
     SELECT $1, * FROM unnest($2::text[], $3::text[], $4::text[], $5::uuid[], $6::text[], $7::text[], $8::text[])
     ON CONFLICT DO NOTHING RETURNING id`,
    [
      brandId,
      pairs.map(({ sourceLocale }) => sourceLocale),
      pairs.map(({ targetLocale }) => targetLocale),
      pairs.map(({ register }) => register),
      pairs.map(({ revisionId }) => revisionId),
      pairs.map(({ source }) => source),
      pairs.map(({ target }) => target),
      pairs.map(({ source }) => searchWords(source).join(" ")),
    ],
  );
  return rows.length;
}
