import { DomainError } from "../base/errors.ts";
import type { Tx } from "../base/tx.ts";
import { type Ability, may, type Viewer } from "../base/viewer.ts";
import { Conversation } from "../inbox/conversation.entity.ts";
import { Draft, Revision } from "./draft.entity.ts";

export interface LockedDraft {
  readonly draft: Draft;
  readonly revision: Revision;
  readonly conversation: Conversation;
}

/** What the asker was looking at; when it has changed since, the act is refused instead of done to something else. */
export interface Seen {
  readonly draftId: string;
  readonly revisionId: string;
  readonly inboundVersion: number;
}

/** The draft with its conversation, locked for this act and still as the asker saw it. */
export async function lockDraft(tx: Tx, by: Viewer, seen: Seen & { ability: Ability }): Promise<LockedDraft> {
  const draft = await tx.findOne(Draft, { where: { id: seen.draftId }, lock: { mode: "for_no_key_update" } });
  if (!draft) throw new DomainError("NOT_FOUND", { draft: seen.draftId });
  if (!may(by, seen.ability, draft.brandId)) throw new DomainError("FORBIDDEN", { ability: seen.ability });
  if (draft.headId !== seen.revisionId) throw new DomainError("STALE", { draft: draft.id });
  const conversation = await tx.findOneOrFail(Conversation, {
    where: { id: draft.conversationId },
    lock: { mode: "for_no_key_update" },
  });
  if (conversation.inboundVersion !== seen.inboundVersion) throw new DomainError("CONVERSATION_CHANGED");
  const revision = await tx.findOneByOrFail(Revision, { id: seen.revisionId });
  return { draft, revision, conversation };
}
