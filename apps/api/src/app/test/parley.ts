import "reflect-metadata";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { expect } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../database/test/fresh-database.ts";
import { parseConfig } from "../config.ts";
import { type SayAnything, start } from "../start.ts";

/** A demo member's browser: keeps its cookie. */
export interface Browser {
  readonly cookie: string;
  /** Ask, and fail the test on any error. */
  readonly ask: <T>(query: string, variables?: Record<string, unknown>) => Promise<T>;
  /** Ask, and give the code of the first error. */
  readonly refused: (query: string, variables?: Record<string, unknown>) => Promise<string | undefined>;
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>;
}

export interface Parley {
  readonly url: string;
  readonly database: FreshDatabase;
  readonly as: (name: string) => Promise<Browser>;
  /** SQL past row-level security. */
  readonly sql: <T>(text: string, values?: unknown[]) => Promise<T[]>;
  readonly stop: () => Promise<void>;
}

/** A whole Parley with the demo workspace, on a database of its own. */
export async function startParley(
  settings: Readonly<Record<string, string>> = {},
  say: SayAnything = () => undefined,
): Promise<Parley> {
  const database = await freshDatabase();
  const folder = await mkdtemp(join(tmpdir(), "parley-data-"));
  const running = await start(
    parseConfig({
      PARLEY_DATA: folder,
      DATABASE_URL: database.ownerUrl,
      PARLEY_APP_DATABASE_URL: database.appUrl,
      PARLEY_LEDGER_DATABASE_URL: database.ledgerUrl,
      PARLEY_PORT: "0",
      PARLEY_METRICS_PORT: "0",
      PARLEY_DEMO: "yes",
      PARLEY_LOG_LEVEL: "silent",
      PARLEY_ANY_DOCUMENT: "yes",
      ...settings,
    }),
    say,
  );
  const client = new Client({ connectionString: database.superuserUrl });
  await client.connect();
  await eventually("the demo's messages, which come in as from any platform", async () => {
    const { rows } = await client.query<{ all: boolean }>(
      "SELECT (SELECT count(*) FROM message) >= (SELECT count(*) FROM sandbox.post) AS all",
    );
    return rows[0]?.all;
  });
  return {
    url: running.url,
    database,
    as: (name) => signIn(running.url, name),
    sql: async <T>(text: string, values: unknown[] = []) => (await client.query(text, values)).rows as T[],
    stop: async () => {
      await client.end();
      await running.stop();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function signIn(url: string, name: string): Promise<Browser> {
  const state = (await (await fetch(`${url}/auth/state`)).json()) as {
    demoMembers: { id: string; name: string }[];
  };
  const member = state.demoMembers.find((one) => one.name.startsWith(name));
  const response = await post(`${url}/auth/demo`, { memberId: member?.id });
  expect(response.status).toBe(200);
  const cookie = (response.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  return browser(url, cookie);
}

const post = (url: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });

/** A browser with a cookie, or none. */
export function browser(url: string, cookie: string): Browser {
  const send = async (query: string, variables = {}) => {
    const response = await post(`${url}/graphql`, { query, variables }, { cookie });
    return (await response.json()) as {
      data?: unknown;
      errors?: { extensions?: { code?: string } }[];
      error?: { code: string };
    };
  };
  return {
    cookie,
    ask: async <T>(query: string, variables?: Record<string, unknown>) => {
      const { data, errors, error } = await send(query, variables);
      expect({ errors, error }).toEqual({ errors: undefined, error: undefined });
      return data as T;
    },
    refused: async (query, variables) => {
      const { errors, error } = await send(query, variables);
      return errors?.[0]?.extensions?.code ?? error?.code;
    },
    fetch: (path, init = {}) => fetch(`${url}${path}`, { ...init, headers: { cookie, ...init.headers } }),
  };
}

/** Wait until `look` gives something, or fail with what it was waited for. */
export async function eventually<T>(
  what: string,
  look: () => Promise<T | null | undefined | false>,
): Promise<T> {
  for (let tries = 0; tries < 300; tries += 1) {
    const seen = await look();
    if (seen) return seen;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`waited in vain for ${what}`);
}
