import type { Tx } from "../base/tx.ts";
import { OutboxItem } from "./outbox-item.entity.ts";

/** How long a reply waits before its first try, so that it can be taken back, in milliseconds. */
export const UNDO_WINDOW = 10_000;

export type NewItem = Pick<
  OutboxItem,
  | "brandId"
  | "accountId"
  | "conversationId"
  | "draftId"
  | "revisionId"
  | "revisionHash"
  | "policyDigest"
  | "inboundVersion"
  | "visibility"
  | "body"
  | "replyToExternalId"
  | "senderId"
  | "clientId"
  | "approvalId"
>;

/** Queue a reply, in the transaction of the act that decided to send it. */
export async function enqueue(tx: Tx, item: NewItem): Promise<OutboxItem> {
  const { id } = await tx.save(OutboxItem, { ...item, runAt: new Date(Date.now() + UNDO_WINDOW) });
  return tx.findOneByOrFail(OutboxItem, { id });
}
