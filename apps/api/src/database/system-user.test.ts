import { chmod, cp, lstat, mkdir, readFile, realpath, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Client } from "pg";
import { expect, inject, test } from "vitest";
import { type Cluster, startCluster } from "./cluster.ts";
import { clusterFolder, clusterHome } from "./cluster-folder.ts";
import { findBinaries } from "./find-binaries.ts";
import type { Details } from "./setup-error.ts";
import { isRoot } from "./system-user.ts";
import { clusterProcess, nobody } from "./test/cluster-process.ts";
import { tempFolder } from "./test/temp-folder.ts";

const bin = inject("postgresBin") ?? undefined;

async function answers(cluster: Pick<Cluster, "superuserUrl">): Promise<boolean> {
  const client = new Client({ connectionString: cluster.superuserUrl("postgres") });
  await client.connect();
  await client.query("SELECT 1");
  await client.end();
  return true;
}

/** Start and stop a cluster; gives what it told by code. */
async function startOnce(folder: string, programs = bin) {
  const said = new Map<string, Details>();
  const say = (code: string, details: Details = {}) => void said.set(code, details);
  const cluster = await startCluster({ folder, bin: programs, say });
  const good = await answers(cluster);
  await cluster.stop();
  return { said, good };
}

test.runIf(isRoot())("root's cluster runs as another user, who alone owns the data", async () => {
  await using folder = await tempFolder();
  const { good } = await startOnce(folder.path);
  const { data, password } = clusterFolder(clusterHome(folder.path));
  const owners = await Promise.all([data, password].map(async (path) => (await stat(path)).uid));
  expect([good, owners.includes(0), new Set(owners).size]).toEqual([true, false, 1]);
});

test.runIf(isRoot())("an ordinary user's cluster is theirs, and later root keeps it so", async () => {
  await using folder = await tempFolder();
  const home = join(folder.path, "home");
  await mkdir(home);
  await chmod(home, 0o777);
  const ordinary = await clusterProcess([home, ...(bin ? [bin] : [])], nobody);
  await ordinary.until("url");
  await ordinary.end("SIGTERM");
  const { good } = await startOnce(home);
  expect([good, (await stat(clusterFolder(clusterHome(home)).data)).uid]).toEqual([true, nobody.uid]);
});

test.runIf(isRoot())("an ordinary user is told when the cluster is another user's", async () => {
  await using folder = await tempFolder();
  await startOnce(folder.path);
  const ordinary = await clusterProcess([folder.path, ...(bin ? [bin] : [])], nobody);
  const told = await ordinary.until("refused");
  expect(told).toEqual([{ refused: "database_folder_owner", folder: clusterHome(folder.path) }]);
});

test.runIf(isRoot())("an ordinary user is told when the data folder cannot be written", async () => {
  await using folder = await tempFolder();
  const inside = join(folder.path, "inside");
  const ordinary = await clusterProcess([inside, ...(bin ? [bin] : [])], nobody);
  const told = await ordinary.until("refused");
  expect(told).toEqual([{ refused: "data_folder_not_writable", folder: inside, reason: "EACCES" }]);
});

test.runIf(isRoot())(
  "in a home that only root can enter, the data goes to the system folder and is found again",
  async () => {
    await using folder = await tempFolder();
    await chmod(folder.path, 0o700);
    const data = join(folder.path, "clone/.parley");
    await mkdir(data, { recursive: true });
    const first = await startOnce(data);
    const link = clusterHome(data);
    const real = await realpath(link);
    const second = await startOnce(data);
    const isLink = (await lstat(link)).isSymbolicLink();
    await rm(real, { recursive: true });
    expect([first.good, second.good, isLink, dirname(real)]).toEqual([true, true, true, "/var/lib/parley"]);
    expect(first.said.get("database_moved")).toEqual({
      folder: data,
      user: expect.any(String),
      to: real,
    });
    expect([...second.said.keys()]).toEqual(["database_starting", "database_started", "database_stopped"]);
  },
);

test.runIf(isRoot())(
  "programs in a home that only root can enter are copied to where they can run",
  async () => {
    await using folder = await tempFolder();
    await using data = await tempFolder();
    await chmod(folder.path, 0o700);
    const version = `0.0.0-test-${process.pid}`;
    const { whole } = await findBinaries();
    const native = join(folder.path, "package/native");
    await cp(whole, native, { recursive: true, verbatimSymlinks: true });
    await writeFile(join(dirname(native), "package.json"), JSON.stringify({ version }));
    const copy = `/var/lib/parley/postgresql-${version}-${process.platform}-${process.arch}`;
    const { good, said } = await startOnce(data.path, join(native, "bin"));
    const options = await readFile(
      join(clusterFolder(clusterHome(data.path)).data, "postmaster.opts"),
      "utf8",
    );
    await rm(copy, { recursive: true });
    expect([good, options.startsWith(`${copy}/bin/postgres`)]).toEqual([true, true]);
    expect(said.get("database_programs_copied")).toMatchObject({ folder: native, to: copy });
  },
);

test.runIf(isRoot())(
  "a cluster whose folder was closed to its user afterwards is refused with the folder",
  async () => {
    await using folder = await tempFolder();
    const data = join(folder.path, "data");
    await startOnce(data);
    await chmod(data, 0o700);
    await expect(startOnce(data)).rejects.toMatchObject({
      code: "database_folder_closed",
      details: { folder: clusterHome(data) },
    });
  },
);
