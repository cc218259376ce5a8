import { parsePack } from "@parley/shared/pack";
import { createChecker, type Finding, type Policy, type ReplyContext } from "@parley/shared/policy";
import type { EntityManager } from "typeorm";
import { DomainError } from "../base/errors.ts";
import { Brand } from "../brand/brand.entity.ts";
import { Conversation } from "../inbox/conversation.entity.ts";
import { Message } from "../inbox/message.entity.ts";
import { brandPolicy, ownPacks, policyWith } from "../policy/brand-policy.ts";
import { packProblems } from "../policy/publish-pack.ts";
import { conversationContext } from "./reply-context.ts";
import { writtenIn } from "./written-in.ts";

/** Replies a dry run may look back on. */
export const MOST_REPLIES = 500;
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

/** Hold a new version of a pack against the last replies that were sent, beside the rules in force. Changes nothing. */
export async function dryRun(db: EntityManager, asked: DryRunAsked): Promise<DryRun> {
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
  return compare(await withContexts(db, replies, asked.now), { before, after });
}

interface Placed {
  readonly message: Message;
  readonly context: ReplyContext;
}

async function withContexts(
  db: EntityManager,
  replies: readonly Message[],
  now: Date,
): Promise<readonly Placed[]> {
  const placed: Placed[] = [];
  for (const message of replies) {
    const conversation = await db.findOneByOrFail(Conversation, { id: message.conversationId });
    // Earlier replies would compare each one with itself, and the thread so far has it in it.
    const {
      history: _,
      threadRegister: __,
      ...base
    } = await conversationContext(db, conversation, {
      visibility: conversation.visibility,
      now,
    });
    placed.push({ message, context: { ...base, language: await writtenIn(message.body, base.among) } });
  }
  return placed;
}

function compare(placed: readonly Placed[], { before, after }: { before: Policy; after: Policy }): DryRun {
  const [old, fresh] = [createChecker(before), createChecker(after)];
  const counts = new Map<string, { before: number; after: number }>();
  const changes: DryRunChange[] = [];
  const count = (findings: readonly Finding[], side: "before" | "after") => {
    for (const { rule } of findings) {
      const sum = counts.get(rule) ?? { before: 0, after: 0 };
      sum[side] += 1;
      counts.set(rule, sum);
    }
  };
  for (const { message, context } of placed) {
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
