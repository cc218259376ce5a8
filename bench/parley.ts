import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openDatabase } from "../apps/api/dist/database/open-database.js";

export const API = join(import.meta.dirname, "../apps/api/dist");

/** A database with the demo workspace, in a folder of its own. */
export async function benchDatabase() {
  const data = mkdtempSync(join(tmpdir(), "parley-bench-"));
  execFileSync("chmod", ["711", data]);
  const database = await openDatabase({ folder: data }, () => undefined);
  const env = {
    ...process.env,
    PARLEY_DATA: data,
    DATABASE_URL: database.ownerUrl,
    PARLEY_APP_DATABASE_URL: database.appUrl,
    PARLEY_LEDGER_DATABASE_URL: database.ledgerUrl,
    PARLEY_METRICS_PORT: "0",
    PARLEY_LOG_LEVEL: "error",
    PARLEY_ANY_DOCUMENT: "yes",
    PARLEY_DEMO: "yes",
  };
  const children: ChildProcess[] = [];
  return {
    data,
    env,
    database,
    /** Start a server's program on a port. */
    launch(file: string, port: number, more: Record<string, string> = {}): ChildProcess {
      const child = spawn(process.execPath, [file], {
        env: { ...env, PORT: String(port), PARLEY_PORT: String(port), NODE_ENV: "production", ...more },
        stdio: ["ignore", "ignore", "inherit"],
      });
      children.push(child);
      return child;
    },
    async close(): Promise<void> {
      for (const child of children) child.kill("SIGTERM");
      await sleep(1500);
      await database.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** Wait until a server answers with what is not an error. */
export async function answers(url: string, init?: RequestInit): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const response = await fetch(url, init).catch(() => undefined);
    if (response?.ok) return;
    await sleep(200);
  }
  throw new Error(`${url} does not answer`);
}
