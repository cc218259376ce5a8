import { readFile, rename, rm, stat } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { Client } from "pg";
import { type ClusterFolder, folderError } from "./cluster-folder.ts";
import { type Binaries, program } from "./find-binaries.ts";
import { firstFault, runTool, type SystemUser } from "./run-tool.ts";
import { SetupError } from "./setup-error.ts";

/** A cluster that can be started: its files, the programs and who runs them. */
export interface Startable {
  readonly folder: ClusterFolder;
  readonly binaries: Binaries;
  readonly user: SystemUser | null;
  readonly password: string;
}

/** What is known of a cluster's server before this process has started one. */
export type Found =
  | { readonly kind: "none" }
  | { readonly kind: "starting" }
  | { readonly kind: "running"; readonly port: number };

const LOG_KEPT_BYTES = 10_000_000;

/** The server writes no statement, parameter or detail into its log: customers' words stand in them. */
const settings = [
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  "log_min_messages=log",
  "log_min_error_statement=panic",
  "log_error_verbosity=terse",
  "timezone=UTC",
  "log_timezone=UTC",
];

/** The address of a database of this cluster, as its superuser. Whatever PGSSLMODE says, loopback has no TLS. */
export function superuserUrl(password: string, port: number, database: string): string {
  return `postgres://postgres:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}?sslmode=disable`;
}

/** Look for a server that runs on this very data folder, such as one whose Parley was killed. */
export async function findServer({ folder, password }: Startable): Promise<Found> {
  const lines = (await readFile(join(folder.data, "postmaster.pid"), "utf8").catch(() => "")).split("\n");
  const port = Number(lines[3]);
  if (!Number.isInteger(port) || port <= 0) return { kind: "none" };
  const client = new Client({
    connectionString: superuserUrl(password, port, "postgres"),
    connectionTimeoutMillis: 5000,
  });
  // A server that dies between two answers must not end this process.
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>("SHOW data_directory");
    return rows[0]?.data_directory === folder.data ? { kind: "running", port } : { kind: "none" };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    return code === "57P03" ? { kind: "starting" } : { kind: "none" };
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Start the server on a port and wait until it accepts connections, at most a minute. Gives what stopped it, if anything. */
export async function startServer(cluster: Startable, port: number): Promise<string | null> {
  const { data, log } = cluster.folder;
  const logged = await keepLogSmall(log);
  await removeStrayPid(data);
  const options = [...settings, `port=${port}`].map((setting) => `-c ${setting}`).join(" ");
  const args = ["-D", data, "-l", log, "-w", "-t", "60", "-o", options, "start"];
  const { code, output } = await runTool(program(cluster.binaries.bin, "pg_ctl"), args, cluster.user);
  if (code === 0) return null;
  const written = (await readFile(log).catch(() => Buffer.of())).subarray(logged).toString("utf8");
  return firstFault(written) || firstFault(output);
}

/** Stop the server: open transactions are rolled back, everything committed is on disk. */
export async function stopServer({ folder, binaries, user }: Startable): Promise<void> {
  const args = ["-D", folder.data, "-m", "fast", "-w", "-t", "60", "stop"];
  const { code, output } = await runTool(program(binaries.bin, "pg_ctl"), args, user);
  if (code !== 0 && !/PID file .* does not exist/.test(output))
    throw new SetupError("database_stop_failed", { folder: folder.data, reason: firstFault(output) });
}

/**
 * A free port, beginning at one that is the same for the same folder. It lies below the range that systems give to
 * outgoing connections: one of those could otherwise take it, or connect to itself, while the server is down.
 */
export async function freePort(folder: string, attempt: number): Promise<number> {
  const first = [...folder].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % 10_000, 7);
  for (let step = attempt; ; step += 1) {
    const port = 21_000 + ((first + step * 7) % 10_000);
    if (await isFree(port)) return port;
    if (step > 2000) throw new SetupError("database_start_failed", { folder, log: "", reason: "EADDRINUSE" });
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/**
 * The number in `postmaster.pid` may stand for no server: after a power cut it can belong to another program, and in a container
 * whose first process collects no children a killed server stays as a zombie. PostgreSQL would refuse to start. What its children
 * may still hold, its own check of the shared memory finds. Only Linux tells what a number stands for.
 */
async function removeStrayPid(data: string): Promise<void> {
  const file = join(data, "postmaster.pid");
  const [pid = ""] = (await readFile(file, "utf8").catch(() => "")).split("\n");
  if (!/^\d+$/.test(pid)) return;
  const status = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => undefined);
  if (status !== undefined && !/^\d+ \(postgres\) [^ZX]/.test(status)) await rm(file, { force: true });
}

/** Set a large log aside, and give the length of what is there. */
async function keepLogSmall(log: string): Promise<number> {
  const size = await stat(log).then(
    (entry) => entry.size,
    () => 0,
  );
  if (size <= LOG_KEPT_BYTES) return size;
  await rename(log, `${log}.1`);
  return 0;
}

/** The superuser's password. Throws where this user may not read it. */
export async function readPassword({ password }: ClusterFolder): Promise<string> {
  const text = await readFile(password, "utf8").catch((cause) => {
    throw folderError(password, cause);
  });
  return text.trim();
}
