import { setInterval } from "node:timers";
import { Client } from "pg";
import type { Change, ChangeBus } from "../base/change.ts";
import type { Log } from "../base/log.ts";

const CHANNEL = "parley_changes";
/** Changes are told to other processes once a batch: a NOTIFY in each transaction would make them queue. */
const BATCH_MS = 100;
/** PostgreSQL takes 8,000 bytes. What does not fit is only a lost hint: clients fetch again when they reconnect. */
const LARGEST_NOTE = 7900;

export interface RunningBus extends ChangeBus {
  readonly stop: () => Promise<void>;
}

/** Tell listeners of this process at once, and those of other processes on the same database in batches. */
export async function startChangeBus(appUrl: string, log: Log): Promise<RunningBus> {
  const listeners = new Set<(change: Change) => void>();
  const tell = (changes: readonly Change[]) => {
    for (const change of changes) for (const listener of listeners) listener(change);
  };
  const origin = crypto.randomUUID();
  const link = await linkTo(appUrl, { origin, tell, log });
  let waiting: Change[] = [];
  const timer = setInterval(() => {
    const batch = waiting;
    waiting = [];
    if (batch.length > 0) link.send(batch);
  }, BATCH_MS);
  timer.unref();
  return {
    publish: (changes) => {
      tell(changes);
      waiting.push(...changes);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: async () => {
      clearInterval(timer);
      await link.stop();
    },
  };
}

interface Linked {
  readonly origin: string;
  readonly tell: (changes: readonly Change[]) => void;
  readonly log: Log;
}

/** One connection that listens and notifies, made again when the database goes away. */
async function linkTo(url: string, { origin, tell, log }: Linked) {
  let client: Client | null = null;
  let stopped = false;
  const open = async (): Promise<void> => {
    const fresh = new Client({ connectionString: url });
    fresh.on("notification", ({ payload }) => {
      const note = JSON.parse(payload ?? "{}") as { origin: string; changes: Change[] };
      if (note.origin !== origin) tell(note.changes);
    });
    fresh.on("error", () => undefined);
    await fresh.connect();
    await fresh.query(`LISTEN ${CHANNEL}`);
    client = fresh;
    // Only now: a connection that fails to open ends, too, and each failure must lead to one new try, not to two.
    fresh.on("end", () => {
      client = null;
      if (!stopped) setTimeout(() => void reopen(), 1000).unref();
    });
  };
  const reopen = (): Promise<void> =>
    open().then(
      () => log.info("change bus reconnected"),
      () => void setTimeout(() => void reopen(), 1000).unref(),
    );
  await open();
  return {
    send: (changes: readonly Change[]) => {
      const note = JSON.stringify({ origin, changes });
      if (note.length > LARGEST_NOTE || !client) return;
      client.query("SELECT pg_notify($1, $2)", [CHANNEL, note]).catch(() => log.warn("change note not sent"));
    },
    stop: async () => {
      stopped = true;
      await client?.end();
    },
  };
}
