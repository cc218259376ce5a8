import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import autocannon from "autocannon";
import pg from "pg";
import { API, answers, benchDatabase } from "./parley.ts";
import { percentile, report } from "./report.ts";

/** The inbox list as the web client asks for it: 30 conversations with customer, account, brand and assignee. */
const CONNECTIONS = 16;
const SECONDS = Number(process.env.BENCH_SECONDS ?? 8);
const THREADS = 2000;

const QUERY = `query { conversations(first: 30) { nodes { id preview language state channel visibility lastMessageAt waitingSince
  customer { id handle name } account { id handle platform } brand { id name } assignee { id name } }
  pageInfo { endCursor hasNextPage } } }`;
const PEER_QUERY = `query { allConversations(first: 30, orderBy: [LAST_MESSAGE_AT_DESC, ROW_ID_DESC]) { nodes { rowId preview language state
  channel visibility lastMessageAt waitingSince customerByCustomerId { rowId handle name }
  accountByAccountId { rowId handle platform } brandByBrandId { rowId name } memberByAssigneeId { rowId name } }
  pageInfo { endCursor hasNextPage } } }`;

const { data, env, database, launch, close } = await benchDatabase();

function threads(): string {
  const lines = Array.from({ length: THREADS }, (_, n) => {
    const turns = Array.from({ length: 3 }, (__, m) => ({
      id: `${n}-${m}`,
      role: m === 1 ? "brand" : "customer",
      author: m === 1 ? "nordwind_bench" : `customer_${n}`,
      at: new Date(Date.UTC(2026, 0, 1) + (n * 3 + m) * 60_000).toISOString(),
      text: `Message ${m} of thread ${n}: my train was late and I would like to know what happens to my connection.`,
    }));
    return JSON.stringify({ thread: `t${n}`, brand: "nordwind_bench", turns });
  });
  return lines.join("\n");
}

async function cookieOf(url: string): Promise<string> {
  const state = (await (await fetch(`${url}/auth/state`)).json()) as {
    demoMembers: { id: string; name: string }[];
  };
  const memberId = state.demoMembers.find(({ name }) => name.startsWith("Ana"))?.id;
  const headers = { "content-type": "application/json" };
  const answer = await fetch(`${url}/auth/demo`, {
    method: "POST",
    headers,
    body: JSON.stringify({ memberId }),
  });
  return (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
}

const round = (ms: number): number => Math.round(ms * 10) / 10;

async function measure(subject: string, url: string, request: { body: string; cookie?: string }) {
  const headers = {
    "content-type": "application/json",
    ...(request.cookie ? { cookie: request.cookie } : {}),
  };
  const init = { method: "POST", headers, body: request.body };
  await answers(url, init);
  const rows = await (await fetch(url, init)).text();
  const options = { url, method: "POST" as const, headers, body: request.body, connections: CONNECTIONS };
  await autocannon({ ...options, duration: 2 });
  const times: number[] = [];
  const run = autocannon({ ...options, duration: SECONDS });
  run.on("response", (...[, , , milliseconds]: number[]) => times.push(milliseconds ?? 0));
  const result = await run;
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${subject}: ${result.non2xx} bad answers, ${result.errors} errors`);
  return {
    subject,
    requestsPerSecond: Math.round(result.requests.average),
    p50: round(percentile(times, 0.5)),
    p95: round(percentile(times, 0.95)),
    bytes: rows.length,
  };
}

try {
  launch(join(API, "app/main.js"), 4310);
  await answers("http://127.0.0.1:4310/readyz");
  const file = join(data, `${randomUUID()}.jsonl`);
  writeFileSync(file, threads());
  execFileSync(
    process.execPath,
    [join(API, "cli/main.js"), "import", "threads", file, "--brand", "nordwind"],
    { env, stdio: "ignore" },
  );
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  await client.query("SELECT set_config('parley.viewer', 'system', false)");
  const { rows } = await client.query<{ id: string }>("SELECT id FROM brand");
  await client.query("ANALYZE");
  await client.end();
  const peer = { APP_URL: database.appUrl, BRANDS: rows.map(({ id }) => id).join(",") };
  launch(join(import.meta.dirname, "list/raw.ts"), 4311, peer);
  launch(join(import.meta.dirname, "list/postgraphile.ts"), 4312, peer);
  const cookie = await cookieOf("http://127.0.0.1:4310");
  const body = (query: string) => JSON.stringify({ query });
  report("list", [
    await measure("parley", "http://127.0.0.1:4310/graphql", { body: body(QUERY), cookie }),
    await measure("fastify + one SQL", "http://127.0.0.1:4311/graphql", { body: "{}" }),
    await measure("postgraphile", "http://127.0.0.1:4312/graphql", { body: body(PEER_QUERY) }),
  ]);
} finally {
  await close();
}
