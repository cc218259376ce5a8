import { setTimeout as sleep } from "node:timers/promises";
import { clusterFolder, clusterHome, makeDataFolder, mayEnter, reachableBinaries } from "./cluster-folder.ts";
import { findBinaries } from "./find-binaries.ts";
import { ensureCluster } from "./init-cluster.ts";
import { keepAlive } from "./keep-alive.ts";
import {
  findServer,
  freePort,
  readPassword,
  type Startable,
  startServer,
  superuserUrl,
} from "./postmaster.ts";
import { type Say, SetupError } from "./setup-error.ts";
import { clusterUser } from "./system-user.ts";

/** Where Parley's data lies, and which PostgreSQL to use instead of npm's. */
export interface ClusterOptions {
  readonly folder: string;
  readonly say: Say;
  readonly bin?: string | undefined;
}

/** A PostgreSQL of Parley's own. It is brought back when it dies, on the same port, until `stop`. */
export interface Cluster {
  readonly port: number;
  readonly superuserUrl: (database: string) => string;
  /** Stop the server, unless another Parley process uses it too. */
  readonly stop: () => Promise<void>;
}

const ATTEMPTS = 40;
/** For a fault that does not look like one that passes by itself. */
const ATTEMPTS_AT_A_LASTING_FAULT = 3;
const PASSING = /shared memory|lock file|could not bind|Is another postmaster/;
const BETWEEN_ATTEMPTS_MS = 250;
const BETWEEN_NEWS_MS = 10_000;

/** Start the cluster in Parley's data folder, or take over the one that runs there; the first time, create it. */
export async function startCluster({ folder, say, bin }: ClusterOptions): Promise<Cluster> {
  const cluster = await prepareFolder({ folder, say, bin });
  const began = performance.now();
  const found = await findServer(cluster);
  const port = found.kind === "running" ? found.port : await bringUp(cluster, say);
  if (found.kind === "running") say("database_adopted", { port });
  else say("database_started", { port, ms: Math.round(performance.now() - began) });
  const keeper = await keepAlive(cluster, { port, say, restart: () => bringUp(cluster, say, port) });
  return {
    port,
    superuserUrl: (database) => superuserUrl(cluster.password, port, database),
    stop: keeper.stop,
  };
}

async function prepareFolder({ folder, say, bin }: ClusterOptions): Promise<Startable> {
  const installed = await findBinaries(bin);
  const user = await clusterUser(clusterFolder(clusterHome(folder)).data, say);
  await makeDataFolder(folder, user);
  const binaries = await reachableBinaries(installed, user, say);
  const home = await ensureCluster({ folder, binaries, user, say });
  if (!(await mayEnter(home, user)))
    throw new SetupError("database_folder_closed", { folder: home, user: user?.name ?? "" });
  const files = clusterFolder(home);
  return { folder: files, binaries, user, password: await readPassword(files) };
}

/**
 * Start the server and give its port. The children of a killed server hold its shared memory for about a second, and
 * another process may be starting it too: so try again, looking for a running server before each attempt.
 */
async function bringUp(cluster: Startable, say: Say, fixedPort?: number): Promise<number> {
  let reason = "";
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const running = await waitWhileStarting(cluster, say);
    if (running !== undefined) return running;
    const port = fixedPort ?? (await freePort(cluster.folder.data, attempt));
    if (attempt === 0) say("database_starting", { port });
    const fault = await startServer(cluster, port);
    if (fault === null) return port;
    reason = fault;
    if (!PASSING.test(reason) && attempt + 1 >= ATTEMPTS_AT_A_LASTING_FAULT) break;
    await sleep(BETWEEN_ATTEMPTS_MS);
  }
  throw new SetupError("database_start_failed", {
    folder: cluster.folder.data,
    log: cluster.folder.log,
    reason,
  });
}

/** Replaying a long log after a crash takes as long as it takes; it ends by itself. */
async function waitWhileStarting(cluster: Startable, say: Say): Promise<number | undefined> {
  for (let waited = 0; ; waited += BETWEEN_ATTEMPTS_MS) {
    const found = await findServer(cluster);
    if (found.kind === "running") return found.port;
    if (found.kind === "none") return undefined;
    if (waited % BETWEEN_NEWS_MS === 0) say("database_recovering", { seconds: waited / 1000 });
    await sleep(BETWEEN_ATTEMPTS_MS);
  }
}
