import type { Change } from "../base/change.ts";
import { DomainError } from "../base/errors.ts";
import type { ActAs, Tx } from "../base/tx.ts";
import { type Ability, may, type Viewer } from "../base/viewer.ts";
import { Conversation, type ConversationState } from "./conversation.entity.ts";
import { Note } from "./message.entity.ts";

/** The conversation, locked for this act. Refuses what the viewer may not work on. */
export async function lockConversation(
  tx: Tx,
  by: Viewer,
  asked: { readonly id: string; readonly ability: Ability },
): Promise<Conversation> {
  const conversation = await tx.findOne(Conversation, {
    where: { id: asked.id },
    lock: { mode: "for_no_key_update" },
  });
  if (!conversation) throw new DomainError("NOT_FOUND", { conversation: asked.id });
  if (!may(by, asked.ability, conversation.brandId))
    throw new DomainError("FORBIDDEN", { ability: asked.ability });
  return conversation;
}

export const conversationChanged = ({ id, brandId }: Pick<Conversation, "id" | "brandId">): Change => ({
  kind: "conversation",
  id,
  brandId,
  conversationId: id,
});

/** Give a conversation to a member, or to nobody. */
export function assignConversation(
  act: ActAs,
  { id, assigneeId }: { id: string; assigneeId: string | null },
): Promise<Conversation> {
  return act({
    do: async (tx, by) => {
      const conversation = await lockConversation(tx, by, { id, ability: "conversation.work" });
      if (assigneeId) await refuseOutsider(tx, conversation, assigneeId);
      await tx.update(Conversation, { id }, { assigneeId });
      return { ...conversation, assigneeId };
    },
    record: ({ brandId }) => ({
      action: assigneeId ? "conversation.assigned" : "conversation.unassigned",
      brandId,
      conversationId: id,
      subjectId: assigneeId ?? id,
    }),
    changes: (conversation) => [conversationChanged(conversation)],
  });
}

async function refuseOutsider(tx: Tx, { brandId }: Conversation, memberId: string): Promise<void> {
  const rows = await tx.query<unknown[]>(
    "SELECT 1 FROM role WHERE member_id = $1 AND brand_id = $2 LIMIT 1",
    [memberId, brandId],
  );
  if (rows.length === 0) throw new DomainError("NOT_FOUND", { member: memberId });
}

export interface StateChange {
  readonly id: string;
  readonly state: ConversationState;
  readonly snoozedUntil: Date | null;
  /** Why nothing is answered: required when a conversation that waits for an answer is done. */
  readonly unansweredReason: string | null;
}

/** Open, set aside, or finish a conversation. Finishing one that waits for an answer needs a reason. */
export function changeState(act: ActAs, change: StateChange): Promise<Conversation> {
  return act({
    do: async (tx, by) => {
      const conversation = await lockConversation(tx, by, { id: change.id, ability: "conversation.work" });
      const unanswered = change.state === "done" && conversation.waitingSince !== null;
      if (unanswered && !change.unansweredReason)
        throw new DomainError("REASON_REQUIRED", { field: "unansweredReason" });
      if (change.state === "snoozed" && !change.snoozedUntil) {
        throw new DomainError("BAD_USER_INPUT", { field: "snoozedUntil" });
      }
      const values = {
        state: change.state,
        snoozedUntil: change.state === "snoozed" ? change.snoozedUntil : null,
        unansweredReason: unanswered ? change.unansweredReason : null,
      };
      await tx.update(Conversation, { id: change.id }, values);
      return { ...conversation, ...values };
    },
    record: ({ brandId, state, unansweredReason }) => ({
      action: "conversation.state_changed",
      brandId,
      conversationId: change.id,
      subjectId: change.id,
      facts: { state, ...(unansweredReason ? { unanswered_reason: unansweredReason } : {}) },
    }),
    changes: (conversation) => [conversationChanged(conversation)],
  });
}

/** Leave colleagues a note. The customer never sees it. */
export function addNote(
  act: ActAs,
  { conversationId, body }: { conversationId: string; body: string },
): Promise<Note> {
  return act({
    do: async (tx, by) => {
      const conversation = await lockConversation(tx, by, {
        id: conversationId,
        ability: "conversation.work",
      });
      if (body.trim() === "") throw new DomainError("BAD_USER_INPUT", { field: "body" });
      const note = await tx.save(Note, {
        brandId: conversation.brandId,
        conversationId,
        authorId: by.id,
        body,
      });
      return { note, conversation };
    },
    record: ({ note, conversation }) => ({
      action: "note.added",
      brandId: conversation.brandId,
      conversationId,
      subjectId: note.id,
      dataSubjectId: conversation.customerId,
      payload: { body },
    }),
    changes: ({ conversation }) => [conversationChanged(conversation)],
  }).then(({ note }) => note as Note);
}
