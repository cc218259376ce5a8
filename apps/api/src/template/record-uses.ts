import { madePersonal } from "@parley/shared/template";
import type { EntityManager } from "typeorm";
import type { Tx } from "../base/tx.ts";

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** A reply that went out, and the texts it was made from. */
export interface SentWords {
  readonly brandId: string;
  readonly outboxItemId: string;
  readonly draftId: string;
  readonly body: string;
  readonly uses: readonly { readonly templateRevisionId: string; readonly text: string }[];
}

/** Keep which texts went out in a reply, and how far it has moved from them. A repeated call changes nothing. */
export async function recordUses(tx: Tx, sent: SentWords): Promise<void> {
  const { brandId, outboxItemId, draftId, body, uses } = sent;
  if (uses.length === 0) return;
  const known = uses.filter(({ templateRevisionId }) => UUID.test(templateRevisionId));
  const { share, kept } = madePersonal(
    known.map(({ text }) => text),
    body,
  );
  // Clients name the revisions, so one may not exist: it is passed over, for the reply has gone.
  await tx.query(
    `INSERT INTO template_use (brand_id, outbox_item_id, draft_id, template_revision_id, kept, made_personal)
     SELECT $1, $2, $3, r.id, max(u.kept), $6 FROM unnest($4::uuid[], $5::real[]) AS u(id, kept)
     JOIN template_revision r ON r.id = u.id AND r.brand_id = $1 GROUP BY r.id ON CONFLICT DO NOTHING`,
    [brandId, outboxItemId, draftId, known.map(({ templateRevisionId }) => templateRevisionId), kept, share],
  );
}

/** How often a variant's texts went out, and what agents made of them. */
export interface VariantUsage {
  readonly variantId: string;
  readonly locale: string;
  readonly register: string;
  readonly channelClass: string;
  readonly sent: number;
  /** How far replies moved from their texts on average, 0 to 1. */
  readonly madePersonal: number;
  /** How much of this text still stood in them on average, 0 to 1. */
  readonly kept: number;
  readonly lastSentAt: Date;
}

/** What agents made of a template's texts, the most used first. */
export const usageOf = (db: EntityManager, templateId: string): Promise<readonly VariantUsage[]> =>
  db.query(
    `SELECT v.id AS "variantId", v.locale, v.register, v.channel_class AS "channelClass", count(*)::int AS sent,
       avg(u.made_personal)::float8 AS "madePersonal", avg(u.kept)::float8 AS kept, max(u.sent_at) AS "lastSentAt"
     FROM template_use u JOIN template_revision r ON r.id = u.template_revision_id JOIN variant v ON v.id = r.variant_id
     WHERE v.template_id = $1 GROUP BY v.id ORDER BY count(*) DESC, v.locale, v.register`,
    [templateId],
  );
