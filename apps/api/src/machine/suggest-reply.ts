import { channelOf, isChannelId } from "@parley/shared/channel";
import {
  createTokens,
  isRefused,
  type KnownHere,
  plainOf,
  type Redacted,
  redact,
  restore,
  type Token,
  type Tokened,
  type Tokens,
  tokenCounts,
  ungrounded,
} from "@parley/shared/fence";
import type { EntityManager } from "typeorm";
import type { Context } from "../base/context.ts";
import { DomainError } from "../base/errors.ts";
import type { Drafted, Material } from "../base/provider.ts";
import { may } from "../base/viewer.ts";
import { Account } from "../brand/account.entity.ts";
import { Brand } from "../brand/brand.entity.ts";
import { type TemplateChoice, templateChoices } from "../draft/template-choices.ts";
import { Conversation, type Visibility } from "../inbox/conversation.entity.ts";
import { Message } from "../inbox/message.entity.ts";
import { Member } from "../member/member.entity.ts";
import { registerFor } from "../template/brand-register.ts";
import { askMachine, type Judged, type MachineAnswer, recordWithheld } from "./ask-machine.ts";
import { allowedProvider } from "./consent.ts";
import { knownInConversation } from "./known-here.ts";
import { rankMaterial } from "./rank-material.ts";
import { tokenFacts, written } from "./written.ts";

/** Messages of the customer that are answered at most: those since the brand last said something. */
const MOST_MESSAGES = 5;

/** Longest question that is answered, in UTF-16 code units. */
const LONGEST = 10_000;

export interface Suggested extends MachineAnswer {
  /** The templates the reply rests on. */
  readonly rests: readonly TemplateChoice[];
}

interface Ground {
  readonly conversation: Conversation;
  readonly brand: Brand;
  readonly account: Account;
  readonly question: readonly string[];
  readonly choices: readonly TemplateChoice[];
  readonly language: string;
  readonly known: KnownHere;
}

/** Have a reply drafted from the brand's live templates. What is neither in those it names nor asked by the customer is refused or marked. */
export async function suggestReply(
  { act, read, viewer, provider: outside }: Context,
  { conversationId, visibility }: { readonly conversationId: string; readonly visibility: Visibility },
) {
  const ground = await read((db) => groundOf(db, { conversationId, visibility, viewerId: viewer.id }));
  const { conversation, brand, language, account } = ground;
  if (!may(viewer, "reply.write", brand.id)) throw new DomainError("FORBIDDEN", { ability: "reply.write" });
  const provider = allowedProvider(brand, outside, "draft");
  if (ground.question.length === 0 || ground.choices.length === 0)
    throw new DomainError("MACHINE_NOTHING_FITS");
  if (ground.question.join("").length > LONGEST) throw new DomainError("TOO_LARGE", { most: LONGEST });
  const place = { brandId: brand.id, conversationId, visibility, dataSubjectId: conversation.customerId };
  const hidden = hide(ground, createTokens());
  if (typeof hidden === "string") return recordWithheld(act, { provider, task: "draft", place }, hidden);
  const { question, material } = hidden;
  const channel = isChannelId(account.platform) ? channelOf(account.platform, visibility) : undefined;
  const asked = {
    question,
    material,
    language,
    register: registerFor(brand.settings, language),
    most: channel?.limits[0].most ?? null,
  };
  return askMachine<Drafted, Suggested>(act, {
    provider,
    task: "draft",
    place,
    sent: {
      ...asked,
      question: question.map(written),
      material: material.map(({ key, text }) => ({ key, text: written(text) })),
    },
    facts: {
      to: language,
      tokens: tokenFacts(question),
      templates: ground.choices.map(({ variant }) => variant.revisionId),
    },
    ask: () => provider.draft(asked),
    judge: (drafted) => judge(drafted, ground, hidden),
  });
}

/** What the customer has written since the brand last spoke, and the templates that may answer it in their language. */
async function groundOf(
  db: EntityManager,
  {
    conversationId,
    visibility,
    viewerId,
  }: { conversationId: string; visibility: Visibility; viewerId: string },
): Promise<Ground> {
  const conversation = await db.findOneBy(Conversation, { id: conversationId });
  if (!conversation) throw new DomainError("NOT_FOUND", { conversation: conversationId });
  const brand = await db.findOneByOrFail(Brand, { id: conversation.brandId });
  const account = await db.findOneByOrFail(Account, { id: conversation.accountId });
  const question = await lastQuestion(db, conversationId);
  const labelLocale = (await db.findOneBy(Member, { id: viewerId }))?.locale ?? "en";
  const asked = { visibility, memberId: viewerId, labelLocale, now: new Date(), useAnyway: false };
  // Another country's or language's text goes in by a person's click only.
  const usable = (await templateChoices(db, conversation, asked)).filter(({ needsClick }) => !needsClick);
  const language = usable[0]?.variant.locale ?? conversation.language ?? brand.settings.languages[0] ?? "en";
  const wanted = { brandId: brand.id, language, viewerId, question: question.join("\n") };
  const choices = await rankMaterial(db, wanted, usable);
  const known = await knownInConversation(db, brand, conversation);
  return { conversation, brand, account, question, choices, language, known };
}

