import { randomUUID } from "node:crypto";
import { chmod, cp, lstat, mkdir, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { type Binaries, majorVersion } from "./find-binaries.ts";
import { runTool, type SystemUser } from "./run-tool.ts";
import { type Say, SetupError } from "./setup-error.ts";

/**
 * What Parley keeps of its cluster: `data` is PostgreSQL's own folder, `password` the superuser's, `log` what the
 * server writes. The three lie in one folder, so that creating it is one rename.
 */
export interface ClusterFolder {
  readonly data: string;
  readonly password: string;
  readonly log: string;
}

/** Where clusters and programs go that an unprivileged user could not reach in root's own folders. */
const SYSTEM_FOLDER = "/var/lib/parley";

/** The three paths in the folder that holds a cluster. */
export function clusterFolder(home: string): ClusterFolder {
  return { data: join(home, "data"), password: join(home, "password"), log: join(home, "log") };
}

/** The path at which Parley's data folder shows its cluster: a folder, or a link to one in the system folder. */
export function clusterHome(folder: string): string {
  return join(resolve(folder), "postgres");
}

/** The real folder of the cluster, or undefined when none was created yet. */
export async function findHome(folder: string): Promise<string | undefined> {
  const home = clusterHome(folder);
  if (!(await lstat(home).catch(() => undefined))) return undefined;
  const real = await realpath(home).catch(() => undefined);
  if (real === undefined) throw new SetupError("database_folder_incomplete", { folder: home });
  return real;
}

/** Create Parley's data folder where it is missing. Others may pass through it when root's cluster lies inside. */
export async function makeDataFolder(folder: string, user: SystemUser | null): Promise<void> {
  try {
    const first = await mkdir(folder, { recursive: true, mode: 0o700 });
    if (first === undefined && !(await stat(folder)).isDirectory()) throw notAFolder(folder);
    const mode = user ? 0o711 : 0o700;
    for (let made = resolve(folder); first !== undefined && made.length >= first.length; made = dirname(made))
      await chmod(made, mode);
  } catch (cause) {
    throw folderError(folder, cause);
  }
}

/** Refusals of the file system as errors that name the folder. */
export function folderError(folder: string, cause: unknown): unknown {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  if (["EEXIST", "ENOTDIR"].includes(code)) return notAFolder(folder);
  if (["EACCES", "EPERM", "EROFS", "ENOSPC", "ENOENT"].includes(code))
    return new SetupError("data_folder_not_writable", { folder, reason: code }, { cause });
  return cause;
}

const notAFolder = (folder: string) => new SetupError("data_folder_not_a_folder", { folder });

/** Whether `user` can get into a folder: every folder above it must let them pass, too. */
export async function mayEnter(folder: string, user: SystemUser | null): Promise<boolean> {
  if (!user) return true;
  return (await runTool("/bin/sh", ["-c", 'cd -- "$1"', "sh", folder], user)).code === 0;
}

/** The folder a new cluster is to have: beside Parley's other data, or in the system folder where `user` can enter. */
export async function chooseHome(folder: string, user: SystemUser | null, say: Say): Promise<string> {
  if (await mayEnter(folder, user)) return clusterHome(folder);
  const home = join(SYSTEM_FOLDER, randomUUID());
  await makeSystemFolder();
  say("database_moved", { folder: resolve(folder), user: user?.name ?? "", to: home });
  return home;
}

/** The programs, copied to the system folder where `user` cannot run them from where npm put them. */
export async function reachableBinaries(
  binaries: Binaries,
  user: SystemUser | null,
  say: Say,
): Promise<Binaries> {
  if (!user || (await majorVersion(binaries.bin, user)) === binaries.major) return binaries;
  const package_ = await readFile(join(dirname(binaries.whole), "package.json"), "utf8").catch(() => "{}");
  const { version = String(binaries.major) } = JSON.parse(package_) as { version?: string };
  const whole = join(SYSTEM_FOLDER, `postgresql-${version}-${process.platform}-${process.arch}`);
  const bin = join(whole, basename(binaries.bin));
  if ((await majorVersion(bin, user)) !== binaries.major) {
    await makeSystemFolder();
    say("database_programs_copied", { folder: binaries.whole, user: user.name, to: whole });
    await copyForEveryone(binaries.whole, whole);
  }
  if ((await majorVersion(bin, user)) !== binaries.major)
    throw new SetupError("database_folder_closed", { folder: bin, user: user.name });
  return { ...binaries, whole, bin };
}

async function makeSystemFolder(): Promise<void> {
  try {
    await mkdir(SYSTEM_FOLDER, { recursive: true });
    await chmod(SYSTEM_FOLDER, 0o755);
  } catch (cause) {
    throw folderError(SYSTEM_FOLDER, cause);
  }
}

/** A copy that was cut short must never be taken for a whole one, so the last step is a rename. */
async function copyForEveryone(from: string, to: string): Promise<void> {
  const partial = `${to}.${randomUUID()}`;
  await cp(from, partial, { recursive: true, verbatimSymlinks: true });
  await runTool("chmod", ["-R", "a+rX", partial], null);
  await rm(to, { recursive: true, force: true });
  await rename(partial, to);
}
