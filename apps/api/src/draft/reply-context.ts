import { heardIn, type Policy, type ReplyContext } from "@parley/shared/policy";
import { initials } from "@parley/shared/template";
import type { EntityManager } from "typeorm";
import { Account } from "../brand/account.entity.ts";
import { Brand } from "../brand/brand.entity.ts";
import { Hours } from "../brand/hours.entity.ts";
import { openDays } from "../brand/open-days.ts";
import { Conversation, type Visibility } from "../inbox/conversation.entity.ts";
import { Message } from "../inbox/message.entity.ts";
import { Member } from "../member/member.entity.ts";
import { brandPolicy } from "../policy/brand-policy.ts";

/** What the rules know of a draft besides its text, language and template: the composer gets the same from the API. */
export type ConversationContext = Omit<ReplyContext, "language" | "variant" | "template" | "placeholders">;

/** The brand's last public replies that a new one is compared with. */
const HISTORY = 20;

/** Messages of the thread that tell how it went so far. */
const THREAD = 20;

/** What is asked about a reply: where it is to stand, when, and who writes it. */
export interface Asked {
  readonly visibility: Visibility;
  readonly now: Date;
  readonly memberId?: string | null;
}

/** Gather the conversation's side of a check. Opening hours are those at `now`. */
export async function conversationContext(
  db: EntityManager,
  conversation: Conversation,
  asked: Asked,
): Promise<ConversationContext> {
  const { brandId, accountId } = conversation;
  const { platform } = await db.findOneByOrFail(Account, { id: accountId });
  const brand = await brandSide(db, brandId, asked.now);
  return {
    ...placedContext(brand, { platform, visibility: asked.visibility, language: conversation.language }),
    history: await lastReplies(db, brandId),
    ...(await threadSoFar(db, conversation, await brandPolicy(db, brandId))),
    ...(await signatureOf(db, asked.memberId)),
  };
}

/** What all conversations of a brand share in a check. */
export interface BrandSide {
  readonly settings: Brand["settings"];
  readonly hours: Pick<ReplyContext, "hours" | "now">;
}

export async function brandSide(db: EntityManager, brandId: string, now: Date): Promise<BrandSide> {
  const { settings } = await db.findOneByOrFail(Brand, { id: brandId });
  const calendar = await db.findOneBy(Hours, { brandId });
  return { settings, hours: calendar ? openDays(calendar, now) : {} };
}

/** Where a reply stands, and what the conversation is held in. */
export interface Place {
  readonly platform: Account["platform"];
  readonly visibility: Visibility;
  readonly language: string | null;
}

/** A check's context but for what was said in the conversation and elsewhere before. */
export function placedContext(
  { settings, hours }: BrandSide,
  { platform, visibility, language }: Place,
): ConversationContext {
  const register = language
    ? (settings.register[language] ?? settings.register[baseOf(language)])
    : undefined;
  return {
    channel: platform,
    visibility,
    among: settings.languages,
    countries: settings.countries,
    ...(language ? { expected: language } : {}),
    ...(register ? { register } : {}),
    ...hours,
  };
}

const baseOf = (tag: string): string => tag.split("-")[0] ?? tag;

/** What the brand answered in public lately, on any account: everybody can read it there side by side. */
async function lastReplies(db: EntityManager, brandId: string): Promise<readonly string[]> {
  const replies = await db
    .createQueryBuilder(Message, "message")
    .innerJoin(Conversation, "conversation", "conversation.id = message.conversationId")
    .where("message.brandId = :brandId AND message.direction = 'outbound' AND message.body <> ''", {
      brandId,
    })
    .andWhere("conversation.visibility = 'public'")
    .orderBy("message.at", "DESC")
    .limit(HISTORY)
    .getMany();
  return replies.map(({ body }) => body);
}

/** What the customer's last message asks for, and how the brand has addressed them until now. */
async function threadSoFar(
  db: EntityManager,
  { id: conversationId, language }: Conversation,
  policy: Policy,
): Promise<Pick<ReplyContext, "complaint" | "sensitive" | "threadRegister">> {
  const messages = await db.find(Message, { where: { conversationId }, order: { at: "DESC" }, take: THREAD });
  const last = messages.find(({ direction, body }) => direction === "inbound" && body !== "");
  const heard = last ? heardIn(last.body, last.language ?? language ?? "und", policy) : {};
  const ours = messages.filter(({ direction }) => direction === "outbound").map(({ body }) => body);
  const { register } = policy.registerOf(ours.join("\n"), language ?? "und");
  return {
    ...heard,
    ...((register === "formal" || register === "informal") && { threadRegister: register }),
  };
}

async function signatureOf(
  db: EntityManager,
  memberId: string | null | undefined,
): Promise<Pick<ReplyContext, "signature">> {
  const member = memberId ? await db.findOneBy(Member, { id: memberId }) : null;
  return member ? { signature: initials(member.name) } : {};
}
