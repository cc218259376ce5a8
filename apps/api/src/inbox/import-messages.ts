import type { ActAs, LedgerRecord, Tx } from "../base/tx.ts";
import type { BrandSettings } from "../brand/brand.entity.ts";
import type { PreparedBatch, PreparedMessage, PreparedThread } from "./imported-thread.ts";
import { previewOf } from "./preview.ts";

export interface ImportBatch extends PreparedBatch {
  readonly brandId: string;
  /** The brand's accounts by handle. */
  readonly accounts: ReadonlyMap<string, string>;
  readonly platform: string;
  readonly settings: BrandSettings;
}

/** What a batch added; what was there already is not counted. */
export interface Imported {
  readonly messages: number;
  readonly conversations: number;
}

/** A thread of the batch as a conversation of Parley's. */
interface Stored {
  readonly id: string;
  readonly externalId: string;
  readonly customerId: string;
}

interface Done {
  readonly batch: ImportBatch;
  /** All threads of the batch by their platform's id. */
  readonly stored: ReadonlyMap<string, Stored>;
  /** Platform's ids of the messages that were not there before. */
  readonly added: ReadonlySet<string>;
  readonly created: number;
}

/** Take in messages with their threads in one act, one ledger event a conversation. Known messages change nothing. */
export async function importMessages(act: ActAs, batch: ImportBatch): Promise<Imported> {
  const { added, created } = await act<Done>({
    do: async (tx) => {
      await upsertCustomers(tx, batch);
      const created = new Set(await insertConversations(tx, batch));
      const stored = await storedThreads(tx, batch);
      const added = new Set(await insertMessages(tx, { batch, stored }));
      const grown = new Set(batch.messages.flatMap(({ id, threadId }) => (added.has(id) ? threadId : [])));
      const known = [...grown].flatMap((threadId) => stored.get(threadId)?.id ?? []);
      await refreshConversations(tx, {
        ids: known.filter((id) => !created.has(id)),
        settings: batch.settings,
      });
      return { batch, stored, added, created: created.size };
    },
    record: recordsOf,
  });
  return { messages: added.size, conversations: created };
}

function accountIdOf({ accounts }: ImportBatch, { account }: Pick<PreparedMessage, "account">): string {
  const id = accounts.get(account);
  if (!id) throw new Error(`the account ${account} was not connected before its messages`);
  return id;
}

async function upsertCustomers(tx: Tx, { brandId, platform, threads }: ImportBatch): Promise<void> {
  await tx.query(
    `INSERT INTO customer (brand_id, platform, external_id, handle)
     SELECT $1, $2, h, h FROM unnest($3::text[]) AS h ORDER BY h ON CONFLICT DO NOTHING`,
    [brandId, platform, [...new Set(threads.map(({ customer }) => customer))]],
  );
}

/** Give the ids of those that were not there. They get what their messages say; the others are counted anew later. */
async function insertConversations(tx: Tx, batch: ImportBatch): Promise<readonly string[]> {
  const column = <K extends keyof PreparedThread>(name: K) => batch.threads.map((thread) => thread[name]);
  const rows = await tx.query<{ id: string }[]>(
    `INSERT INTO conversation (brand_id, account_id, customer_id, external_id, channel, visibility, message_count,
       inbound_version, last_message_at, last_inbound_at, waiting_since, preview, language, state)
     SELECT $1, t.account_id, k.id, t.external_id, 'mention', 'public', t.n, t.inbound, t.last, t.last_inbound, t.waiting,
       t.preview, t.language, CASE WHEN t.waiting IS NULL THEN 'done' ELSE 'open' END
     FROM unnest($3::uuid[], $4::text[], $5::text[], $6::int[], $7::int[], $8::timestamptz[], $9::timestamptz[],
       $10::timestamptz[], $11::text[], $12::text[])
       AS t(account_id, external_id, handle, n, inbound, last, last_inbound, waiting, preview, language)
     JOIN customer k ON k.brand_id = $1 AND k.platform = $2 AND k.external_id = t.handle
     ORDER BY t.external_id ON CONFLICT DO NOTHING RETURNING id`,
    [
      batch.brandId,
      batch.platform,
      batch.threads.map((thread) => accountIdOf(batch, thread)),
      column("id"),
      column("customer"),
      column("count"),
      column("inbound"),
      column("last"),
      column("lastInbound"),
      column("waiting"),
      column("preview"),
      column("language"),
    ],
  );
  return rows.map(({ id }) => id);
}

