import type { DataSource, QueryRunner } from "typeorm";
import { readAs } from "../base/read.ts";
import type { Viewer } from "../base/viewer.ts";
import { type Delivery, deliverItem } from "./deliver.ts";

interface Due {
  readonly id: string;
  readonly conversationId: string;
}

/** Deliver what is due, one reply of a conversation at a time and in order. Gives how many were worked on. */
export async function workOutbox(delivery: Delivery): Promise<number> {
  const due = await dueItems(delivery.db, delivery.viewer);
  if (due.length === 0) return 0;
  const lock = delivery.db.createQueryRunner();
  await lock.connect();
  try {
    let worked = 0;
    for (const item of due)
      worked += (await withLock(lock, item, () => deliverItem(delivery, item.id))) ? 1 : 0;
    return worked;
  } finally {
    await lock.release();
  }
}

/** The first unfinished reply of each conversation, when its time has come. */
function dueItems(db: DataSource, viewer: Viewer): Promise<Due[]> {
  return readAs(db, viewer, (manager) =>
    manager.query<Due[]>(
      `SELECT id, conversation_id AS "conversationId" FROM outbox_item o
       WHERE finished_at IS NULL AND run_at <= now() AND NOT EXISTS (
         SELECT 1 FROM outbox_item e WHERE e.conversation_id = o.conversation_id AND e.seq < o.seq AND e.finished_at IS NULL)
       ORDER BY run_at LIMIT 20`,
    ),
  );
}

/**
 * A lock of the connection, not a lease: kill -9 frees it at once, and a stalled worker keeps it, so that there is never a
 * second sender for a conversation.
 */
async function withLock(
  lock: QueryRunner,
  { conversationId }: Due,
  work: () => Promise<void>,
): Promise<boolean> {
  const [row] = await lock.manager.query<{ held: boolean }[]>(
    "SELECT pg_try_advisory_lock(hashtextextended('outbox ' || $1, 0)) AS held",
    [conversationId],
  );
  if (!row?.held) return false;
  try {
    await work();
  } finally {
    await lock.manager.query("SELECT pg_advisory_unlock(hashtextextended('outbox ' || $1, 0))", [
      conversationId,
    ]);
  }
  return true;
}
