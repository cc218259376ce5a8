import type { Sql } from "./posts.ts";

/** A post that was written elsewhere and goes on living on the sandbox. */
export interface AdoptedPost {
  readonly id: string;
  readonly threadId: string;
  readonly account: string;
  readonly author: string;
  readonly byAccount: boolean;
  readonly body: string;
  readonly at: Date;
}

/** Put imported posts on the sandbox, so that one can answer them there. Announces nothing: they are known already. */
export async function adoptPosts(sql: Sql, posts: readonly AdoptedPost[]): Promise<void> {
  await sql.query(
    `INSERT INTO sandbox.post (id, thread_id, account, author, by_account, channel, body, at)
     SELECT id, thread_id, account, author, by_account, 'mention', body, at
     FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::bool[], $6::text[], $7::timestamptz[])
       AS t(id, thread_id, account, author, by_account, body, at)
     ON CONFLICT DO NOTHING`,
    [
      posts.map(({ id }) => id),
      posts.map(({ threadId }) => threadId),
      posts.map(({ account }) => account),
      posts.map(({ author }) => author),
      posts.map(({ byAccount }) => byAccount),
      posts.map(({ body }) => body),
      posts.map(({ at }) => at),
    ],
  );
}
