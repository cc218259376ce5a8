import { setImmediate } from "node:timers/promises";
import { parsePack } from "@parley/shared/pack";
import { createChecker, type Finding, heardIn, type Policy, type ReplyContext } from "@parley/shared/policy";
import { type EntityManager, type EntityTarget, type FindOptionsWhere, In } from "typeorm";
import { DomainError } from "../base/errors.ts";
import { Account } from "../brand/account.entity.ts";
import { Brand } from "../brand/brand.entity.ts";
import { Conversation } from "../inbox/conversation.entity.ts";
import { Message } from "../inbox/message.entity.ts";
import { brandPolicy, ownPacks, policyWith } from "../policy/brand-policy.ts";
import { packProblems } from "../policy/publish-pack.ts";
import { brandSide, placedContext } from "./reply-context.ts";
import { writtenIn } from "./written-in.ts";

/** Replies a dry run may look back on: each takes a millisecond or two, and the server does other work between them. */
export const MOST_REPLIES = 5000;
/** Replies that are checked before other work gets its turn. */
const AT_ONCE = 20;
/** Examples of what changes that are shown. */
const MOST_EXAMPLES = 20;

/** What a new version would have said about a reply that was sent. */
export interface DryRunChange {
  readonly message: Message;
  readonly appeared: readonly Finding[];
  readonly vanished: readonly Finding[];
}

export interface DryRun {
  readonly replies: number;
  readonly changed: number;
  /** Findings of a rule over all replies, now and with the new version. */
  readonly rules: readonly { readonly rule: string; readonly before: number; readonly after: number }[];
  readonly examples: readonly DryRunChange[];
}

export interface DryRunAsked {
  readonly brandId: string;
  readonly source: string;
  readonly last: number;
  readonly now: Date;
}

/** What a dry run compares: replies as they were sent, with the rules in force and those to try. */
export interface DryRunReading {
  readonly placed: readonly Placed[];
  readonly before: Policy;
  readonly after: Policy;
}

/** Read what a dry run of a new version of a pack needs. Changes nothing. */
export async function readDryRun(db: EntityManager, asked: DryRunAsked): Promise<DryRunReading> {
  const problems = await packProblems(db, asked.brandId, asked.source);
  const { pack } = parsePack(asked.source);
  if (problems.length > 0 || !pack) throw new DomainError("PACK_REFUSED", { problems });
  const brand = await db.findOneByOrFail(Brand, { id: asked.brandId });
  const others = (await ownPacks(db, asked.brandId)).filter(({ id }) => id !== pack.id);
  const before = await brandPolicy(db, asked.brandId);
  const after = await policyWith(brand, [...others, pack]);
  const replies = await db.find(Message, {
    where: { brandId: asked.brandId, direction: "outbound" },
    order: { at: "DESC" },
    take: Math.min(asked.last, MOST_REPLIES),
  });
  return { placed: await withContexts(db, replies, { now: asked.now, policy: before }), before, after };
}

interface Placed {
  readonly message: Message;
  readonly context: ReplyContext;
}

interface Looked {
  readonly now: Date;
  readonly policy: Policy;
}

/** Each reply with what was known when it was sent. Earlier replies are left out: they have the reply itself among them. */
async function withContexts(
  db: EntityManager,
  replies: readonly Message[],
  { now, policy }: Looked,
): Promise<readonly Placed[]> {
  const [first] = replies;
  if (!first) return [];
  const brand = await brandSide(db, first.brandId, now);
  const conversations = await byId(db, Conversation, new Set(replies.map((reply) => reply.conversationId)));
  const accounts = await byId(db, Account, new Set([...conversations.values()].map((one) => one.accountId)));
  const answered = await answeredBy(db, replies);
  const placed: Placed[] = [];
  for (const [index, message] of replies.entries()) {
    if (index % AT_ONCE === 0) await setImmediate();
    const conversation = conversations.get(message.conversationId);
    const account = conversation && accounts.get(conversation.accountId);
    if (!account) continue;
    const { visibility, language } = conversation;
    const base = placedContext(brand, { platform: account.platform, visibility, language });
    const asked = answered.get(message.id);
    const heard = asked ? heardIn(asked.body, asked.language ?? language ?? "und", policy) : {};
    const context = { ...base, ...heard, language: await writtenIn(message.body, base.among) };
    placed.push({ message, context });
  }
  return placed;
}

async function byId<T extends { readonly id: string }>(
  db: EntityManager,
  entity: EntityTarget<T>,
  ids: ReadonlySet<string>,
): Promise<ReadonlyMap<string, T>> {
  const where = { id: In([...ids]) } as FindOptionsWhere<T>;
  return new Map((await db.find(entity, { where })).map((row) => [row.id, row]));
}

/** The words of the customer that a reply answered. */
interface Answered {
  readonly reply: string;
  readonly body: string;
  readonly language: string | null;
}

/** The customer's last words before each reply, by reply. */
async function answeredBy(
  db: EntityManager,
  replies: readonly Message[],
): Promise<ReadonlyMap<string, Answered>> {
  const rows: Answered[] = await db.query(
    `SELECT message.id AS reply, said.body, said.language FROM message
       CROSS JOIN LATERAL (
         SELECT earlier.body, earlier.language FROM message AS earlier
         WHERE earlier.conversation_id = message.conversation_id AND earlier.at <= message.at
           AND earlier.direction = 'inbound' AND earlier.body <> ''
         ORDER BY earlier.at DESC LIMIT 1
       ) AS said
     WHERE message.id = ANY ($1::uuid[])`,
    [replies.map(({ id }) => id)],
  );
  return new Map(rows.map((row) => [row.reply, row]));
}

/** Hold the new version against the replies, beside the rules in force. */
export async function compareReplies({ placed, before, after }: DryRunReading): Promise<DryRun> {
  const counts = new Map<string, { before: number; after: number }>();
  const changes: DryRunChange[] = [];
  const count = (findings: readonly Finding[], side: "before" | "after") => {
    for (const { rule } of findings) {
      const sum = counts.get(rule) ?? { before: 0, after: 0 };
      sum[side] += 1;
      counts.set(rule, sum);
    }
  };
  const [old, fresh] = [createChecker(before), createChecker(after)];
  for (const [index, { message, context }] of placed.entries()) {
    if (index % AT_ONCE === 0) await setImmediate();
    const was = old.check(message.body, context);
    const is = fresh.check(message.body, context);
    count(was, "before");
    count(is, "after");
    const appeared = notIn(is, was);
    const vanished = notIn(was, is);
    if (appeared.length + vanished.length > 0) changes.push({ message, appeared, vanished });
  }
  return {
    replies: placed.length,
    changed: changes.length,
    rules: [...counts].map(([rule, sums]) => ({ rule, ...sums })).sort((a, b) => (a.rule < b.rule ? -1 : 1)),
    examples: changes.slice(0, MOST_EXAMPLES),
  };
}

/** Findings that the others do not have: another severity is another finding. */
const notIn = (findings: readonly Finding[], others: readonly Finding[]): readonly Finding[] => {
  const known = new Set(others.map(({ id, severity }) => `${id} ${severity}`));
  return findings.filter(({ id, severity }) => !known.has(`${id} ${severity}`));
};
