import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFile, mkdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Client } from "pg";
import { expect, inject, test } from "vitest";
import { type Cluster, startCluster } from "./cluster.ts";
import { clusterFolder, clusterHome } from "./cluster-folder.ts";
import { errorCode } from "./connect.ts";
import { type Details, SetupError } from "./setup-error.ts";
import { clusterProcess } from "./test/cluster-process.ts";
import { tempFolder } from "./test/temp-folder.ts";

const bin = inject("postgresBin") ?? undefined;
const silent = () => undefined;

/** Start a cluster and keep the codes it tells. */
async function start(folder: string, programs = bin) {
  const said: (readonly [string, Details])[] = [];
  const cluster = await startCluster({
    folder,
    bin: programs,
    say: (code, details = {}) => said.push([code, details]),
  });
  return { cluster, said, codes: () => said.map(([code]) => code) };
}

async function ask<T>(cluster: Pick<Cluster, "superuserUrl">, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: cluster.superuserUrl("postgres") });
  client.on("error", silent);
  await client.connect();
  try {
    return (await client.query(sql)).rows as T[];
  } finally {
    await client.end();
  }
}

const refusal = (starting: Promise<unknown>) =>
  starting.then(
    () => "started",
    (error: unknown) => (error instanceof SetupError ? [error.code, error.details] : error),
  );

const postmasterPid = async (folder: string) =>
  Number(
    (await readFile(join(clusterFolder(clusterHome(folder)).data, "postmaster.pid"), "utf8")).split("\n")[0],
  );

/** Waits for what comes by itself; the test's time limit ends it. */
async function eventually<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test("a new cluster has checksums, scram, UTF-8 by code point, and listens on loopback only", async () => {
  await using folder = await tempFolder();
  const { cluster, codes } = await start(folder.path);
  const [settings] = await ask(
    cluster,
    `SELECT current_setting('data_checksums') AS checksums, current_setting('password_encryption') AS passwords,
            current_setting('server_encoding') AS encoding, current_setting('listen_addresses') AS addresses,
            current_setting('unix_socket_directories') AS sockets, current_setting('fsync') AS fsync,
            'Z' < 'a' AND 'z' < 'ä' AS by_code_point, upper('straße ıjä') AS upper, 'Ä' ILIKE 'ä' AS folds,
            (SELECT count(*)::int FROM pg_hba_file_rules WHERE auth_method <> 'scram-sha-256') AS open_doors`,
  );
  const home = clusterHome(folder.path);
  const modes = [];
  for (const path of [home, ...Object.values(clusterFolder(home))])
    modes.push((await stat(path)).mode & 0o777);
  await cluster.stop();
  expect(settings).toEqual({
    checksums: "on",
    passwords: "scram-sha-256",
    encoding: "UTF8",
    addresses: "127.0.0.1",
    sockets: "",
    fsync: "on",
    by_code_point: true,
    upper: "STRAßE IJÄ",
    folds: true,
    open_doors: 0,
  });
  expect(modes).toEqual([0o700, 0o700, 0o600, 0o600]);
  expect(codes()).toEqual([
    "database_creating",
    "database_created",
    "database_starting",
    "database_started",
    "database_stopped",
  ]);
});

test("a second start keeps the data and the port", async () => {
  await using folder = await tempFolder();
  const first = await start(folder.path);
  await ask(first.cluster, "CREATE TABLE kept AS SELECT 42 AS answer");
  await first.cluster.stop();
  const second = await start(folder.path);
  const rows = await ask(second.cluster, "SELECT answer FROM kept");
  await second.cluster.stop();
  expect([rows, second.cluster.port, second.codes()[0]]).toEqual([
    [{ answer: 42 }],
    first.cluster.port,
    "database_starting",
  ]);
});

