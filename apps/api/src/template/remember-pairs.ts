import { unitsOf } from "@parley/shared/interchange";
import { searchWords } from "@parley/shared/text";
import type { Tx } from "../base/tx.ts";
import { keyOf, type LockedRevision } from "./lock-variant.ts";
import { sentencePairs } from "./sentence-pairs.ts";
import { TemplateRevision } from "./template.entity.ts";

/** Keep an approved text in the translation memory, block by block and sentence by sentence, with the source it was made from. */
export async function rememberPairs(tx: Tx, { template, variant, revision }: LockedRevision): Promise<void> {
  if (!revision.sourceRevisionId || variant.locale === template.sourceLocale) return;
  const source = await tx.findOneByOrFail(TemplateRevision, { id: revision.sourceRevisionId });
  const key = keyOf(variant);
  const text = (blocks: TemplateRevision["blocks"]) => ({
    ...key,
    template: template.key,
    absent: false,
    blocks,
  });
  const units = unitsOf(
    {
      ...key,
      template,
      source: text(source.blocks),
      target: text(revision.blocks),
      revision: revision.n,
      state: "final",
      limit: null,
      note: "",
    },
    variant.locale,
  );
  const pairs = units.flatMap((unit) =>
    sentencePairs(unit, { source: template.sourceLocale, target: variant.locale }),
  );
  await keepPairs(tx, pairs, {
    brandId: variant.brandId,
    sourceLocale: template.sourceLocale,
    targetLocale: variant.locale,
    register: variant.register,
    revisionId: revision.id,
  });
}

export interface PairOrigin {
  readonly brandId: string;
  readonly sourceLocale: string;
  readonly targetLocale: string;
  /** Null for pairs of another tool. */
  readonly register: string | null;
  readonly revisionId: string | null;
}

/** Add pairs to the memory; those it has already stay as they are. Gives how many came. */
export async function keepPairs(
  tx: Tx,
  pairs: readonly { readonly source: string; readonly target: string }[],
  origin: PairOrigin,
): Promise<number> {
  const rows = await tx.query<{ id: string }[]>(
    `INSERT INTO memory_pair (brand_id, source_locale, target_locale, register, revision_id, source, target, source_words)
     SELECT $1, $2, $3, $4, $5, * FROM unnest($6::text[], $7::text[], $8::text[]) ON CONFLICT DO NOTHING RETURNING id`,
    [
      origin.brandId,
      origin.sourceLocale,
      origin.targetLocale,
      origin.register,
      origin.revisionId,
      pairs.map(({ source }) => source),
      pairs.map(({ target }) => target),
      pairs.map(({ source }) => searchWords(source).join(" ")),
    ],
  );
  return rows.length;
}
