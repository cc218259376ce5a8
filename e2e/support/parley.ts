import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";

/** This checkout. */
export const ROOT = join(import.meta.dirname, "../..");

/** How a Parley of a test's own is started. */
export interface ParleyOptions {
  /** Its data folder; unset is a new one. */
  readonly data?: string;
  /** Environment variables on top of the ones that set its ports and its data folder. */
  readonly env?: Readonly<Record<string, string>>;
  /** Start it with `npm start` in this checkout instead of its built program in this one. */
  readonly npmStartIn?: string;
}

/** A running Parley, built as in production. */
export interface Parley {
  readonly url: string;
  readonly metricsUrl: string;
  readonly data: string;
  /** What it has written to its terminal so far. */
  readonly terminal: () => string;
  /** End it as an administrator does; gives the exit code. */
  readonly stop: () => Promise<number>;
  /** End it as a power cut does. Its database goes on, and the next Parley on the folder takes it over. */
  readonly kill: () => Promise<void>;
}

/** The environment without what somebody has set for a Parley of their own. */
const surroundings = {
  ...Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(PARLEY_|DATABASE_URL$)/.test(name)),
  ),
  LC_ALL: "C",
};
const START_MS = 240_000;

/** Start Parley and wait until it is ready. */
export async function startParley(options: ParleyOptions = {}): Promise<Parley> {
  const { port, metricsPort, data, child, terminal } = await launch(options);
  const url = `http://127.0.0.1:${port}`;
  await untilReady(url, child, terminal).catch(async (error) => {
    await end(child, "SIGTERM");
    throw error;
  });
  return {
    url,
    metricsUrl: `http://127.0.0.1:${metricsPort}/metrics`,
    data,
    terminal,
    stop: () => end(child, "SIGTERM"),
    kill: async () => void (await end(child, "SIGKILL")),
  };
}

/** Start a Parley that is to refuse; gives its exit code and what it says. */
export async function refusedStart(options: ParleyOptions): Promise<{ code: number; terminal: string }> {
  const { child, terminal } = await launch(options);
  await once(child, "close");
  return { code: child.exitCode ?? -1, terminal: terminal() };
}

/** Start a Parley that cannot become ready. */
export async function startWaiting(options: ParleyOptions): Promise<Pick<Parley, "terminal" | "stop">> {
  const { child, terminal } = await launch(options);
  return { terminal, stop: () => end(child, "SIGTERM") };
}

/** Run a command of the built `parley`. */
export function startCommand(args: readonly string[], env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [join(ROOT, "apps/api/dist/cli/main.js"), ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...surroundings, ...env },
  });
  return { child, terminal: written(child) };
}

/** Gives what a process has written so far. */
function written(child: { readonly stdout: Readable; readonly stderr: Readable }): () => string {
  let text = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
    });
  return () => text;
}

async function launch({ data, env = {}, npmStartIn }: ParleyOptions) {
  const folder = data ?? (await newFolder());
  const [port, metricsPort] = [env.PARLEY_PORT ?? (await freePort()), await freePort()];
  const [command, args] = npmStartIn
    ? ["npm", ["start"]]
    : [process.execPath, ["--enable-source-maps", join(ROOT, "apps/api/dist/app/main.js")]];
  const child = spawn(command, args, {
    cwd: npmStartIn ?? ROOT,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...surroundings,
      PARLEY_DATA: folder,
      PARLEY_PORT: String(port),
      PARLEY_METRICS_PORT: String(metricsPort),
      ...env,
    },
  });
  return { port, metricsPort, data: folder, child, terminal: written(child) };
}

/** A data folder that Parley's database can get to as well. */
export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "parley-e2e-"));
  await chmod(folder, 0o711);
  return folder;
}

/** Remove a data folder whose Parley has ended. */
export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

async function untilReady(url: string, child: ChildProcess, terminal: () => string): Promise<void> {
  for (let waited = 0; waited < START_MS; waited += 200) {
    if (child.exitCode !== null) throw new Error(`Parley ended with ${child.exitCode}:\n${terminal()}`);
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(200);
  }
  throw new Error(`Parley is not ready after ${START_MS / 1000} s:\n${terminal()}`);
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number> {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill(signal);
    await once(child, "exit");
  }
  return child.exitCode ?? -1;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address ? address.port : 0;
}
