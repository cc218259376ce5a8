import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { API, answers, benchDatabase } from "./parley.ts";
import { type Result, report } from "./report.ts";

/** Messages of a file: threads of four turns by two sides. */
const MESSAGES = Number(process.env.BENCH_MESSAGES ?? 60_000);
const TURNS = 4;
const ROWS_A_STATEMENT = 500;

const words = "my train was late and I would like to know what happens to my connection to Porto tomorrow";
const textOf = (n: number) => `Message ${n}: ${words}`;
const dateOf = (n: number) => new Date(Date.UTC(2026, 0, 1) + n * 1000);

function* jsonLines(): Generator<string> {
  for (let thread = 0; thread < MESSAGES / TURNS; thread += 1) {
    const turns = Array.from({ length: TURNS }, (_, turn) => ({
      id: `${thread}-${turn}`,
      role: turn % 2 === 0 ? "customer" : "brand",
      author: turn % 2 === 0 ? `customer_${thread}` : "nordwind_bench",
      at: dateOf(thread * TURNS + turn).toISOString(),
      text: textOf(thread * TURNS + turn),
    }));
    yield `${JSON.stringify({ thread: `t${thread}`, brand: "nordwind_bench", turns })}\n`;
  }
}

/** A date as the published data sets of tweets write it. */
const tweetDate = (date: Date) =>
  date.toUTCString().replace(/^(\w+), (\d+) (\w+) (\d+) (\S+) GMT$/, "$1 $3 $2 $5 +0000 $4");

function* csvLines(): Generator<string> {
  yield "tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id\n";
  for (let n = 0; n < MESSAGES; n += 1) {
    const turn = n % TURNS;
    const author = turn % 2 === 0 ? `writer_${Math.floor(n / TURNS)}` : "nordwind_csv";
    const answered = turn === TURNS - 1 ? "" : n + 1;
    const before = turn === 0 ? "" : n - 1;
    yield `${n},${author},${turn % 2 === 0 ? "True" : "False"},${tweetDate(dateOf(n))},"${textOf(n)}",${answered},${before}\n`;
  }
}

async function write(file: string, lines: Iterable<string>): Promise<string> {
  const stream = createWriteStream(file);
  for (const line of lines) if (!stream.write(line)) await once(stream, "drain");
  stream.end();
  await once(stream, "finish");
  return file;
}

const { data, env, database, launch, close } = await benchDatabase();
const client = new pg.Client({ connectionString: database.ownerUrl });

/** Run `parley import threads` and see how long it takes and how much memory it holds at most. */
async function imported(subject: string, file: string): Promise<Result> {
  const began = performance.now();
  const args = [join(API, "cli/main.js"), "import", "threads", file, "--brand", "nordwind"];
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "ignore", "inherit"] });
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid) ?? 0);
  }, 50);
  const [code] = await once(child, "exit");
  clearInterval(watch);
  if (code !== 0) throw new Error(`${subject} ended with ${code}`);
  return figures(subject, performance.now() - began, { peakMegabytes: Math.round(peak / 1024) });
}

/** Kilobytes; unknown off Linux and once the process has ended. */
function peakOf(pid: number | undefined): number | undefined {
  try {
    const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return peak === undefined ? undefined : Number(peak);
  } catch {
    return undefined;
  }
}

const figures = (subject: string, ms: number, more: Record<string, number>): Result => ({
  subject,
  messagesPerSecond: Math.round(MESSAGES / (ms / 1000)),
  seconds: Math.round(ms / 100) / 10,
  ...more,
});

/** The least that any import costs: the same texts into one bare table, no index, no thread, no language, no ledger. */
async function bareInsert(): Promise<Result> {
  await client.query("CREATE TABLE bare (id text, author text, at timestamptz, body text)");
  const began = performance.now();
  for (let from = 0; from < MESSAGES; from += ROWS_A_STATEMENT) {
    const ids = Array.from({ length: Math.min(ROWS_A_STATEMENT, MESSAGES - from) }, (_, n) => from + n);
    await client.query(
      "INSERT INTO bare SELECT * FROM unnest($1::text[], $2::text[], $3::timestamptz[], $4::text[])",
      [ids.map(String), ids.map((n) => `author_${n % 100}`), ids.map(dateOf), ids.map(textOf)],
    );
  }
  return figures("bare INSERT", performance.now() - began, {});
}

try {
  const server = launch(join(API, "app/main.js"), 4320);
  await answers("http://127.0.0.1:4320/readyz");
  server.kill("SIGTERM");
  await once(server, "exit");
  await client.connect();
  const json = await write(join(data, "threads.jsonl"), jsonLines());
  const csv = await write(join(data, "threads.csv"), csvLines());
  report("import", [
    await imported("parley", json),
    await imported("parley, CSV", csv),
    await imported("parley, known already", json),
    await bareInsert(),
  ]);
} finally {
  await client.end();
  await close();
}
