import { setTimeout as sleep } from "node:timers/promises";
import type { DataSource } from "typeorm";
import { DomainError } from "../base/errors.ts";
import type { Log } from "../base/log.ts";
import { readAs } from "../base/read.ts";
import { receive } from "../inbox/receive.ts";
import { type Acting, actAs } from "../ledger/act.ts";
import { everywhere } from "../member/viewer-of.ts";
import type { Delivery } from "../outbox/deliver.ts";
import { workOutbox } from "../outbox/work-outbox.ts";
import type { Platform } from "../platform/platform.ts";

const IDLE_MS = 200;
const AFTER_FAULT_MS = 1000;
/** A try without an answer for so long counts as lost. */
const SEND_TIMEOUT_MS = 8000;

export interface WorkerOptions {
  readonly acting: Acting;
  readonly platforms: readonly Platform[];
  readonly log: Log;
  readonly identify: (text: string) => Promise<string | null>;
  readonly joints: Pick<Delivery, "mayLeave" | "settle" | "address">;
}

/** Take in what platforms have and deliver what is due, until stopped. Several may run on one database. */
export function startWorker(options: WorkerOptions): { readonly stop: () => Promise<void> } {
  const stopping = new AbortController();
  const loops = [
    ...options.platforms.map((platform) =>
      repeat(options.log, stopping.signal, () => pull(options, platform)),
    ),
    repeat(options.log, stopping.signal, () => deliver(options)),
  ];
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all(loops);
    },
  };
}

/** The one place that survives a fault: it is logged, and the work is tried again. */
async function repeat(log: Log, signal: AbortSignal, work: () => Promise<number>): Promise<void> {
  while (!signal.aborted) {
    let pause = 0;
    try {
      pause = (await work()) > 0 ? 0 : IDLE_MS;
    } catch (error) {
      log.error({ err: error }, "the worker met a fault and goes on");
      pause = AFTER_FAULT_MS;
    }
    if (pause > 0) await sleep(pause, undefined, { signal }).catch(() => undefined);
  }
}

async function pull({ acting, log, identify }: WorkerOptions, platform: Platform): Promise<number> {
  return platform.pull(async (accountExternalId, event) => {
    const act = actAs(acting, await everywhere(acting.db));
    const language = event.kind === "message" ? await identify(event.body) : null;
    await receive(act, { platform: platform.id, accountExternalId, event, language }).catch(
      (error: unknown) => {
        // An account that nobody connected: the event can never be taken in, so it must not hold up the others.
        if (!(error instanceof DomainError && error.code === "NOT_FOUND")) throw error;
        log.warn(
          { platform: platform.id, eventId: event.eventId },
          "an event for an unknown account was dropped",
        );
      },
    );
  });
}

async function deliver({ acting, platforms, joints }: WorkerOptions): Promise<number> {
  const viewer = await everywhere(acting.db);
  return workOutbox({
    db: acting.db,
    viewer,
    act: actAs(acting, viewer),
    platforms: new Map(platforms.map((platform) => [platform.id, platform])),
    timeout: SEND_TIMEOUT_MS,
    ...joints,
  });
}

/** How many replies have not reached their platform. */
export async function outboxWaiting(db: DataSource): Promise<number> {
  const [row] = await readAs(db, await everywhere(db), (manager) =>
    manager.query<{ n: number }[]>("SELECT count(*)::int AS n FROM outbox_item WHERE finished_at IS NULL"),
  );
  return row?.n ?? 0;
}
