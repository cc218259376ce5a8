import { createTokens, type Tokened, type Tokens } from "@parley/shared/fence";
import type { Context } from "../base/context.ts";
import { DomainError } from "../base/errors.ts";
import { may } from "../base/viewer.ts";
import { Brand } from "../brand/brand.entity.ts";
import { hidePersonalData, type Shown } from "../brand/hide-personal-data.ts";
import { Conversation } from "../inbox/conversation.entity.ts";
import { Message } from "../inbox/message.entity.ts";
import { isTag } from "../template/save-variant.ts";
import { allowedProvider } from "./consent.ts";
import { knownInConversation } from "./known-here.ts";
import { translate } from "./translate.ts";

/** Longest message that is translated, in UTF-16 code units. */
const LONGEST = 10_000;

/** Have a customer's message translated for whoever reads it. What is masked on screen stays masked. */
export async function translateMessage(
  { act, read, viewer, provider }: Context,
  { id, to }: { readonly id: string; readonly to: string },
) {
  if (!isTag(to)) throw new DomainError("UNKNOWN_LOCALE", { locale: to });
  const { message, conversation, brand, known } = await read(async (db) => {
    const message = await db.findOneBy(Message, { id, direction: "inbound" });
    if (!message || message.body === "") throw new DomainError("NOT_FOUND", { message: id });
    const conversation = await db.findOneByOrFail(Conversation, { id: message.conversationId });
    const brand = await db.findOneByOrFail(Brand, { id: message.brandId });
    return { message, conversation, brand, known: await knownInConversation(db, brand, conversation) };
  });
  if (message.body.length > LONGEST) throw new DomainError("TOO_LARGE", { field: "body", most: LONGEST });
  if (!may(viewer, "conversation.work", brand.id))
    throw new DomainError("FORBIDDEN", { ability: "conversation.work" });
  const tokens = createTokens();
  return translate(act, {
    provider: allowedProvider(brand, provider, "translate"),
    task: "translate_message",
    place: {
      brandId: brand.id,
      conversationId: conversation.id,
      visibility: null,
      dataSubjectId: conversation.customerId,
    },
    texts: [maskedAsTokens(hidePersonalData(message.body, brand.settings), tokens)],
    tokens,
    known,
    from: message.language,
    to,
    register: "neutral",
  });
}

/** What is shown masked becomes a token of its mask: not even the machine's answer brings back what stood there. */
function maskedAsTokens({ text, hidden }: Shown, tokens: Tokens): Tokened {
  const parts: Tokened[number][] = [];
  let at = 0;
  for (const { start, end } of hidden) {
    parts.push(text.slice(at, start), tokens.of("IDENTIFIER", text.slice(start, end)));
    at = end;
  }
  return [...parts, text.slice(at)].filter((part) => part !== "");
}
