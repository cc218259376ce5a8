import { createSecretKey, randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DataSource } from "typeorm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { BadLine } from "../inbox/imported-thread.ts";
import { connect } from "./data-source.ts";
import { type ImportSummary, importThreads } from "./import-threads.ts";
import { type Parley, startParley } from "./test/parley.ts";

let parley: Parley;
let db: DataSource;
let folder: string;
let brandId: string;

beforeAll(async () => {
  parley = await startParley();
  db = await connect(parley.database.appUrl, 4);
  folder = await mkdtemp(join(tmpdir(), "parley-import-"));
  const [brand] = await parley.sql<{ id: string }>("SELECT id FROM brand WHERE key = 'nordwind'");
  brandId = brand?.id ?? "";
});
afterAll(async () => {
  await db.destroy();
  await rm(folder, { recursive: true });
  await parley.stop();
});

async function written(name: string, lines: readonly string[]): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, lines.map((line) => `${line}\n`).join(""));
  return file;
}

async function imported(file: string, key = randomBytes(32)) {
  const bad: BadLine[] = [];
  const told: ImportSummary[] = [];
  const summary = await importThreads(
    { db, workspaceKey: createSecretKey(key), publish: () => undefined, now: () => new Date() },
    { file, brandId, onBadLine: (line) => bad.push(line), onProgress: (done) => told.push(done) },
  );
  return { summary, bad, batches: told.length };
}

const thread = (id: string, texts: readonly string[]) =>
  JSON.stringify({
    thread: id,
    brand: "fjordline_test",
    turns: texts.map((text, n) => ({
      id: `${id}-${n}`,
      role: n % 2 === 0 ? "customer" : "brand",
      author: n % 2 === 0 ? `guest_${id}` : "fjordline_test",
      at: new Date(Date.UTC(2026, 0, 1, 0, n)).toISOString(),
      text,
    })),
  });

test("a file's threads become conversations, its bad lines are named, and a second time adds nothing", async () => {
  const lines = [
    thread("a", [
      "Wo ist mein Koffer, der gestern in Bergen war?",
      "Wir suchen ihn.",
      "Und, habt ihr ihn gefunden?",
    ]),
    "{",
    thread("b", ["nul \0 and half \ud83d a pair", "Bonjour"]),
  ];
  const file = await written("threads.jsonl", lines);
  const first = await imported(file);
  const second = await imported(file);
  const rows = await parley.sql(
    `SELECT c.message_count AS n, c.state, c.language, c.waiting_since IS NOT NULL AS waits, k.handle,
       (SELECT array_agg(body ORDER BY at) FROM message WHERE conversation_id = c.id) AS bodies,
       (SELECT count(*)::int FROM audit.event WHERE stream_id = c.id) AS events
     FROM conversation c JOIN customer k ON k.id = c.customer_id WHERE k.handle LIKE 'guest_%' ORDER BY k.handle`,
  );
  expect([first, second, rows]).toEqual([
    {
      summary: { read: 5, messages: 5, conversations: 2, badLines: 1 },
      bad: [{ line: 2, code: "import_not_json", details: { reason: expect.any(String) } }],
      batches: 1,
    },
    {
      summary: { read: 5, messages: 0, conversations: 0, badLines: 1 },
      bad: [expect.anything()],
      batches: 1,
    },
    [
      {
        n: 3,
        state: "open",
        language: "de",
        waits: true,
        handle: "guest_a",
        bodies: [
          "Wo ist mein Koffer, der gestern in Bergen war?",
          "Wir suchen ihn.",
          "Und, habt ihr ihn gefunden?",
        ],
        events: 1,
      },
      {
        n: 2,
        state: "done",
        language: "en",
        waits: false,
        handle: "guest_b",
        bodies: ["nul  and half \ufffd a pair", "Bonjour"],
        events: 1,
      },
    ],
  ]);
});

test("threads of another brand's account are left to that brand", async () => {
  const file = await written("elsewhere.jsonl", [
    thread("c", ["Hello?"]).replaceAll("fjordline_test", "lumo_help"),
    thread("d", ["Hello?"]),
  ]);
  expect(await imported(file)).toEqual({
    summary: { read: 1, messages: 1, conversations: 1, badLines: 1 },
    bad: [{ line: 1, code: "import_account_elsewhere", details: { account: "lumo_help" } }],
    batches: 1,
  });
});

test("threads whose messages lie far apart in a CSV file are counted whole, over all batches", async () => {
  const threads = 1000;
  const row = (n: number, turn: number) => {
    const at = new Date(Date.UTC(2026, 0, 2, 0, turn, n % 60)).toISOString();
    const [author, inbound] = turn === 1 ? ["fjordline_csv", "False"] : [`far_${n}`, "True"];
    return `${n}-${turn},${author},${inbound},${at},"Frage ${n}, Teil ${turn}",,${turn === 0 ? "" : `${n}-${turn - 1}`}`;
  };
  const lines = [0, 1, 2].flatMap((turn) => Array.from({ length: threads }, (_, n) => row(n, turn)));
  const header = "tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id";
  const { summary, batches } = await imported(await written("threads.csv", [header, ...lines]));
  const rows = await parley.sql(
    `SELECT count(*)::int AS n, min(message_count) AS least, max(message_count) AS most, min(inbound_version) AS inbound,
       bool_and(waiting_since = last_inbound_at) AS waits
     FROM conversation c JOIN customer k ON k.id = c.customer_id WHERE k.handle LIKE 'far_%'`,
  );
  expect([summary, batches, rows]).toEqual([
    { read: 3 * threads, messages: 3 * threads, conversations: threads, badLines: 0 },
    5,
    [{ n: threads, least: 3, most: 3, inbound: 2, waits: true }],
  ]);
});

test("a file that cannot be read and a batch that cannot be stored end the import with their error", async () => {
  const file = await written("refused.jsonl", [thread("z", ["Hallo?"])]);
  await expect(imported(join(folder, "missing.jsonl"))).rejects.toThrow("ENOENT");
  await expect(imported(file, randomBytes(7))).rejects.toThrow(/key length/i);
  expect(await parley.sql("SELECT 1 FROM customer WHERE handle = 'guest_z'")).toEqual([]);
});
