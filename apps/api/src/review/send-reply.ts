import { DomainError } from "../base/errors.ts";
import type { ActAs, LedgerRecord, Tx } from "../base/tx.ts";
import type { Viewer } from "../base/viewer.ts";
import { Draft } from "../draft/draft.entity.ts";
import { type LockedDraft, lockDraft, type Seen } from "../draft/lock-draft.ts";
import { type Override, ReplyCheck } from "../draft/reply-check.entity.ts";
import { OutboxItem } from "../outbox/outbox-item.entity.ts";
import { type Cleared, checkForSending, kept, needsApproval } from "./check-for-sending.ts";
import { queueReply } from "./queue-reply.ts";

export interface Send extends Seen {
  readonly overrides: readonly Override[];
  /** Made by the client for each send: a repeated request has no second effect. */
  readonly clientId: string;
}

export interface Sent {
  readonly draft: Draft;
  /** The queued reply; null while a second person has to look first. */
  readonly item: OutboxItem | null;
}

interface Done extends Sent {
  readonly records: readonly LedgerRecord[];
}

/** Send a reply, or ask for a second person where the brand wants one. */
export async function sendReply(act: ActAs, send: Send): Promise<Sent> {
  return act({
    do: async (tx, by): Promise<Done> => {
      const repeated = await tx.findOneBy(OutboxItem, { senderId: by.id, clientId: send.clientId });
      if (repeated) return repeat(tx, repeated, send);
      const locked = await lockDraft(tx, by, { ...send, ability: "reply.write" });
      if (locked.draft.state === "queued") throw new DomainError("CANNOT_EDIT_SENT");
      if (locked.draft.state === "in_review") return { draft: locked.draft, item: null, records: [] };
      const cleared = await checkForSending(tx, locked, send.overrides);
      await keepCheck(tx, by, { locked, cleared, overrides: send.overrides });
      const asks = needsApproval(cleared.settings, cleared.findings);
      const item = asks
        ? await askForReview(tx, locked.draft)
        : await queue(tx, by, { locked, cleared, send });
      const draft = await tx.findOneByOrFail(Draft, { id: locked.draft.id });
      return { draft, item, records: [recordOf(locked, cleared, { asks, overrides: send.overrides })] };
    },
    record: ({ records }) => records,
    changes: ({ draft, item }) => {
      const place = { brandId: draft.brandId, conversationId: draft.conversationId };
      return [
        { kind: "draft", id: draft.id, ...place },
        item ? { kind: "outbox", id: item.id, ...place } : { kind: "review", id: draft.id, ...place },
      ];
    },
  });
}

async function repeat(tx: Tx, item: OutboxItem, { draftId, revisionId }: Send): Promise<Done> {
  if (item.draftId !== draftId || item.revisionId !== revisionId) {
    throw new DomainError("SAME_KEY_OTHER_CONTENT", { field: "clientId" });
  }
  return { draft: await tx.findOneByOrFail(Draft, { id: draftId }), item, records: [] };
}

interface Keeping {
  readonly locked: LockedDraft;
  readonly cleared: Cleared;
  readonly overrides: readonly Override[];
}

async function keepCheck(tx: Tx, by: Viewer, { locked, cleared, overrides }: Keeping): Promise<void> {
  await tx.insert(ReplyCheck, {
    brandId: locked.draft.brandId,
    draftId: locked.draft.id,
    revisionId: locked.revision.id,
    policyDigest: cleared.policyDigest,
    findings: cleared.findings.map(kept),
    overrides,
    authorId: by.id,
  });
}

async function askForReview(tx: Tx, { id }: Draft): Promise<null> {
  await tx.update(Draft, { id }, { state: "in_review", returnedCode: null, returnedReason: null });
  return null;
}

function queue(
  tx: Tx,
  by: Viewer,
  { locked, cleared, send }: { locked: LockedDraft; cleared: Cleared; send: Send },
): Promise<OutboxItem> {
  const { policyDigest } = cleared;
  return queueReply(tx, locked, { policyDigest, senderId: by.id, clientId: send.clientId, approvalId: null });
}

function recordOf(
  { draft, revision, conversation }: LockedDraft,
  { policyDigest, findings }: Cleared,
  { asks, overrides }: { asks: boolean; overrides: readonly Override[] },
): LedgerRecord {
  return {
    action: asks ? "reply.review_requested" : "reply.queued",
    brandId: draft.brandId,
    conversationId: conversation.id,
    subjectId: draft.id,
    dataSubjectId: conversation.customerId,
    payload: {
      body: revision.body,
      override_words: overrides.map(({ findingId, text }) => ({ findingId, text })),
    },
    facts: {
      revision: revision.n,
      revision_sha256: revision.hash.toString("hex"),
      visibility: draft.visibility,
      inbound_version: conversation.inboundVersion,
      policy: policyDigest,
      templates: revision.templateUses.map(({ templateRevisionId }) => templateRevisionId),
      findings: findings.map(({ id, rule, severity }) => ({ id, rule, severity })),
      overrides: overrides.map(({ findingId, reasonCode }) => ({ finding: findingId, reason: reasonCode })),
    },
  };
}
