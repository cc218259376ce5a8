import type { Change } from "../base/change.ts";
import { DomainError } from "../base/errors.ts";
import type { ActAs, LedgerRecord, Tx } from "../base/tx.ts";
import { Account } from "../brand/account.entity.ts";
import { Brand, type BrandSettings } from "../brand/brand.entity.ts";
import type { Incoming } from "../platform/platform.ts";
import { Conversation } from "./conversation.entity.ts";
import { type Customer, Message } from "./message.entity.ts";
import { previewOf } from "./preview.ts";
import { wordsOf } from "./words.ts";

type NewMessage = Extract<Incoming, { kind: "message" }>;

export interface Received {
  readonly platform: string;
  readonly accountExternalId: string;
  readonly event: Incoming;
  /** The language of the text as a BCP 47 tag, when it could be told. */
  readonly language: string | null;
}

interface Effect {
  readonly record: LedgerRecord;
  readonly conversationId: string;
}

/** Take in what happened on a platform, once: a second delivery of the same event changes nothing. */
export function receive(act: ActAs, received: Received): Promise<Effect | null> {
  return act({
    do: async (tx) => {
      const account = await tx.findOneBy(Account, {
        platform: received.platform,
        externalId: received.accountExternalId,
      });
      if (!account) throw new DomainError("NOT_FOUND", { account: received.accountExternalId });
      if (!(await storedFirst(tx, account, received.event))) return null;
      const { event, language } = received;
      if (event.kind !== "message") return change(tx, account, event);
      return event.author.isAccount
        ? confirmOwn(tx, account, event)
        : add(tx, account, { ...event, language });
    },
    record: (effect) => (effect ? effect.record : []),
    changes: (effect) => (effect ? [changeOf(effect)] : []),
  });
}

async function settingsOf(tx: Tx, { brandId }: { readonly brandId: string }): Promise<BrandSettings> {
  return (await tx.findOneByOrFail(Brand, { id: brandId })).settings;
}

const changeOf = ({ record, conversationId }: Effect): Change => ({
  kind: "conversation",
  id: conversationId,
  brandId: record.brandId,
  conversationId,
});

/** Keep the raw event; false when it was kept before. */
async function storedFirst(tx: Tx, account: Account, event: Incoming): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    `INSERT INTO raw_event (brand_id, account_id, external_id, payload) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING RETURNING id`,
    [account.brandId, account.id, event.eventId, JSON.stringify(event)],
  );
  return rows.length > 0;
}

async function add(
  tx: Tx,
  account: Account,
  event: NewMessage & { language: string | null },
): Promise<Effect | null> {
  if (await tx.existsBy(Message, { accountId: account.id, externalId: event.externalId })) return null;
  const customer = await customerOf(tx, account, event);
  const conversation = await conversationOf(tx, account, { event, customerId: customer.id });
  const message = await tx.save(Message, {
    brandId: account.brandId,
    conversationId: conversation.id,
    accountId: account.id,
    externalId: event.externalId,
    parentExternalId: event.parentExternalId,
    direction: "inbound" as const,
    authorHandle: event.author.handle,
    body: event.body,
    words: wordsOf(event.body),
    language: event.language,
    at: event.at,
  });
  await tx.query(
    `UPDATE conversation SET message_count = message_count + 1, last_message_at = greatest(last_message_at, $2),
       last_inbound_at = greatest(coalesce(last_inbound_at, $2), $2), waiting_since = coalesce(waiting_since, $2),
       inbound_version = inbound_version + 1, preview = $3, language = coalesce($4, language),
       state = 'open', snoozed_until = NULL, unanswered_reason = NULL
     WHERE id = $1`,
    [conversation.id, event.at, previewOf(event.body, await settingsOf(tx, account)), event.language],
  );
  return {
    conversationId: conversation.id,
    record: {
      action: "message.received",
      brandId: account.brandId,
      conversationId: conversation.id,
      subjectId: message.id,
      dataSubjectId: customer.id,
      payload: { body: event.body, author: event.author.handle },
      facts: {
        channel: event.channel,
        visibility: event.visibility,
        at: event.at.toISOString(),
        language: event.language,
      },
    },
  };
}

