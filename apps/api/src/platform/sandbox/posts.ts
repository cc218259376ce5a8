import { DomainError } from "../../base/errors.ts";
import type { Author, Incoming } from "../platform.ts";

/** Anything that runs SQL: the sandbox keeps its posts in a schema of its own, as an outside system would. */
export interface Sql {
  readonly query: <T>(sql: string, values: readonly unknown[]) => Promise<T[]>;
}

export interface SandboxPost {
  readonly id: string;
  readonly account: string;
  readonly threadId: string;
  readonly parentId: string | null;
  readonly author: string;
  readonly authorName: string | null;
  readonly byAccount: boolean;
  readonly channel: "comment" | "mention" | "direct";
  readonly body: string;
  readonly at: Date;
  readonly editedAt: Date | null;
  readonly deletedAt: Date | null;
  /** The customer's side of a direct message, whoever wrote it. */
  readonly counterpart: string | null;
}

export interface NewPost {
  readonly account: string;
  readonly author: string;
  readonly authorName: string | null;
  readonly byAccount: boolean;
  readonly channel: "comment" | "mention" | "direct";
  readonly body: string;
  /** The post it answers; nothing starts a thread. */
  readonly parentId: string | null;
  /** The customer a direct message goes to, when the brand writes. */
  readonly counterpart?: string;
  readonly replyKey?: string;
}

const columns = `id, account, thread_id AS "threadId", parent_id AS "parentId", author, author_name AS "authorName",
  by_account AS "byAccount", channel, body, at, edited_at AS "editedAt", deleted_at AS "deletedAt", counterpart`;

/** Write a post. A direct message joins the one thread that account and author have. */
export async function addPost(sql: Sql, post: NewPost): Promise<SandboxPost> {
  const threadId = await threadOf(sql, post);
  const [added] = await sql.query<SandboxPost>(
    `INSERT INTO sandbox.post
       (id, account, thread_id, parent_id, author, author_name, by_account, channel, body, reply_key, counterpart)
     SELECT new_id, $1, coalesce($2::uuid, new_id), $3, $4, $5, $6, $7, $8, $9, $10
     FROM (SELECT gen_random_uuid() AS new_id) AS made RETURNING ${columns}`,
    [
      post.account,
      threadId,
      post.parentId,
      post.author,
      post.authorName,
      post.byAccount,
      post.channel,
      post.body,
      post.replyKey ?? null,
      post.channel === "direct" ? (post.counterpart ?? post.author) : null,
    ],
  );
  if (!added) throw new Error("the sandbox took no post");
  await announce(sql, post.account, messageEvent(added));
  return added;
}

async function threadOf(
  sql: Sql,
  { account, author, counterpart = author, channel, parentId }: NewPost,
): Promise<string | null> {
  if (parentId) {
    const [parent] = await sql.query<{ threadId: string }>(
      'SELECT thread_id AS "threadId" FROM sandbox.post WHERE id = $1 AND account = $2',
      [parentId, account],
    );
    if (!parent) throw new DomainError("NOT_FOUND", { post: parentId });
    return parent.threadId;
  }
  if (channel !== "direct") return null;
  const [thread] = await sql.query<{ threadId: string }>(
    `SELECT thread_id AS "threadId" FROM sandbox.post
     WHERE account = $1 AND counterpart = $2 AND channel = 'direct' ORDER BY at LIMIT 1`,
    [account, counterpart],
  );
  return thread?.threadId ?? null;
}

/** A customer's post on an account. */
export interface PostOf {
  readonly account: string;
  readonly id: string;
}

/** The author changes the words of a post. */
export async function editPost(
  sql: Sql,
  { account, id, body }: PostOf & { body: string },
): Promise<SandboxPost> {
  const post = await changed(sql, "body = $3, edited_at = clock_timestamp()", [id, account, body]);
  const at = post.editedAt ?? post.at;
  await announce(sql, post.account, {
    kind: "edited",
    eventId: `${id} ${at.toISOString()}`,
    externalId: id,
    body,
    at,
  });
  return post;
}

/** The author takes a post away; its words are gone. */
export async function deletePost(sql: Sql, { account, id }: PostOf): Promise<SandboxPost> {
  const post = await changed(sql, "body = '', deleted_at = clock_timestamp()", [id, account]);
  const at = post.deletedAt ?? post.at;
  await announce(sql, post.account, { kind: "deleted", eventId: `${id} deleted`, externalId: id, at });
  return post;
}

async function changed(sql: Sql, set: string, values: readonly unknown[]): Promise<SandboxPost> {
  const [post] = await sql.query<SandboxPost>(
    `WITH changed AS (UPDATE sandbox.post SET ${set} WHERE id = $1 AND account = $2 AND deleted_at IS NULL RETURNING *)
     SELECT ${columns} FROM changed`,
    values,
  );
  if (!post) throw new DomainError("NOT_FOUND", { post: values[0] });
  return post;
}

/** The newest threads of an account as the public and the two sides of direct messages see them, oldest post first. */
export function postsOf(sql: Sql, account: string): Promise<SandboxPost[]> {
  return sql.query<SandboxPost>(
    `SELECT ${columns} FROM (SELECT * FROM sandbox.post WHERE account = $1 ORDER BY at DESC LIMIT 500) newest ORDER BY at`,
    [account],
  );
}

async function announce(sql: Sql, account: string, event: Incoming): Promise<void> {
  await sql.query("INSERT INTO sandbox.event (account, payload) VALUES ($1, $2)", [
    account,
    JSON.stringify(event),
  ]);
}

function messageEvent(post: SandboxPost): Incoming {
  return {
    kind: "message",
    eventId: post.id,
    externalId: post.id,
    threadId: post.threadId,
    parentExternalId: post.parentId,
    author: authorOf(post),
    body: post.body,
    at: post.at,
    channel: post.channel,
    visibility: post.channel === "direct" ? "private" : "public",
  };
}

const authorOf = ({ author, authorName, byAccount }: SandboxPost): Author => ({
  externalId: author,
  handle: author,
  name: authorName,
  isAccount: byAccount,
});