test("the server of a killed Parley is taken over with all that was committed", async () => {
  await using folder = await tempFolder();
  const killed = await clusterProcess([folder.path, ...(bin ? [bin] : [])]);
  const url = String((await killed.until("url")).at(-1)?.url);
  await ask({ superuserUrl: () => url }, "CREATE TABLE kept AS SELECT 42 AS answer");
  const pid = await postmasterPid(folder.path);
  await killed.end("SIGKILL");
  const { cluster, codes } = await start(folder.path);
  const rows = await ask(cluster, "SELECT answer FROM kept");
  const samePid = (await postmasterPid(folder.path)) === pid;
  await cluster.stop();
  expect([rows, samePid, codes()]).toEqual([
    [{ answer: 42 }],
    true,
    ["database_adopted", "database_stopped"],
  ]);
});

test("a server that dies is brought back on its port, and nothing committed is lost", async () => {
  await using folder = await tempFolder();
  const { cluster, codes } = await start(folder.path);
  await ask(cluster, "CREATE TABLE kept AS SELECT 42 AS answer");
  for (const round of [1, 2]) {
    process.kill(await postmasterPid(folder.path), "SIGKILL");
    await eventually(async () =>
      codes().filter((code) => code === "database_back").length === round ? true : undefined,
    );
  }
  const rows = await ask(cluster, "SELECT answer FROM kept");
  await cluster.stop();
  const told = ["database_gone", "database_starting", "database_back"];
  expect([rows, codes().slice(4)]).toEqual([[{ answer: 42 }], [...told, ...told, "database_stopped"]]);
});

