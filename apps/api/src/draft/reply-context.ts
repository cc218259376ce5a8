import type { ReplyContext } from "@parley/shared/policy";
import type { EntityManager } from "typeorm";
import { Account } from "../brand/account.entity.ts";
import { Brand } from "../brand/brand.entity.ts";
import { Hours } from "../brand/hours.entity.ts";
import { openDays } from "../brand/open-days.ts";
import type { Conversation, Visibility } from "../inbox/conversation.entity.ts";
import { Message } from "../inbox/message.entity.ts";

/** What the rules know of a draft besides its text, language and template: the composer gets the same from the API. */
export type ConversationContext = Omit<ReplyContext, "language" | "variant" | "template" | "placeholders">;

/** The brand's last public replies that a new one is compared with. */
const HISTORY = 20;

/** Gather the conversation's side of a check. Opening hours are those at `now`. */
export async function conversationContext(
  db: EntityManager,
  conversation: Conversation,
  asked: { readonly visibility: Visibility; readonly now: Date },
): Promise<ConversationContext> {
  const { brandId, accountId, language } = conversation;
  const { settings } = await db.findOneByOrFail(Brand, { id: brandId });
  const account = await db.findOneByOrFail(Account, { id: accountId });
  const calendar = await db.findOneBy(Hours, { brandId });
  const register = language
    ? (settings.register[language] ?? settings.register[baseOf(language)])
    : undefined;
  return {
    channel: account.platform,
    visibility: asked.visibility,
    among: settings.languages,
    countries: settings.countries,
    history: await lastReplies(db, accountId),
    ...(language ? { expected: language } : {}),
    ...(register ? { register } : {}),
    ...(calendar ? openDays(calendar, asked.now) : {}),
  };
}

const baseOf = (tag: string): string => tag.split("-")[0] ?? tag;

async function lastReplies(db: EntityManager, accountId: string): Promise<readonly string[]> {
  const replies = await db.find(Message, {
    where: { accountId, direction: "outbound" },
    order: { at: "DESC" },
    take: HISTORY,
  });
  return replies.map(({ body }) => body).filter((body) => body !== "");
}