async function lastQuestion(db: EntityManager, conversationId: string): Promise<readonly string[]> {
  const messages = await db.find(Message, {
    where: { conversationId },
    order: { at: "DESC", id: "DESC" },
    take: 4 * MOST_MESSAGES,
  });
  const since = messages.findIndex(({ direction }) => direction === "outbound");
  return messages
    .slice(0, since < 0 ? undefined : since)
    .filter(({ body }) => body !== "")
    .slice(0, MOST_MESSAGES)
    .map(({ body }) => body)
    .reverse();
}

interface Hidden {
  readonly question: readonly Redacted[];
  readonly material: readonly Material[];
}

/** All that leaves, redacted; or what would still be in it. */
function hide({ question, choices, known }: Ground, tokens: Tokens): Hidden | string {
  const texts: Redacted[] = [];
  for (const text of [...question, ...choices.map((choice) => withHoles(choice, tokens))]) {
    const redaction = redact(text, known, tokens);
    if (redaction.kind === "unproven") return redaction.left;
    texts.push(redaction.text);
  }
  const material = choices.flatMap(({ variant }, index): Material[] => {
    const text = texts[question.length + index];
    return text ? [{ key: variant.template, text }] : [];
  });
  return { question: texts.slice(0, question.length), material };
}

/** A template as it would go in here. Places that a person must fill are tokens: no machine fills them. */
function withHoles({ rendered: { text, marks } }: TemplateChoice, tokens: Tokens): Tokened {
  const parts: Tokened[number][] = [];
  let at = 0;
  for (const { start, end, kind } of marks) {
    if (kind === "filled" || start < at) continue;
    parts.push(text.slice(at, start), tokens.of("HOLE", text.slice(start, end)));
    at = end;
  }
  return [...parts, text.slice(at)].filter((part) => part !== "");
}

/** Of what only the customer wrote, a reply may repeat names and order numbers: no address, no link, no account. */
const REPEATABLE: ReadonlySet<string> = new Set(["NAME", "ORDER"]);

function judge({ text: answer, templates }: Drafted, ground: Ground, hidden: Hidden): Judged<Suggested> {
  if (answer !== null && answer.length === 0) return unfit("MACHINE_NOTHING_FITS", "nothing_fits");
  const named = [...new Set(templates)];
  const rests = ground.choices.filter(({ variant }) => named.includes(variant.template));
  if (rests.length === 0 || rests.length < named.length)
    return unfit("MACHINE_UNGROUNDED", "unknown_template");
  const sources = hidden.material.filter(({ key }) => named.includes(key)).map(({ text }) => text);
  const restored = restore(answer, ruleFor(sources, hidden.question));
  if (restored.kind === "refused")
    return { kind: "unfit", code: "MACHINE_TOKENS", facts: { reason: restored.why, token: restored.token } };
  const text = plainOf(restored.text);
  const found = ungrounded(text, {
    templates: rests.map(({ rendered }) => rendered.text),
    question: ground.question.join("\n"),
    language: ground.language,
  });
  const refused = found.find(isRefused);
  if (refused) return unfit("MACHINE_UNGROUNDED", refused.kind, written(restored.text));
  const marks = found.map(({ start, end, kind }) => ({ start, end, kind }));
  const facts = { templates: rests.map(({ variant }) => variant.revisionId) };
  return { kind: "fit", answer: { text, marks, facts, rests } };
}

/** Tokens of the named templates, as often as in them all, and once each those of the customer that may be repeated. */
function ruleFor(sources: readonly Tokened[], question: readonly Tokened[]) {
  const isToken = (part: Tokened[number]): part is Token => typeof part !== "string";
  const most = new Map(tokenCounts(sources.flat()));
  const theirs = question.flat().filter((part): part is Token => isToken(part) && REPEATABLE.has(part.kind));
  for (const { id } of theirs) most.set(id, Math.max(1, most.get(id) ?? 0));
  return { may: [...sources.flat().filter(isToken), ...theirs], most, all: false };
}

const unfit = (
  code: "MACHINE_NOTHING_FITS" | "MACHINE_UNGROUNDED",
  reason: string,
  answer?: string,
): Judged<Suggested> => ({
  kind: "unfit",
  code,
  facts: { reason },
  ...(answer === undefined ? {} : { answer }),
});
