import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import {
  newFolder,
  refusedStart,
  removeFolder,
  startCommand,
  startParley,
  startWaiting,
} from "./support/parley.ts";

const folders: string[] = [];
async function folder(): Promise<string> {
  const made = await newFolder();
  folders.push(made);
  return made;
}
afterAll(async () => {
  for (const made of folders) await removeFolder(made);
});

const ready = async (url: string) => (await fetch(`${url}/readyz`).catch(() => undefined))?.status ?? 0;
const demoMembers = async (url: string) => {
  const state = (await (await fetch(`${url}/auth/state`)).json()) as { demoMembers: { id: string }[] };
  return state.demoMembers.map(({ id }) => id);
};

async function eventually(look: () => Promise<boolean>): Promise<void> {
  while (!(await look())) await sleep(50);
}

test("after kill -9 the next start takes the database over as it was", async () => {
  const data = await folder();
  const first = await startParley({ data });
  const members = await demoMembers(first.url);
  await first.kill();
  const second = await startParley({ data });
  const kept = await demoMembers(second.url);
  const code = await second.stop();
  expect([members.length > 0, kept, code]).toEqual([true, members, 0]);
  expect(second.terminal()).toContain("Found the database running already");
});

test("when the database dies in mid-flight, Parley says so, stays up, and serves again", async () => {
  const data = await folder();
  const parley = await startParley({ data });
  const [pid] = (await readFile(join(data, "postgres/data/postmaster.pid"), "utf8")).split("\n");
  const seen = new Set<number>();
  process.kill(Number(pid), "SIGKILL");
  await eventually(async () => {
    const status = await ready(parley.url);
    seen.add(status);
    return seen.has(503) && status === 200;
  });
  const members = await demoMembers(parley.url);
  const code = await parley.stop();
  expect([[...seen].sort(), members.length > 0, code]).toEqual([[200, 503], true, 0]);
  expect(parley.terminal()).toContain("is back after");
});

test("a port in use ends the start with a sentence, and leaves the other Parley and its database alone", async () => {
  const data = await folder();
  const first = await startParley({ data });
  const port = new URL(first.url).port;
  const { code, terminal } = await refusedStart({ data, env: { PARLEY_PORT: port } });
  const status = await ready(first.url);
  await first.stop();
  expect([code, status]).toEqual([1, 200]);
  expect(terminal).toContain(port);
  expect(terminal).not.toContain("    at ");
});

test("a metrics port in use is named as such", async () => {
  const first = await startParley({ data: await folder() });
  const port = new URL(first.metricsUrl).port;
  const { code, terminal } = await refusedStart({ data: await folder(), env: { PARLEY_METRICS_PORT: port } });
  await first.stop();
  expect([code, terminal]).toEqual([1, expect.stringContaining("PARLEY_METRICS_PORT")]);
  expect(terminal).not.toContain("    at ");
});

test("a start that waits for a database server can be stopped", async () => {
  const waiting = await startWaiting({
    data: await folder(),
    env: { DATABASE_URL: "postgres://a:hidden@127.0.0.1:1/c" },
  });
  await eventually(async () => waiting.terminal().includes("127.0.0.1:1"));
  expect([await waiting.stop(), waiting.terminal()]).toEqual([0, expect.not.stringContaining("hidden")]);
});

test("an interrupted command stops the server that it started", async () => {
  const data = await folder();
  // Leaves a workspace with a brand to import into.
  await (await startParley({ data })).stop();
  const endless = join(data, "endless.jsonl");
  spawnSync("mkfifo", [endless]);
  const command = startCommand(["import", "threads", endless, "--brand", "nordwind"], { PARLEY_DATA: data });
  await eventually(async () => command.terminal().includes("PostgreSQL answers"));
  await sleep(1000);
  command.child.kill("SIGINT");
  await once(command.child, "exit");
  const lock = await readFile(join(data, "postgres/data/postmaster.pid")).catch(() => "gone");
  expect([command.child.signalCode, lock, command.terminal()]).toEqual([
    "SIGINT",
    "gone",
    expect.not.stringContaining("    at "),
  ]);
});

test("a command with a setting that cannot be used says so in one sentence", async () => {
  const command = startCommand(["verify"], { PARLEY_PORT: "http" });
  await once(command.child, "close");
  expect([command.child.exitCode, command.terminal()]).toEqual([
    2,
    expect.stringMatching(/^PARLEY_PORT is .*\n$/),
  ]);
});

test.each([
  ["a port that is none", { PARLEY_PORT: "http" }, 'PARLEY_PORT is "http"'],
  ["a demo open to everybody", { PARLEY_HOST: "0.0.0.0", PARLEY_DEMO: "yes" }, "PARLEY_DEMO"],
  [
    "an address that is no database",
    { DATABASE_URL: "mysql://root:hidden@db/x" },
    "DATABASE_URL is not the address",
  ],
  ["a login that is refused", { DATABASE_URL: "postgres://nobody:hidden@127.0.0.1:1x/db" }, "DATABASE_URL"],
])("%s ends the start with one sentence", async (_, env, sentence) => {
  const { code, terminal } = await refusedStart({ data: await folder(), env });
  expect([code, terminal.trim().split("\n").length]).toEqual([1, 1]);
  expect(terminal).toContain(sentence);
  expect(terminal).not.toContain("hidden");
});

test("a data folder that is a file ends the start with one sentence", async () => {
  const file = join(await folder(), "file");
  await writeFile(file, "");
  const { code, terminal } = await refusedStart({ data: file });
  expect([code, terminal]).toEqual([1, expect.stringContaining(`${file} is not a folder`)]);
});
