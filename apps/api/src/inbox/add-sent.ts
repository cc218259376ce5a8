import type { Tx } from "../base/tx.ts";
import { Brand } from "../brand/brand.entity.ts";
import type { Arrived } from "../platform/platform.ts";
import { Conversation } from "./conversation.entity.ts";
import { previewOf } from "./preview.ts";
import { wordsOf } from "./words.ts";

/** The delivered reply, as far as the thread has to know it. */
export interface SentReply {
  readonly item: {
    readonly id: string;
    readonly conversationId: string;
    readonly visibility: string;
    readonly body: string;
    readonly replyToExternalId: string | null;
  };
  readonly arrived: Arrived;
}

/** Show a delivered reply in its thread; one that moved to private starts or joins the private half, linked. */
export async function addSent(tx: Tx, { item, arrived }: SentReply): Promise<void> {
  const answered = await tx.findOneByOrFail(Conversation, { id: item.conversationId });
  const moved = answered.visibility !== item.visibility;
  const home = moved ? await privateHalf(tx, answered, arrived) : answered;
  const [account] = await tx.query<{ handle: string }[]>("SELECT handle FROM account WHERE id = $1", [
    home.accountId,
  ]);
  const { settings } = await tx.findOneByOrFail(Brand, { id: home.brandId });
  const at = new Date();
  await tx.query(
    `INSERT INTO message (brand_id, conversation_id, account_id, external_id, parent_external_id, direction, author_handle,
       body, at, outbox_item_id, words) VALUES ($1, $2, $3, $4, $5, 'outbound', $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING`,
    [
      home.brandId,
      home.id,
      home.accountId,
      arrived.externalId,
      item.replyToExternalId,
      account?.handle ?? "",
      item.body,
      at,
      item.id,
      wordsOf(item.body),
    ],
  );
  await tx.query(
    `UPDATE conversation SET message_count = message_count + 1, last_message_at = greatest(last_message_at, $2),
       preview = $3, waiting_since = NULL, state = CASE WHEN state = 'open' THEN 'pending' ELSE state END WHERE id = $1`,
    [home.id, at, previewOf(item.body, settings)],
  );
  if (moved) {
    await tx.query(
      "UPDATE conversation SET waiting_since = NULL, state = CASE WHEN state = 'open' THEN 'pending' ELSE state END WHERE id = $1",
      [answered.id],
    );
  }
}

/** The direct conversation with the same customer, linked to the public one. */
async function privateHalf(tx: Tx, open: Conversation, { threadId }: Arrived): Promise<Conversation> {
  await tx.query(
    `INSERT INTO conversation (brand_id, account_id, customer_id, external_id, channel, visibility, language, last_message_at,
       linked_id, state) VALUES ($1, $2, $3, $4, 'direct', 'private', $5, now(), $6, 'pending') ON CONFLICT DO NOTHING`,
    [open.brandId, open.accountId, open.customerId, threadId, open.language, open.id],
  );
  const half = await tx.findOneByOrFail(Conversation, { accountId: open.accountId, externalId: threadId });
  await tx.update(Conversation, { id: open.id }, { linkedId: half.id });
  if (!half.linkedId) await tx.update(Conversation, { id: half.id }, { linkedId: open.id });
  return half;
}
