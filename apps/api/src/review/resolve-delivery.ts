import { DomainError } from "../base/errors.ts";
import type { ActAs } from "../base/tx.ts";
import { may } from "../base/viewer.ts";
import { Draft } from "../draft/draft.entity.ts";
import { Attempt, OutboxItem } from "../outbox/outbox-item.entity.ts";

/** A person has looked: the reply arrived, or it is to be tried again. */
export function resolveDelivery(
  act: ActAs,
  asked: { itemId: string; arrived: boolean },
): Promise<OutboxItem> {
  return act({
    do: async (tx, by) => {
      const item = await tx.findOne(OutboxItem, {
        where: { id: asked.itemId },
        lock: { mode: "for_no_key_update" },
      });
      if (!item) throw new DomainError("NOT_FOUND", { item: asked.itemId });
      if (!may(by, "reply.write", item.brandId))
        throw new DomainError("FORBIDDEN", { ability: "reply.write" });
      if (item.state !== "needs_person") throw new DomainError("ALREADY_DECIDED", { state: item.state });
      const outcome = asked.arrived ? ("ok" as const) : ("not_done" as const);
      const newest = await tx.findOneOrFail(Attempt, {
        where: { outboxItemId: item.id },
        order: { n: "DESC" },
      });
      await tx.update(
        Attempt,
        { id: newest.id },
        { outcome, finishedAt: new Date(), detail: "told_by_a_person" },
      );
      const values = asked.arrived
        ? { state: "sent" as const, reason: null }
        : { state: "queued" as const, reason: null, finishedAt: null, runAt: new Date() };
      await tx.update(OutboxItem, { id: item.id }, values);
      if (asked.arrived) await tx.update(Draft, { id: item.draftId }, { state: "sent" });
      return tx.findOneByOrFail(OutboxItem, { id: item.id });
    },
    record: (item) => ({
      action: asked.arrived ? "reply.said_to_have_arrived" : "reply.said_to_be_lost",
      brandId: item.brandId,
      conversationId: item.conversationId,
      subjectId: item.id,
      facts: { revision_sha256: item.revisionHash.toString("hex") },
    }),
    changes: (item) => [
      { kind: "outbox", id: item.id, brandId: item.brandId, conversationId: item.conversationId },
    ],
  });
}
