import { createTokens, type Tokened, type Tokens } from "@parley/shared/fence";
import { holes } from "@parley/shared/template";
import type { Context } from "../base/context.ts";
import { DomainError } from "../base/errors.ts";
import { may } from "../base/viewer.ts";
import { Brand } from "../brand/brand.entity.ts";
import { Conversation, type Visibility } from "../inbox/conversation.entity.ts";
import { registerFor } from "../template/brand-register.ts";
import { isTag } from "../template/save-variant.ts";
import { allowedProvider } from "./consent.ts";
import { knownInConversation } from "./known-here.ts";
import { translate } from "./translate.ts";

/** Longest draft that is translated, in UTF-16 code units. */
const LONGEST = 10_000;

export interface DraftToTranslate {
  readonly conversationId: string;
  readonly visibility: Visibility;
  readonly text: string;
  /** What it is written in, if that is known. */
  readonly from: string | null;
  readonly to: string;
}

/** Have a draft translated into the customer's language, in the register the brand keeps there. */
export async function translateDraft({ act, read, viewer, provider }: Context, asked: DraftToTranslate) {
  const { conversationId, visibility, text, from, to } = asked;
  if (!isTag(to) || (from !== null && !isTag(from))) throw new DomainError("UNKNOWN_LOCALE", { locale: to });
  if (text.trim() === "") throw new DomainError("BAD_USER_INPUT", { field: "text" });
  if (text.length > LONGEST) throw new DomainError("TOO_LARGE", { field: "text", most: LONGEST });
  const { conversation, brand, known } = await read(async (db) => {
    const conversation = await db.findOneBy(Conversation, { id: conversationId });
    if (!conversation) throw new DomainError("NOT_FOUND", { conversation: conversationId });
    const brand = await db.findOneByOrFail(Brand, { id: conversation.brandId });
    return { conversation, brand, known: await knownInConversation(db, brand, conversation) };
  });
  if (!may(viewer, "reply.write", brand.id)) throw new DomainError("FORBIDDEN", { ability: "reply.write" });
  const tokens = createTokens();
  return translate(act, {
    provider: allowedProvider(brand, provider, "translate"),
    task: "translate_draft",
    place: { brandId: brand.id, conversationId, visibility, dataSubjectId: conversation.customerId },
    texts: [holesAsTokens(text, tokens)],
    tokens,
    known,
    from,
    to,
    register: registerFor(brand.settings, to),
  });
}

/** Places to fill stay what they are, in whatever language their label is. */
function holesAsTokens(text: string, tokens: Tokens): Tokened {
  const parts: Tokened[number][] = [];
  let at = 0;
  for (const { start, end } of holes(text)) {
    if (start < at) continue;
    parts.push(text.slice(at, start), tokens.of("HOLE", text.slice(start, end)));
    at = end;
  }
  return [...parts, text.slice(at)].filter((part) => part !== "");
}
