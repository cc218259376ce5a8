import { hash } from "node:crypto";
import type { ActAs, LedgerRecord, Tx } from "../base/tx.ts";
import type { BrandSettings } from "../brand/brand.entity.ts";
import type { ImportedMessage } from "./imported-thread.ts";
import { previewOf } from "./preview.ts";
import { summarize } from "./thread-summary.ts";
import { wordsOf } from "./words.ts";

export interface ImportBatch {
  readonly brandId: string;
  /** The brand's accounts by handle. */
  readonly accounts: ReadonlyMap<string, string>;
  readonly platform: string;
  readonly messages: readonly ImportedMessage[];
  readonly languageOf: (text: string) => string | null;
  readonly settings: BrandSettings;
}

/** What a batch added; what was there already is not counted. */
export interface Imported {
  readonly messages: number;
  readonly conversations: number;
}

interface Added {
  readonly conversationId: string;
  readonly customerId: string;
  readonly externalId: string;
}

interface Done {
  readonly batch: ImportBatch;
  readonly added: readonly Added[];
  /** Conversations that were not there before. */
  readonly created: ReadonlySet<string>;
}

interface Given {
  readonly batch: ImportBatch;
  /** The messages by the platform's id of their thread. */
  readonly threads: ReadonlyMap<string, readonly ImportedMessage[]>;
  /** The customer of each thread: who wrote its first inbound message. */
  readonly customers: ReadonlyMap<string, string>;
}

/** Take in messages with their threads in one act, one ledger event a conversation. Known messages change nothing. */
export async function importMessages(act: ActAs, batch: ImportBatch): Promise<Imported> {
  const threads = Map.groupBy(batch.messages, ({ account, threadId }) => importedId(account, threadId));
  const { added, created } = await act<Done>({
    do: async (tx) => {
      const given = { batch, threads, customers: customersOf(threads) };
      await upsertCustomers(tx, given);
      const created = new Set(await insertConversations(tx, given));
      const added = await insertMessages(tx, batch);
      const known = added.map(({ conversationId }) => conversationId).filter((id) => !created.has(id));
      if (known.length > 0) await refreshConversations(tx, [...new Set(known)], batch.settings);
      return { batch, added, created };
    },
    record: recordsOf,
  });
  return { messages: added.length, conversations: created.size };
}

/** An id of the file as the platform's id: the same for every import, and a UUID as the sandbox's own are. */
export function importedId(account: string, id: string): string {
  const hex = hash("sha256", `${account}\0${id}`);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function accountIdOf({ accounts }: ImportBatch, message: ImportedMessage | undefined): string {
  const id = accounts.get(message?.account ?? "");
  if (!id) throw new Error(`the account ${message?.account} was not connected before its messages`);
  return id;
}

const customersOf = (threads: Given["threads"]): Given["customers"] =>
  new Map(
    [...threads].map(([thread, messages]) => [
      thread,
      messages.find(({ byBrand }) => !byBrand)?.author ?? NOBODY,
    ]),
  );

/** A thread that begins with the brand's own words still needs somebody to talk to. */
const NOBODY = "unknown";

async function upsertCustomers(tx: Tx, { batch, customers }: Given): Promise<void> {
  await tx.query(
    `INSERT INTO customer (brand_id, platform, external_id, handle)
     SELECT $1, $2, h, h FROM unnest($3::text[]) AS h ORDER BY h ON CONFLICT DO NOTHING`,
    [batch.brandId, batch.platform, [...new Set(customers.values())]],
  );
}

/** Give the ids of those that were not there. They get what their messages say; the others are counted anew later. */
async function insertConversations(tx: Tx, { batch, threads, customers }: Given): Promise<readonly string[]> {
  const list = [...threads].map(([externalId, messages]) => ({
    externalId,
    accountId: accountIdOf(batch, messages[0]),
    customer: customers.get(externalId),
    language: messages.findLast(({ byBrand }) => !byBrand)?.body,
    ...summarize(messages),
  }));
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
      list.map(({ accountId }) => accountId),
      list.map(({ externalId }) => externalId),
      list.map(({ customer }) => customer),
      list.map(({ count }) => count),
      list.map(({ inbound }) => inbound),
      list.map(({ last }) => last),
      list.map(({ lastInbound }) => lastInbound),
      list.map(({ waiting }) => waiting),
      list.map(({ newest }) => previewOf(newest, batch.settings)),
      list.map(({ language }) => (language ? batch.languageOf(language) : null)),
    ],
  );
  return rows.map(({ id }) => id);
}

async function insertMessages(tx: Tx, batch: ImportBatch): Promise<readonly Added[]> {
  const { messages } = batch;
  return tx.query<Added[]>(
    `WITH given AS (
       SELECT * FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::bool[], $7::text[], $8::text[], $9::text[], $10::timestamptz[], $11::text[])
         AS t(account_id, thread, external_id, parent, by_brand, author, body, language, at, words)),
     added AS (
       INSERT INTO message (brand_id, conversation_id, account_id, external_id, parent_external_id, direction, author_handle,
         body, language, at, words)
       SELECT $1, c.id, g.account_id, g.external_id, g.parent, CASE WHEN g.by_brand THEN 'outbound' ELSE 'inbound' END,
         g.author, g.body, g.language, g.at, g.words::tsvector
       FROM given g JOIN conversation c ON c.account_id = g.account_id AND c.external_id = g.thread
       ON CONFLICT DO NOTHING RETURNING conversation_id, external_id)
     SELECT a.conversation_id AS "conversationId", a.external_id AS "externalId", c.customer_id AS "customerId"
     FROM added a JOIN conversation c ON c.id = a.conversation_id`,
    [
      batch.brandId,
      messages.map((message) => accountIdOf(batch, message)),
      messages.map(({ account, threadId }) => importedId(account, threadId)),
      messages.map(({ account, id }) => importedId(account, id)),
      messages.map(({ account, parentId }) => (parentId ? importedId(account, parentId) : null)),
      messages.map(({ byBrand }) => byBrand),
      messages.map(({ author }) => author),
      messages.map(({ body }) => body.toWellFormed().replaceAll("\0", "")),
      messages.map(({ body, byBrand }) => (byBrand ? null : batch.languageOf(body))),
      messages.map(({ at }) => at),
      messages.map(({ body }) => wordsOf(body)),
    ],
  );
}

/** Recount what the inbox shows of conversations, whatever order their messages came in. */
async function refreshConversations(tx: Tx, ids: readonly string[], settings: BrandSettings): Promise<void> {
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

function recordsOf({ batch, added }: Done): readonly LedgerRecord[] {
  const bodies = new Map(batch.messages.map((message) => [importedId(message.account, message.id), message]));
  return [...Map.groupBy(added, ({ conversationId }) => conversationId)].map(([conversationId, rows]) => ({
    action: "conversation.imported",
    brandId: batch.brandId,
    conversationId,
    subjectId: conversationId,
    dataSubjectId: rows[0]?.customerId ?? batch.brandId,
    payload: {
      messages: rows.map(({ externalId }) => {
        const message = bodies.get(externalId);
        return { id: externalId, author: message?.author ?? "", body: message?.body.toWellFormed() ?? "" };
      }),
    },
    facts: { messages: rows.length },
  }));
}
