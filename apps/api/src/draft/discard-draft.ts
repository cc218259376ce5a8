import { DomainError } from "../base/errors.ts";
import type { ActAs } from "../base/tx.ts";
import { may } from "../base/viewer.ts";
import { Draft } from "./draft.entity.ts";

/** Put a draft away. One that is on its way out must be taken back first. */
export function discardDraft(act: ActAs, id: string): Promise<Draft> {
  return act({
    do: async (tx, by) => {
      const draft = await tx.findOne(Draft, { where: { id }, lock: { mode: "for_no_key_update" } });
      if (!draft) throw new DomainError("NOT_FOUND", { draft: id });
      if (!may(by, "reply.write", draft.brandId))
        throw new DomainError("FORBIDDEN", { ability: "reply.write" });
      if (draft.state === "queued" || draft.state === "sent") throw new DomainError("CANNOT_EDIT_SENT");
      await tx.update(Draft, { id }, { state: "discarded" });
      return { ...draft, state: "discarded" as const };
    },
    record: ({ brandId, conversationId }) => ({
      action: "draft.discarded",
      brandId,
      conversationId,
      subjectId: id,
    }),
    changes: ({ brandId, conversationId }) => [{ kind: "draft", id, brandId, conversationId }],
  });
}
