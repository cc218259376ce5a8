import { graphqlEnum } from "../base/enums.ts";
import { DomainError } from "../base/errors.ts";
import type { ActAs } from "../base/tx.ts";
import { may } from "../base/viewer.ts";
import { Conversation } from "./conversation.entity.ts";
import { Message } from "./message.entity.ts";

export const RevealPurpose = graphqlEnum(
  "RevealPurpose",
  {
    answer: "answer",
    identify_order: "identify_order",
    legal: "legal",
    security: "security",
    quality: "quality",
  },
  "What personal data is looked at for.",
);
export type RevealPurpose = (typeof RevealPurpose)[keyof typeof RevealPurpose];

/** Show a message as it was written. Who looked, and what for, is on record. */
export async function revealMessage(
  act: ActAs,
  { id, purpose }: { readonly id: string; readonly purpose: RevealPurpose },
): Promise<string> {
  const { message } = await act({
    do: async (tx, by) => {
      const message = await tx.findOneBy(Message, { id });
      if (!message) throw new DomainError("NOT_FOUND", { message: id });
      if (!may(by, "customer.reveal", message.brandId))
        throw new DomainError("FORBIDDEN", { ability: "customer.reveal" });
      const { customerId } = await tx.findOneByOrFail(Conversation, { id: message.conversationId });
      return { message, customerId };
    },
    record: ({ message, customerId }) => ({
      action: "message.revealed",
      brandId: message.brandId,
      conversationId: message.conversationId,
      subjectId: id,
      dataSubjectId: customerId,
      facts: { purpose },
    }),
  });
  return message.body;
}