async function storedThreads(tx: Tx, batch: ImportBatch): Promise<ReadonlyMap<string, Stored>> {
  const rows = await tx.query<Stored[]>(
    `SELECT c.id, c.external_id AS "externalId", c.customer_id AS "customerId"
     FROM unnest($1::uuid[], $2::text[]) AS t(account_id, external_id) JOIN conversation c USING (account_id, external_id)`,
    [batch.threads.map((thread) => accountIdOf(batch, thread)), batch.threads.map(({ id }) => id)],
  );
  return new Map(rows.map((row) => [row.externalId, row]));
}

/** Give the platform's ids of those that were not there. */
async function insertMessages(
  tx: Tx,
  { batch, stored }: Pick<Done, "batch" | "stored">,
): Promise<readonly string[]> {
  const column = <K extends keyof PreparedMessage>(name: K) => batch.messages.map((message) => message[name]);
  const rows = await tx.query<{ externalId: string }[]>(
    `INSERT INTO message (brand_id, conversation_id, account_id, external_id, parent_external_id, direction, author_handle,
       body, language, at, words)
     SELECT $1, t.conversation_id, t.account_id, t.external_id, t.parent,
       CASE WHEN t.by_brand THEN 'outbound' ELSE 'inbound' END, t.author, t.body, t.language, t.at, t.words::tsvector
     FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::bool[], $7::text[], $8::text[], $9::text[],
       $10::timestamptz[], $11::text[])
       AS t(conversation_id, account_id, external_id, parent, by_brand, author, body, language, at, words)
     ON CONFLICT DO NOTHING RETURNING external_id AS "externalId"`,
    [
      batch.brandId,
      batch.messages.map(({ threadId }) => stored.get(threadId)?.id),
      batch.messages.map((message) => accountIdOf(batch, message)),
      column("id"),
      column("parentId"),
      column("byBrand"),
      column("author"),
      column("body"),
      column("language"),
      column("at"),
      column("words"),
    ],
  );
  return rows.map(({ externalId }) => externalId);
}

/** Recount what the inbox shows of conversations, whatever order their messages came in. */
async function refreshConversations(
  tx: Tx,
  { ids, settings }: { readonly ids: readonly string[]; readonly settings: BrandSettings },
): Promise<void> {
  if (ids.length === 0) return;
  const rows = await tx.query<{ id: string; body: string }[]>(
    `SELECT DISTINCT ON (conversation_id) conversation_id AS id, body FROM message
     WHERE conversation_id = ANY ($1::uuid[]) ORDER BY conversation_id, at DESC, id DESC`,
    [ids],
  );
  await tx.query(
    `UPDATE conversation c SET message_count = s.n, last_message_at = s.last, last_inbound_at = s.last_inbound,
       waiting_since = s.waiting, inbound_version = s.inbound, language = coalesce(s.language, c.language), preview = p.preview,
       state = CASE WHEN s.waiting IS NULL THEN 'done' ELSE 'open' END
     FROM (SELECT m.conversation_id AS id, count(*)::int AS n, max(at) AS last,
             count(*) FILTER (WHERE direction = 'inbound')::int AS inbound,
             max(at) FILTER (WHERE direction = 'inbound') AS last_inbound,
             min(at) FILTER (WHERE direction = 'inbound' AND at > coalesce(o.last, '-infinity')) AS waiting,
             (array_agg(language ORDER BY at DESC) FILTER (WHERE language IS NOT NULL))[1] AS language
           FROM message m LEFT JOIN (
             SELECT conversation_id, max(at) AS last FROM message
             WHERE direction = 'outbound' AND conversation_id = ANY ($1::uuid[]) GROUP BY 1) o USING (conversation_id)
           WHERE m.conversation_id = ANY ($1::uuid[]) GROUP BY 1) s
     JOIN unnest($2::uuid[], $3::text[]) AS p(id, preview) USING (id)
     WHERE c.id = s.id`,
    [ids, rows.map(({ id }) => id), rows.map(({ body }) => previewOf(body, settings))],
  );
}

function recordsOf({ batch, stored, added }: Done): readonly LedgerRecord[] {
  const news = Map.groupBy(
    batch.messages.filter(({ id }) => added.has(id)),
    ({ threadId }) => threadId,
  );
  return [...news].flatMap(([threadId, messages]) => {
    const thread = stored.get(threadId);
    if (!thread) return [];
    return {
      action: "conversation.imported",
      brandId: batch.brandId,
      conversationId: thread.id,
      subjectId: thread.id,
      dataSubjectId: thread.customerId,
      payload: { messages: messages.map(({ id, author, body }) => ({ id, author, body })) },
      facts: { messages: messages.length },
    };
  });
}
