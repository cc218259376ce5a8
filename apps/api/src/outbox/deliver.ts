import type { DataSource } from "typeorm";
import type { Change } from "../base/change.ts";
import { readAs } from "../base/read.ts";
import type { ActAs, LedgerRecord, Tx } from "../base/tx.ts";
import type { Viewer } from "../base/viewer.ts";
import { Account } from "../brand/account.entity.ts";
import type { Arrived, Outgoing, Sends } from "../platform/platform.ts";
import { backoff, MOST_ATTEMPTS } from "./backoff.ts";
import { Attempt, type DeliveryState, OutboxItem } from "./outbox-item.entity.ts";

/** What the worker needs; `mayLeave` and `settle` join a delivery with the draft and conversation it belongs to. */
export interface Delivery {
  readonly db: DataSource;
  readonly act: ActAs;
  readonly viewer: Viewer;
  readonly platforms: ReadonlyMap<string, Sends>;
  /** Why a reply must not leave any more, as a code; null when it may. Asked right before each try. */
  readonly mayLeave: (tx: Tx, item: OutboxItem) => Promise<string | null>;
  /** Carry the outcome over to the draft and the conversation. */
  readonly settle: (tx: Tx, item: OutboxItem, arrived: Arrived | null) => Promise<void>;
  /** The thread and customer a reply goes to. */
  readonly address: (tx: Tx, item: OutboxItem) => Promise<{ threadId: string; customerExternalId: string }>;
  /** A try without an answer for so long counts as lost, in milliseconds. */
  readonly timeout: number;
}

/** The newest attempt decides: after an open or unknown one nothing is sent before it is known what happened. */
export async function deliverItem(delivery: Delivery, itemId: string): Promise<void> {
  const { item, newest } = await state(delivery, itemId);
  if (!item || item.finishedAt || item.runAt.getTime() > Date.now()) return;
  if (!newest || newest.outcome === "not_done") return attempt(delivery, item, newest);
  return resolve(delivery, item, newest);
}

async function state({ db, viewer }: Delivery, itemId: string) {
  return readAs(db, viewer, async (manager) => ({
    item: await manager.findOneBy(OutboxItem, { id: itemId }),
    newest: await manager.findOne(Attempt, { where: { outboxItemId: itemId }, order: { n: "DESC" } }),
  }));
}

/** Commit that a try begins, try, and commit what came of it. */
async function attempt(delivery: Delivery, item: OutboxItem, before: Attempt | null): Promise<void> {
  const n = (before?.n ?? 0) + 1;
  if (n > MOST_ATTEMPTS)
    return finish(delivery, item, { state: "needs_person", reason: "too_many_attempts" });
  const begun = await begin(delivery, item, n);
  if (begun.kind === "void") return;
  const { platform, reply } = begun;
  const result = await platform.send(reply, AbortSignal.timeout(delivery.timeout)).then(
    (value) => value,
    // Whatever broke after the try began, the reply may have arrived.
    (error: unknown) => ({ kind: "unknown" as const, reason: error instanceof Error ? error.name : "error" }),
  );
  if (result.kind === "ok") return finish(delivery, item, { state: "sent", n, arrived: result });
  if (result.kind === "unknown") {
    const wait = delivery.timeout + platform.visibilityLag;
    return note(delivery, item, {
      n,
      outcome: "unknown",
      state: "unknown",
      detail: result.reason,
      wait: Math.min(wait, 2000),
    });
  }
  if (result.permanent) return finish(delivery, item, { state: "failed", n, reason: result.reason });
  const wait = Math.max(backoff(n), (result.retryAfter?.getTime() ?? 0) - Date.now());
  return note(delivery, item, { n, outcome: "not_done", state: "queued", detail: result.reason, wait });
}

type Begun =
  | { readonly kind: "void" }
  | { readonly kind: "go"; readonly platform: Sends; readonly reply: Outgoing };

function begin(delivery: Delivery, item: OutboxItem, n: number): Promise<Begun> {
  return delivery.act<Begun & { reason?: string }>({
    do: async (tx) => {
      const current = await tx.findOneOrFail(OutboxItem, {
        where: { id: item.id },
        lock: { mode: "for_no_key_update" },
      });
      if (current.finishedAt) return { kind: "void" };
      const reason = await delivery.mayLeave(tx, current);
      if (reason) {
        const values = { state: "void" as const, reason, finishedAt: new Date() };
        await tx.update(OutboxItem, { id: item.id }, values);
        await delivery.settle(tx, { ...current, ...values }, null);
        return { kind: "void", reason };
      }
      await tx.insert(Attempt, { brandId: item.brandId, outboxItemId: item.id, n });
      await tx.update(OutboxItem, { id: item.id }, { state: "sending" });
      return { kind: "go", ...(await addressed(delivery, tx, current)) };
    },
    record: (begun) => {
      if (begun.kind === "go") return event(item, "reply.attempt_started", { n });
      return begun.reason ? event(item, "reply.held_back", { reason: begun.reason }) : [];
    },
    changes: () => [changeOf(item)],
  });
}

