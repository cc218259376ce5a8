import { DomainError } from "../base/errors.ts";
import type { ActAs, Tx } from "../base/tx.ts";
import type { Viewer } from "../base/viewer.ts";
import { Draft } from "../draft/draft.entity.ts";
import { type LockedDraft, lockDraft, type Seen } from "../draft/lock-draft.ts";
import { ReplyCheck } from "../draft/reply-check.entity.ts";
import type { OutboxItem } from "../outbox/outbox-item.entity.ts";
import { Approval } from "./approval.entity.ts";
import { checkForSending } from "./check-for-sending.ts";
import { contributorsOf } from "./contributors.ts";
import { queueReply } from "./queue-reply.ts";

export interface Approve extends Seen {
  /** The policy the reviewer saw the findings of. */
  readonly policyDigest: string;
  readonly clientId: string;
}

export interface Decided {
  readonly draft: Draft;
  readonly approval: Approval;
  readonly item: OutboxItem | null;
  readonly locked: LockedDraft;
}

/** Approve exactly these words, under this policy, in this state of the conversation, and queue them to be sent. */
export function approveReply(act: ActAs, approve: Approve): Promise<Decided> {
  return act({
    do: async (tx, by) => {
      const locked = await lockUnderReview(tx, by, approve);
      const asked = await lastCheck(tx, locked.draft);
      const cleared = await checkForSending(tx, locked, asked.overrides);
      if (cleared.policyDigest !== approve.policyDigest) throw new DomainError("POLICY_CHANGED");
      const approval = await decide(tx, by, { locked, policyDigest: cleared.policyDigest, reason: null });
      const item = await queueReply(tx, locked, {
        policyDigest: cleared.policyDigest,
        senderId: asked.authorId,
        clientId: approve.clientId,
        approvalId: approval.id,
      });
      return { draft: await tx.findOneByOrFail(Draft, { id: locked.draft.id }), approval, item, locked };
    },
    record: (decided) => recordOf(decided, "reply.approved"),
    changes: changesOf,
  });
}

/** Send a reply back to its author, with the reason. */
export function requestChanges(act: ActAs, asked: Seen & { reason: string }): Promise<Decided> {
  const reason = asked.reason.trim();
  if (reason === "") throw new DomainError("REASON_REQUIRED", { field: "reason" });
  return act({
    do: async (tx, by) => {
      const locked = await lockUnderReview(tx, by, asked);
      const { policyDigest } = await lastCheck(tx, locked.draft);
      const approval = await decide(tx, by, { locked, policyDigest, reason });
      const values = {
        state: "changes_requested" as const,
        returnedCode: "CHANGES_REQUESTED",
        returnedReason: reason,
      };
      await tx.update(Draft, { id: locked.draft.id }, values);
      return {
        draft: await tx.findOneByOrFail(Draft, { id: locked.draft.id }),
        approval,
        item: null,
        locked,
      };
    },
    record: (decided) => recordOf(decided, "reply.changes_requested"),
    changes: changesOf,
  });
}

async function lockUnderReview(tx: Tx, by: Viewer, seen: Seen): Promise<LockedDraft> {
  const locked = await lockDraft(tx, by, { ...seen, ability: "reply.decide" });
  if (locked.draft.state !== "in_review")
    throw new DomainError("NOT_IN_REVIEW", { state: locked.draft.state });
  const contributors = await contributorsOf(tx, locked.revision.id);
  if (contributors.includes(by.id)) throw new DomainError("OWN_WORDS");
  return locked;
}

function lastCheck(tx: Tx, { id }: Draft): Promise<ReplyCheck> {
  return tx.findOneOrFail(ReplyCheck, { where: { draftId: id }, order: { createdAt: "DESC" } });
}

interface Deciding {
  readonly locked: LockedDraft;
  readonly policyDigest: string;
  /** Nothing for a yes. */
  readonly reason: string | null;
}

async function decide(tx: Tx, by: Viewer, { locked, policyDigest, reason }: Deciding): Promise<Approval> {
  const { draft, revision, conversation } = locked;
  const { id } = await tx.save(Approval, {
    brandId: draft.brandId,
    draftId: draft.id,
    revisionId: revision.id,
    revisionHash: revision.hash,
    policyDigest,
    inboundVersion: conversation.inboundVersion,
    decision: reason === null ? ("approved" as const) : ("changes_requested" as const),
    reason: reason ?? "",
    approverId: by.id,
  });
  return tx.findOneByOrFail(Approval, { id });
}

const recordOf = ({ approval, locked }: Decided, action: string) => ({
  action,
  brandId: locked.draft.brandId,
  conversationId: locked.conversation.id,
  subjectId: locked.draft.id,
  dataSubjectId: locked.conversation.customerId,
  payload: { body: locked.revision.body, reason: approval.reason },
  facts: {
    approval: approval.id,
    revision: locked.revision.n,
    revision_sha256: locked.revision.hash.toString("hex"),
    policy: approval.policyDigest,
    inbound_version: approval.inboundVersion,
  },
});

const changesOf = ({ draft, item }: Decided) => {
  const place = { brandId: draft.brandId, conversationId: draft.conversationId };
  return [
    { kind: "draft" as const, id: draft.id, ...place },
    { kind: "review" as const, id: draft.id, ...place },
    ...(item ? [{ kind: "outbox" as const, id: item.id, ...place }] : []),
  ];
};