async function customerOf(tx: Tx, account: Account, { author }: NewMessage): Promise<Pick<Customer, "id">> {
  const [customer] = await tx.query<{ id: string }[]>(
    `INSERT INTO customer (brand_id, platform, external_id, handle, name) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (brand_id, platform, external_id)
       DO UPDATE SET handle = excluded.handle, name = coalesce(excluded.name, customer.name)
     RETURNING id`,
    [account.brandId, account.platform, author.externalId, author.handle, author.name],
  );
  if (!customer) throw new Error("the customer was not stored");
  return customer;
}

async function conversationOf(
  tx: Tx,
  account: Account,
  { event, customerId }: { event: NewMessage; customerId: string },
): Promise<Pick<Conversation, "id">> {
  const [conversation] = await tx.query<{ id: string }[]>(
    `INSERT INTO conversation (brand_id, account_id, customer_id, external_id, channel, visibility, last_message_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (account_id, external_id) DO UPDATE SET external_id = excluded.external_id RETURNING id`,
    [account.brandId, account.id, customerId, event.threadId, event.channel, event.visibility, event.at],
  );
  if (!conversation) throw new Error("the conversation was not stored");
  return conversation;
}

/** The platform shows the brand's own message. The outbox knows ours; one written elsewhere joins the thread. */
async function confirmOwn(tx: Tx, account: Account, event: NewMessage): Promise<Effect | null> {
  if (await tx.existsBy(Message, { accountId: account.id, externalId: event.externalId })) return null;
  const conversation = await tx.findOneBy(Conversation, {
    accountId: account.id,
    externalId: event.threadId,
  });
  if (!conversation) return null;
  const ours = await tx.query<unknown[]>(
    "SELECT 1 FROM outbox_item WHERE conversation_id = $1 AND (external_id = $2 OR state IN ('sending', 'unknown'))",
    [conversation.id, event.externalId],
  );
  if (ours.length > 0) return null;
  return addOutbound(tx, conversation, event);
}

async function addOutbound(tx: Tx, conversation: Conversation, event: NewMessage): Promise<Effect> {
  const { id } = await tx.save(Message, {
    brandId: conversation.brandId,
    conversationId: conversation.id,
    accountId: conversation.accountId,
    externalId: event.externalId,
    parentExternalId: event.parentExternalId,
    direction: "outbound" as const,
    authorHandle: event.author.handle,
    body: event.body,
    words: wordsOf(event.body),
    at: event.at,
  });
  await tx.query(
    `UPDATE conversation SET message_count = message_count + 1, last_message_at = greatest(last_message_at, $2),
       preview = $3, waiting_since = NULL WHERE id = $1`,
    [conversation.id, event.at, previewOf(event.body, await settingsOf(tx, conversation))],
  );
  return {
    conversationId: conversation.id,
    record: {
      action: "message.seen_elsewhere",
      brandId: conversation.brandId,
      conversationId: conversation.id,
      subjectId: id,
      dataSubjectId: conversation.customerId,
      payload: { body: event.body },
    },
  };
}

/** The author edited or deleted a message. A deleted text is gone from the screen and from the database. */
async function change(
  tx: Tx,
  account: Account,
  event: Exclude<Incoming, { kind: "message" }>,
): Promise<Effect | null> {
  const message = await tx.findOneBy(Message, { accountId: account.id, externalId: event.externalId });
  if (!message) return null;
  const conversation = await tx.findOneByOrFail(Conversation, { id: message.conversationId });
  const body = event.kind === "edited" ? event.body : "";
  const stamp = event.kind === "edited" ? { editedAt: event.at } : { deletedAt: event.at };
  await tx.update(Message, { id: message.id }, { body, words: wordsOf(body), ...stamp });
  await tx.query(
    `UPDATE conversation c SET inbound_version = inbound_version + 1, preview = coalesce(
       (SELECT $3 FROM message m WHERE m.id = $2 AND NOT EXISTS (
          SELECT 1 FROM message n WHERE n.conversation_id = c.id AND (n.at, n.id) > (m.at, m.id))), preview)
     WHERE id = $1`,
    [conversation.id, message.id, previewOf(body, await settingsOf(tx, conversation))],
  );
  return {
    conversationId: conversation.id,
    record: {
      action: event.kind === "edited" ? "message.edited" : "message.deleted",
      brandId: account.brandId,
      conversationId: conversation.id,
      subjectId: message.id,
      dataSubjectId: conversation.customerId,
      ...(event.kind === "edited" ? { payload: { body } } : {}),
      facts: { at: event.at.toISOString() },
    },
  };
}
