import type { Tx } from "../base/tx.ts";
import { Draft } from "../draft/draft.entity.ts";
import type { LockedDraft } from "../draft/lock-draft.ts";
import { enqueue } from "../outbox/enqueue.ts";
import type { OutboxItem } from "../outbox/outbox-item.entity.ts";

export interface Queued {
  readonly policyDigest: string;
  readonly senderId: string;
  readonly clientId: string;
  readonly approvalId: string | null;
}

/** Hand a checked reply to the outbox, bound to its words, the policy and the state of the conversation. */
export async function queueReply(tx: Tx, locked: LockedDraft, queued: Queued): Promise<OutboxItem> {
  const { draft, revision, conversation } = locked;
  const [target] = await tx.query<{ id: string }[]>(
    `SELECT external_id AS id FROM message WHERE conversation_id = $1 AND direction = 'inbound' AND deleted_at IS NULL
     ORDER BY at DESC, id DESC LIMIT 1`,
    [conversation.id],
  );
  const item = await enqueue(tx, {
    brandId: draft.brandId,
    accountId: conversation.accountId,
    conversationId: conversation.id,
    draftId: draft.id,
    revisionId: revision.id,
    revisionHash: revision.hash,
    inboundVersion: conversation.inboundVersion,
    visibility: draft.visibility,
    body: revision.body,
    replyToExternalId: target?.id ?? null,
    ...queued,
  });
  await tx.update(Draft, { id: draft.id }, { state: "queued", returnedCode: null, returnedReason: null });
  return item;
}
