import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { type Say, SetupError } from "./setup-error.ts";

/** How long to wait for a database server that does not answer yet. */
export interface Patience {
  readonly say: Say;
  readonly waitMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** The server is not there, has not finished starting, or is full: each may be over in a moment. */
const PASSING: ReadonlySet<unknown> = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
  "53300",
  "57P01",
  "57P02",
  "57P03",
]);
const REFUSED: ReadonlySet<unknown> = new Set(["28P01", "28000"]);
const BETWEEN_ATTEMPTS_MS = 1000;
const BETWEEN_NEWS = 10;

/** Connect, and wait for a server that is still down. Throws what stands in the way, without the password. */
export async function connect(url: string, { say, waitMs, signal }: Patience): Promise<Client> {
  for (let attempt = 0; ; attempt += 1) {
    const { client, fault } = await tryOnce(url);
    if (fault === undefined) return client;
    if (!isPassing(fault)) throw connectionError(url, fault);
    const details = { ...address(url), reason: reason(fault) };
    if (attempt * BETWEEN_ATTEMPTS_MS >= waitMs)
      throw new SetupError("database_down", details, { cause: fault });
    if (attempt % BETWEEN_NEWS === 0) say("database_waiting", details);
    await sleep(BETWEEN_ATTEMPTS_MS, undefined, signal && { signal });
  }
}

async function tryOnce(url: string): Promise<{ readonly client: Client; readonly fault?: unknown }> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // A connection that dies later tells whoever asks it something.
  client.on("error", () => undefined);
  try {
    await client.connect();
    return { client };
  } catch (fault) {
    await client.end().catch(() => undefined);
    return { client, fault };
  }
}

/** Do something over one connection and close it. */
export async function withConnection<T>(client: Client, work: (client: Client) => Promise<T>): Promise<T> {
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The five-character code of a PostgreSQL error, or Node's code of a network error. */
export function errorCode(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}

/** Whether the server knows no such user with such a password. */
export function isLoginRefusal(error: unknown): boolean {
  return REFUSED.has(errorCode(error));
}

/** Host, port, user and database of an address; never its password. */
export function address(url: string): { host: string; port: number; user: string; database: string } {
  const { hostname, port, username, pathname } = new URL(url);
  return {
    host: hostname,
    port: Number(port || 5432),
    user: decodeURIComponent(username),
    database: decodeURIComponent(pathname.slice(1)),
  };
}

function connectionError(url: string, error: unknown): SetupError {
  const details = { ...address(url), reason: reason(error) };
  if (errorCode(error) === "3D000") return new SetupError("database_missing", details, { cause: error });
  const code = isLoginRefusal(error) ? "database_login_refused" : "database_unreachable";
  return new SetupError(code, details, { cause: error });
}

function isPassing(error: unknown): boolean {
  const timedOut = error instanceof Error && /timeout expired|terminated unexpectedly/.test(error.message);
  return timedOut || PASSING.has(errorCode(error));
}

/** With several addresses for a host, Node gives an error without a message that holds one for each. */
function reason(error: unknown): string {
  if (error instanceof AggregateError) return reason(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
