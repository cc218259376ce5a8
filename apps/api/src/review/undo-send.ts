import { DomainError } from "../base/errors.ts";
import type { ActAs } from "../base/tx.ts";
import { may } from "../base/viewer.ts";
import { Draft } from "../draft/draft.entity.ts";
import { Attempt, OutboxItem } from "../outbox/outbox-item.entity.ts";

/** Take a reply back before its first try; its draft can be written on. */
export function undoSend(act: ActAs, itemId: string): Promise<Draft> {
  return act({
    do: async (tx, by) => {
      const item = await tx.findOne(OutboxItem, {
        where: { id: itemId },
        lock: { mode: "for_no_key_update" },
      });
      if (!item) throw new DomainError("NOT_FOUND", { item: itemId });
      if (!may(by, "reply.write", item.brandId))
        throw new DomainError("FORBIDDEN", { ability: "reply.write" });
      const tried = await tx.existsBy(Attempt, { outboxItemId: itemId });
      if (item.state !== "queued" || tried) throw new DomainError("TOO_LATE_TO_UNDO");
      await tx.update(OutboxItem, { id: itemId }, { state: "undone", finishedAt: new Date() });
      await tx.update(Draft, { id: item.draftId }, { state: "open" });
      return { item, draft: await tx.findOneByOrFail(Draft, { id: item.draftId }) };
    },
    record: ({ item }) => ({
      action: "reply.undone",
      brandId: item.brandId,
      conversationId: item.conversationId,
      subjectId: item.id,
      facts: { revision_sha256: item.revisionHash.toString("hex") },
    }),
    changes: ({ item, draft }) => {
      const place = { brandId: item.brandId, conversationId: item.conversationId };
      return [
        { kind: "outbox", id: item.id, ...place },
        { kind: "draft", id: draft.id, ...place },
      ];
    },
  }).then(({ draft }) => draft);
}
