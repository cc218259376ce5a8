import "reflect-metadata";
import { createLog } from "../base/log.ts";
import { openDatabase } from "../database/open-database.ts";
import type { Acting } from "../ledger/act.ts";
import { startChangeBus } from "./change-bus.ts";
import { parseConfig } from "./config.ts";
import { connect } from "./data-source.ts";
import { migrate } from "./migrate.ts";
import type { SayAnything } from "./start.ts";
import { workspaceKey } from "./workspace-key.ts";

/** An installation as a command sees it, beside a running server or without one. */
export interface Workspace {
  readonly acting: Acting;
  /** Reads the whole ledger and nothing else. */
  readonly ledgerUrl: string;
  readonly close: () => Promise<void>;
}

/** Open the installation that the environment describes. Its running server hears of what a command changes. */
export async function openWorkspace(say: SayAnything): Promise<Workspace> {
  const config = parseConfig();
  const database = await openDatabase(config.database, say);
  const stop = stopBeforeSignals(database.stop);
  try {
    await migrate(database.ownerUrl);
    const db = await connect(database.appUrl, 4);
    const changes = await startChangeBus(database.appUrl, createLog("silent"));
    const key = await workspaceKey(config.data, config.workspaceKey ?? undefined);
    return {
      acting: { db, workspaceKey: key, publish: changes.publish, now: () => new Date() },
      ledgerUrl: database.ledgerUrl,
      close: async () => {
        await changes.stop();
        await db.destroy();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * An interrupted command stops the server that it started, and only then ends as the signal would have ended it. Gives the stop
 * for a command that comes to its end.
 */
function stopBeforeSignals(stop: () => Promise<void>): () => Promise<void> {
  let stopping: Promise<void> | undefined;
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  const endBy = (signal: NodeJS.Signals) => {
    stopping ??= stop().finally(() => {
      for (const one of signals) process.removeAllListeners(one);
      process.kill(process.pid, signal);
    });
  };
  for (const signal of signals) process.on(signal, endBy);
  return () => {
    stopping ??= stop().finally(() => {
      for (const signal of signals) process.removeListener(signal, endBy);
    });
    return stopping;
  };
}
