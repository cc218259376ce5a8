import { randomBytes } from "node:crypto";
import {
  chmod,
  chown,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  writeFile,
} from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { chooseHome, clusterFolder, clusterHome, findHome, folderError } from "./cluster-folder.ts";
import { type Binaries, program } from "./find-binaries.ts";
import { firstFault, runTool, type SystemUser } from "./run-tool.ts";
import { type Say, SetupError } from "./setup-error.ts";

/** What creating a cluster needs. */
export interface NewCluster {
  readonly folder: string;
  readonly binaries: Binaries;
  readonly user: SystemUser | null;
  readonly say: Say;
}

/** The folder of the cluster, created the first time. Throws when another PostgreSQL made it, or nobody did. */
export async function ensureCluster(wanted: NewCluster): Promise<string> {
  const home = (await findHome(wanted.folder)) ?? (await createCluster(wanted));
  await checkVersion(home, wanted.binaries.major);
  return home;
}

async function checkVersion(home: string, major: number): Promise<void> {
  const { data } = clusterFolder(home);
  const found = await readFile(join(data, "PG_VERSION"), "utf8").catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === "EACCES") throw new SetupError("database_folder_owner", { folder: home }, { cause });
    throw new SetupError("database_folder_foreign", { folder: home }, { cause });
  });
  if (Number(found) !== major)
    throw new SetupError("database_other_version", { folder: home, found: found.trim(), wanted: major });
}

async function createCluster(wanted: NewCluster): Promise<string> {
  const { folder, user, say } = wanted;
  const home = await chooseHome(folder, user, say);
  say("database_creating", { folder: home });
  try {
    await removeUnfinished(dirname(home), basename(clusterHome(folder)));
    const unfinished = `${home}.new-${process.pid}`;
    await initialise(unfinished, wanted);
    await publish(unfinished, home);
    if (home !== clusterHome(folder)) await link(home, folder);
  } catch (cause) {
    throw folderError(folder, cause);
  }
  say("database_created", { folder: home });
  return (await findHome(folder)) ?? home;
}

async function initialise(home: string, { binaries, user }: NewCluster): Promise<void> {
  const { data, password } = clusterFolder(home);
  await mkdir(home, { mode: 0o700 });
  await writeFile(password, randomBytes(24).toString("base64url"), { mode: 0o600 });
  if (user) for (const path of [home, password]) await chown(path, user.uid, user.gid);
  await chmod(home, 0o700);
  const args = ["-D", data, "-U", "postgres", "-A", "scram-sha-256", `--pwfile=${password}`];
  const { code, output } = await runTool(
    program(binaries.bin, "initdb"),
    [...args, "-E", "UTF8", ...locale(binaries.major), "--data-checksums", "--no-instructions"],
    user,
  );
  if (code === 0) return;
  await rm(home, { recursive: true, force: true });
  throw new SetupError("database_init_failed", { folder: dirname(home), reason: firstFault(output) });
}

/** From 17 on PostgreSQL brings the locale itself, the same on every system; before, only Linux has C.UTF-8. */
function locale(major: number): readonly string[] {
  const system = process.platform === "linux" ? "C.UTF-8" : "C";
  const builtin = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  return major >= 17 ? [...builtin, `--locale=${system}`] : [`--locale=${system}`];
}

/** Of two processes that create the cluster at once, the second takes the first one's. */
async function publish(unfinished: string, home: string): Promise<void> {
  try {
    await rename(unfinished, home);
    await syncFolder(dirname(home));
  } catch (cause) {
    await rm(unfinished, { recursive: true, force: true });
    const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
    if (code !== "ENOTEMPTY" && code !== "EEXIST") throw cause;
  }
}

async function link(home: string, folder: string): Promise<void> {
  await symlink(home, clusterHome(folder)).catch(async (cause: NodeJS.ErrnoException) => {
    await rm(home, { recursive: true, force: true });
    if (cause.code !== "EEXIST") throw cause;
  });
}

/** A rename is durable only when the folder it happened in is. Windows cannot open a folder. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  await handle.sync().finally(() => handle.close());
}

/** Clusters whose creation was killed half-way. */
async function removeUnfinished(folder: string, name: string): Promise<void> {
  for (const entry of await readdir(folder)) {
    const [, pid] = entry.startsWith(`${name}.new-`) ? entry.split(".new-") : [];
    if (pid !== undefined && !isAlive(Number(pid)))
      await rm(join(folder, entry), { recursive: true, force: true });
  }
}

/** A process of that number, other than this one, which has not begun. */
function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
