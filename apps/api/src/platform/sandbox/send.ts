import { setTimeout as sleep } from "node:timers/promises";
import type { FindResult, Outgoing, SendResult } from "../platform.ts";
import { addPost, type Sql } from "./posts.ts";
import { weatherOf } from "./weather.ts";

/** Post a reply to the sandbox, in the weather that is set for the account. */
export async function sendToSandbox(sql: Sql, reply: Outgoing, signal: AbortSignal): Promise<SendResult> {
  const { delayMs, fails, losesAnswers } = await weatherOf(sql, reply.account.externalId);
  if (delayMs > 0) await sleep(delayMs, undefined, { signal });
  if (fails) return { kind: "not_done", reason: "sandbox_fails", permanent: false };
  const target = await targetOf(sql, reply);
  if (!target) return { kind: "not_done", reason: "thread_gone", permanent: true };
  const post = await addPost(sql, {
    account: reply.account.externalId,
    author: reply.account.handle,
    authorName: reply.account.name,
    byAccount: true,
    ...placeOf(reply, target),
    body: reply.body,
    replyKey: reply.key,
  });
  if (!losesAnswers) return { kind: "ok", externalId: post.id, threadId: post.threadId };
  // The connection hangs as a real one would: only the caller's time-out ends it.
  await sleep(60_000, undefined, { signal });
  return { kind: "unknown", reason: "answer_lost" };
}

interface Target {
  readonly parentId: string;
  readonly channel: "comment" | "mention" | "direct";
}

/** Under the post it answers, or as a direct message when a public matter moves to private. */
const placeOf = ({ visibility, customerExternalId }: Outgoing, { channel, parentId }: Target) =>
  visibility === "private"
    ? {
        channel: "direct" as const,
        parentId: channel === "direct" ? parentId : null,
        counterpart: customerExternalId,
      }
    : { channel, parentId };

/** The post to answer: the one asked for when it stands, else the newest of the thread that does. */
async function targetOf(sql: Sql, reply: Outgoing): Promise<Target | null> {
  const [target] = await sql.query<Target>(
    `SELECT id AS "parentId", channel FROM sandbox.post
     WHERE account = $1 AND thread_id = $2 AND deleted_at IS NULL ORDER BY (id::text = $3) DESC, at DESC LIMIT 1`,
    [reply.account.externalId, reply.threadId, reply.parentExternalId],
  );
  return target ?? null;
}

/** Look for a post of the account to this customer with the same words that no other reply is known by. */
export async function findInSandbox(sql: Sql, reply: Outgoing): Promise<FindResult> {
  const [post] = await sql.query<{ externalId: string; threadId: string }>(
    `SELECT id AS "externalId", thread_id AS "threadId" FROM sandbox.post
     WHERE account = $1 AND by_account AND body = $2 AND at >= $3 AND deleted_at IS NULL AND id::text <> ALL ($4::text[])
       AND CASE WHEN $5 = 'private' THEN counterpart = $6 ELSE thread_id = $7::uuid END
     ORDER BY at LIMIT 1`,
    [
      reply.account.externalId,
      reply.body,
      reply.notBefore,
      reply.otherExternalIds,
      reply.visibility,
      reply.customerExternalId,
      reply.threadId,
    ],
  );
  return post ? { kind: "found", ...post } : { kind: "absent" };
}