async function addressed(
  delivery: Delivery,
  tx: Tx,
  item: OutboxItem,
): Promise<{ platform: Sends; reply: Outgoing }> {
  const account = await tx.findOneByOrFail(Account, { id: item.accountId });
  const platform = delivery.platforms.get(account.platform);
  if (!platform) throw new Error(`no platform ${account.platform}: add it to app/platforms.ts`);
  const others = await tx.query<{ id: string }[]>(
    "SELECT external_id AS id FROM outbox_item WHERE conversation_id = $1 AND external_id IS NOT NULL AND id <> $2",
    [item.conversationId, item.id],
  );
  const reply: Outgoing = {
    account: { externalId: account.externalId, handle: account.handle, name: account.name },
    ...(await delivery.address(tx, item)),
    parentExternalId: item.replyToExternalId,
    visibility: item.visibility as Outgoing["visibility"],
    body: item.body,
    key: item.id,
    notBefore: item.createdAt,
    otherExternalIds: others.map(({ id }) => id),
  };
  return { platform, reply };
}

/** Find out what became of a try whose answer was lost, by what the platform allows. */
async function resolve(delivery: Delivery, item: OutboxItem, newest: Attempt): Promise<void> {
  const { platform, reply } = await delivery.act<{ platform: Sends; reply: Outgoing }>({
    do: (tx) => addressed(delivery, tx, item),
    record: () => [],
  });
  // The same key again has no second effect, so trying is finding out.
  if (platform.delivery === "key") return attempt(delivery, item, newest);
  if (platform.delivery === "blind")
    return finish(delivery, item, { state: "needs_person", reason: "answer_lost" });
  const visible = newest.startedAt.getTime() + delivery.timeout + platform.visibilityLag;
  if (Date.now() < visible) return postpone(delivery, item, visible - Date.now());
  const found = await platform.find(reply, AbortSignal.timeout(delivery.timeout)).then(
    (value) => value,
    (error: unknown) => ({
      kind: "cannot_tell" as const,
      reason: error instanceof Error ? error.name : "error",
    }),
  );
  if (found.kind === "found") return finish(delivery, item, { state: "sent", n: newest.n, arrived: found });
  if (found.kind === "cannot_tell") return postpone(delivery, item, backoff(newest.n + 1));
  return note(delivery, item, {
    n: newest.n,
    outcome: "not_done",
    state: "queued",
    detail: "not_on_platform",
    wait: 0,
  });
}

interface Noted {
  readonly n: number;
  readonly outcome: "unknown" | "not_done";
  readonly state: DeliveryState;
  readonly detail: string;
  /** Milliseconds to the next look. */
  readonly wait: number;
}

async function note(
  delivery: Delivery,
  item: OutboxItem,
  { n, outcome, state, detail, wait }: Noted,
): Promise<void> {
  await delivery.act({
    do: async (tx) => {
      await tx.update(Attempt, { outboxItemId: item.id, n }, { outcome, detail, finishedAt: new Date() });
      await tx.update(
        OutboxItem,
        { id: item.id },
        { state, reason: detail, runAt: new Date(Date.now() + wait) },
      );
    },
    record: () => event(item, "reply.attempt_ended", { n, outcome, detail }),
    changes: () => [changeOf(item)],
  });
}

/** Look again later. Nothing is known that was not known before, so nothing is recorded. */
async function postpone(delivery: Delivery, item: OutboxItem, wait: number): Promise<void> {
  await delivery.act({
    do: (tx) =>
      tx.update(OutboxItem, { id: item.id }, { state: "unknown", runAt: new Date(Date.now() + wait) }),
    record: () => [],
    changes: () => (item.state === "unknown" ? [] : [changeOf(item)]),
  });
}

interface Finish {
  readonly state: "sent" | "failed" | "needs_person";
  /** The attempt this ends, when it does not already say so. */
  readonly n?: number;
  readonly arrived?: Arrived;
  readonly reason?: string;
}

async function finish(
  delivery: Delivery,
  item: OutboxItem,
  { state, n, arrived, reason }: Finish,
): Promise<void> {
  const finishedAt = new Date();
  await delivery.act({
    do: async (tx) => {
      const outcome = state === "sent" ? ("ok" as const) : ("not_done" as const);
      if (n)
        await tx.update(Attempt, { outboxItemId: item.id, n }, { outcome, finishedAt, detail: reason ?? "" });
      const values = {
        state,
        finishedAt,
        reason: reason ?? null,
        externalId: arrived?.externalId ?? item.externalId,
      };
      await tx.update(OutboxItem, { id: item.id }, values);
      await delivery.settle(tx, { ...item, ...values }, arrived ?? null);
    },
    record: () => event(item, `reply.${state}`, { ...(n ? { n } : {}), ...(reason ? { reason } : {}) }),
    changes: () => [changeOf(item)],
  });
}

const changeOf = ({ id, brandId, conversationId }: OutboxItem): Change => ({
  kind: "outbox",
  id,
  brandId,
  conversationId,
});

const event = (item: OutboxItem, action: string, facts: LedgerRecord["facts"]): LedgerRecord => ({
  action,
  brandId: item.brandId,
  conversationId: item.conversationId,
  subjectId: item.id,
  facts: { ...facts, revision_sha256: item.revisionHash.toString("hex") },
});