test("when a connection's process crashes, PostgreSQL repairs itself and Parley carries on", async () => {
  await using folder = await tempFolder();
  const { cluster, codes } = await start(folder.path);
  const victim = new Client({ connectionString: cluster.superuserUrl("postgres") });
  victim.on("error", silent);
  await victim.connect();
  const { rows } = await victim.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  process.kill(rows[0]?.pid ?? 0, "SIGKILL");
  await eventually(async () => (codes().includes("database_back") ? true : undefined));
  expect(await ask(cluster, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  await cluster.stop();
  expect(codes().at(-1)).toBe("database_stopped");
});

test("of two Parley processes on one folder, the last to leave stops the server", async () => {
  await using folder = await tempFolder();
  const first = await start(folder.path);
  const second = await start(folder.path);
  await first.cluster.stop();
  const rows = await ask(second.cluster, "SELECT 1 AS one");
  await second.cluster.stop();
  expect([rows, first.codes().at(-1), second.codes()]).toEqual([
    [{ one: 1 }],
    "database_left_running",
    ["database_adopted", "database_stopped"],
  ]);
});

test("processes that create the cluster at the same time end up on the same one", async () => {
  await using folder = await tempFolder();
  const args = [folder.path, ...(bin ? [bin] : [])];
  const processes = await Promise.all([clusterProcess(args), clusterProcess(args)]);
  const urls = await Promise.all(processes.map(async ({ until }) => (await until("url")).at(-1)?.url));
  for (const { end } of processes) await end("SIGTERM");
  expect([
    new Set(urls).size,
    await refusal(stat(join(clusterHome(folder.path), "data/postmaster.pid"))),
  ]).toEqual([1, expect.objectContaining({ code: "ENOENT" })]);
});

test("a creation that was killed half-way is begun anew", async () => {
  await using folder = await tempFolder();
  const unfinished = `${clusterHome(folder.path)}.new-${process.pid}`;
  await mkdir(join(unfinished, "data"), { recursive: true });
  await writeFile(join(unfinished, "data/PG_VERSION"), "18\n");
  const { cluster } = await start(folder.path);
  await cluster.stop();
  expect(await refusal(stat(unfinished))).toEqual(expect.objectContaining({ code: "ENOENT" }));
});

/** Start a cluster whose lock file names this process. */
async function startOver(folder: string, pid: number) {
  const first = await start(folder);
  const file = join(clusterFolder(clusterHome(folder)).data, "postmaster.pid");
  const lock = await readFile(file, "utf8");
  await first.cluster.stop();
  await writeFile(file, lock.replace(/^\d+/, String(pid)));
  const second = await start(folder);
  await second.cluster.stop();
  return second.codes();
}
const started = ["database_starting", "database_started", "database_stopped"];

test("a lock file left by a power cut, whose number is another program's by now, does not stop the start", async () => {
  await using folder = await tempFolder();
  expect(await startOver(folder.path, process.pid)).toEqual(started);
});

test("a killed server that nobody collects does not stop the start", async () => {
  await using folder = await tempFolder();
  const program = join(folder.path, "postgres-programs/postgres");
  await mkdir(dirname(program));
  await copyFile("/bin/sleep", program);
  // The shell becomes a program that never asks for the end of the shell's child.
  const parent = spawn("/bin/sh", ["-c", '"$1" 0 & echo $!; exec sleep 300', "sh", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = (await once(parent.stdout, "data")) as [Buffer];
  const pid = Number(line);
  await eventually(
    async () => /^\d+ \(postgres\) Z/.test(await readFile(`/proc/${pid}/stat`, "utf8")) || undefined,
  );
  const codes = await startOver(folder.path, pid);
  parent.kill();
  expect(codes).toEqual(started);
});

test("the server's log holds no statement and no value", async () => {
  await using folder = await tempFolder();
  const { cluster } = await start(folder.path);
  await ask(cluster, "CREATE TABLE once (word text PRIMARY KEY)");
  await ask(cluster, "INSERT INTO once VALUES ('confidential')");
  const code = await ask(cluster, "INSERT INTO once VALUES ('confidential')").catch(errorCode);
  await cluster.stop();
  const log = await readFile(clusterFolder(clusterHome(folder.path)).log, "utf8");
  expect([code, log.includes("confidential"), log.includes("INSERT")]).toEqual(["23505", false, false]);
});

test("a folder that another version made is refused with both versions", async () => {
  await using folder = await tempFolder();
  const { data } = clusterFolder(clusterHome(folder.path));
  await mkdir(data, { recursive: true });
  await writeFile(join(data, "PG_VERSION"), "13\n");
  expect(await refusal(start(folder.path))).toEqual([
    "database_other_version",
    { folder: clusterHome(folder.path), found: "13", wanted: bin ? 15 : 18 },
  ]);
});

test("a folder with something else in it is refused", async () => {
  await using folder = await tempFolder();
  await mkdir(clusterHome(folder.path));
  await writeFile(join(clusterHome(folder.path), "notes.txt"), "mine");
  expect(await refusal(start(folder.path))).toEqual([
    "database_folder_foreign",
    { folder: clusterHome(folder.path) },
  ]);
});

test("a link to a database that is not there is refused", async () => {
  await using folder = await tempFolder();
  await symlink(join(folder.path, "gone"), clusterHome(folder.path));
  expect(await refusal(start(folder.path))).toEqual([
    "database_folder_incomplete",
    { folder: clusterHome(folder.path) },
  ]);
});

test("a file where the data folder should be is refused", async () => {
  await using folder = await tempFolder();
  const file = join(folder.path, "file");
  await writeFile(file, "");
  expect([await refusal(start(file)), await refusal(start(join(file, "below")))]).toEqual([
    ["data_folder_not_a_folder", { folder: file }],
    ["data_folder_not_a_folder", { folder: join(file, "below") }],
  ]);
});

test("programs that are not there are missed by name", async () => {
  await using folder = await tempFolder();
  expect(await refusal(start(folder.path, "/nowhere/bin"))).toEqual([
    "database_binaries_missing",
    { where: "/nowhere/bin", platform: `${process.platform}-${process.arch}` },
  ]);
});

test("a server that cannot start says why in its own words", async () => {
  await using folder = await tempFolder();
  const first = await start(folder.path);
  await first.cluster.stop();
  const { data, log } = clusterFolder(clusterHome(folder.path));
  await writeFile(join(data, "postgresql.auto.conf"), "shared_buffers = 'no number'\n");
  const [code, details] = (await refusal(start(folder.path))) as [string, Details];
  expect([code, details.log, String(details.reason).includes("postgresql.auto.conf")]).toEqual([
    "database_start_failed",
    log,
    true,
  ]);
});
