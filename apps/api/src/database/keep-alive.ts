import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { type Startable, stopServer, superuserUrl } from "./postmaster.ts";
import { type Say, SetupError } from "./setup-error.ts";

/** How a server is watched: `restart` brings it up again on its port. */
export interface Watch {
  readonly port: number;
  readonly say: Say;
  readonly restart: () => Promise<number>;
}

/** Every Parley process holds one connection of this name while it uses the cluster. */
const NAME = "parley-keeper";
/** The advisory lock of whoever leaves, so that of two that leave at once the second stops the server. */
const LEAVING = 7_275_391;
const LONGEST_WAIT_MS = 10_000;

/**
 * Hold a connection to the server for as long as this process uses it: when the connection ends by itself, the server has
 * died, and is brought back. The connection also tells other Parley processes on the same folder that the server is in use.
 */
export async function keepAlive(cluster: Startable, watch: Watch): Promise<{ stop: () => Promise<void> }> {
  let stopping = false;
  let recovering: Promise<void> = Promise.resolve();
  let held = await hold();

  async function hold(): Promise<Client> {
    const client = new Client({
      connectionString: superuserUrl(cluster.password, watch.port, "postgres"),
      application_name: NAME,
      keepAlive: true,
    });
    // Whatever ends the connection also emits `end`.
    client.on("error", () => undefined);
    await client.connect();
    client.once("end", () => {
      if (!stopping) recovering = recover();
    });
    return client;
  }

  async function recover(): Promise<void> {
    watch.say("database_gone", { port: watch.port });
    const began = performance.now();
    for (let wait = 100; !stopping; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
      const back = await restartAndHold();
      if (back) {
        watch.say("database_back", { port: watch.port, ms: Math.round(performance.now() - began) });
        return;
      }
      await sleep(wait);
    }
  }

  async function restartAndHold(): Promise<boolean> {
    try {
      await watch.restart();
      held = await hold();
      return true;
    } catch (error) {
      const reason = error instanceof SetupError ? String(error.details.reason ?? error.code) : String(error);
      watch.say("database_down_still", { port: watch.port, reason });
      return false;
    }
  }

  async function stop(): Promise<void> {
    stopping = true;
    await recovering;
    const others = await leave(held);
    if (others > 0) watch.say("database_left_running", { port: watch.port, others });
    else {
      await stopServer(cluster);
      watch.say("database_stopped", { port: watch.port });
    }
    await held.end().catch(() => undefined);
  }

  return { stop };
}

/** How many other processes use the server; this one counts as gone for those that ask later. */
async function leave(held: Client): Promise<number> {
  try {
    await held.query("SELECT pg_advisory_lock($1)", [LEAVING]);
    const { rows } = await held.query<{ others: number }>(
      "SELECT count(*)::int AS others FROM pg_stat_activity WHERE application_name = $1 AND pid <> pg_backend_pid()",
      [NAME],
    );
    return rows[0]?.others ?? 0;
  } catch {
    // The server is down already: nobody uses it.
    return 0;
  }
}
