import { blocking } from "@parley/shared/policy";
import type { Tx } from "../base/tx.ts";
import { checkDraft } from "../draft/check-draft.ts";
import { Draft, Revision } from "../draft/draft.entity.ts";
import { ReplyCheck } from "../draft/reply-check.entity.ts";
import { addSent } from "../inbox/add-sent.ts";
import { Conversation } from "../inbox/conversation.entity.ts";
import { Customer } from "../inbox/message.entity.ts";
import type { Delivery } from "../outbox/deliver.ts";
import type { OutboxItem } from "../outbox/outbox-item.entity.ts";
import { brandPolicy } from "../policy/brand-policy.ts";
import { recordUses } from "../template/record-uses.ts";
import { Approval } from "./approval.entity.ts";

/** What joins a delivery with the draft, the approval and the conversation it belongs to. */
export const deliveryJoints: Pick<Delivery, "mayLeave" | "settle" | "address"> = {
  mayLeave: async (tx, item) => {
    const conversation = await tx.findOneByOrFail(Conversation, { id: item.conversationId });
    const { digest } = await brandPolicy(tx, item.brandId);
    if (!item.approvalId) return digest === item.policyDigest ? null : recheck(tx, item, conversation);
    const { revisionHash } = await tx.findOneByOrFail(Approval, { id: item.approvalId });
    if (!revisionHash.equals(item.revisionHash)) return "STALE";
    if (conversation.inboundVersion !== item.inboundVersion) return "CONVERSATION_CHANGED";
    return digest === item.policyDigest ? null : "POLICY_CHANGED";
  },
  settle: async (tx, item, arrived) => {
    if (item.state === "sent") {
      if (arrived) await addSent(tx, { item, arrived });
      await tx.update(Draft, { id: item.draftId }, { state: "sent" });
      const { templateUses: uses } = await tx.findOneByOrFail(Revision, { id: item.revisionId });
      const { id: outboxItemId, brandId, draftId, body } = item;
      await recordUses(tx, { outboxItemId, brandId, draftId, body, uses });
    } else if (item.state === "void" || item.state === "failed") {
      const returnedCode = item.state === "void" ? item.reason : "DELIVERY_FAILED";
      await tx.update(Draft, { id: item.draftId }, { state: "open", returnedCode });
    }
  },
  address: async (tx, item) => {
    const conversation = await tx.findOneByOrFail(Conversation, { id: item.conversationId });
    const customer = await tx.findOneByOrFail(Customer, { id: conversation.customerId });
    return { threadId: conversation.externalId, customerExternalId: customer.externalId };
  },
};

/** The rules changed while a reply waited: it may leave if they still let it. */
async function recheck(tx: Tx, item: OutboxItem, conversation: Conversation): Promise<string | null> {
  const draft = await tx.findOneByOrFail(Draft, { id: item.draftId });
  const revision = await tx.findOneByOrFail(Revision, { id: item.revisionId });
  const { overrides } = await tx.findOneOrFail(ReplyCheck, {
    where: { draftId: draft.id },
    order: { createdAt: "DESC" },
  });
  const { findings } = await checkDraft(tx, { conversation, draft, revision, now: new Date() });
  const overridden = new Set(overrides.map(({ findingId }) => findingId));
  return blocking(findings, overridden).length === 0 ? null : "CHECK_FAILED";
}
