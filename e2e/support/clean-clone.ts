import { spawnSync } from "node:child_process";
import { existsSync, globSync } from "node:fs";
import { chmod, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { TestProject } from "vitest/node";
import { type Parley, ROOT, removeFolder, startParley } from "./parley.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The address of a Parley that `npm start` brought up in a clean clone, with the demo workspace. */
    readonly parleyUrl: string;
    readonly parleyMetricsUrl: string;
  }
}

/** Clone what is committed, start it as a newcomer would, and let every journey that needs no Parley of its own use it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "parley-clone-"));
  await chmod(folder, 0o711);
  const clone = join(folder, "parley");
  // The checkout may belong to another user, as in a container.
  const trust = join(folder, "gitconfig");
  await writeFile(trust, "[safe]\n\tdirectory = *\n");
  run("git", ["clone", "--quiet", "--no-hardlinks", ROOT, clone], { GIT_CONFIG_GLOBAL: trust });
  // Installing takes half a minute: only the full smoke test does it as a newcomer does.
  if (process.env.PARLEY_SMOKE !== "full") linkPackages(clone);
  const parley = await startParley({ npmStartIn: clone, data: join(folder, "data") });
  project.provide("parleyUrl", parley.url);
  project.provide("parleyMetricsUrl", parley.metricsUrl);
  return () => tearDown(parley, folder);
}

function linkPackages(clone: string): void {
  for (const packages of ["node_modules", ...globSync("{apps,libs}/*/node_modules", { cwd: ROOT })])
    if (existsSync(join(ROOT, packages))) {
      // Hard links where both folders are on one disk, copies elsewhere.
      const linked = spawnSync("cp", ["-al", join(ROOT, packages), join(clone, dirname(packages))]);
      if (linked.status !== 0) run("cp", ["-a", join(ROOT, packages), join(clone, dirname(packages))]);
    }
}

async function tearDown(parley: Parley, folder: string): Promise<void> {
  const code = await parley.stop();
  if (code !== 0) throw new Error(`npm start ended with ${code}:\n${parley.terminal()}`);
  await removeFolder(folder);
}

function run(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): void {
  const { status, stderr } = spawnSync(command, args, { encoding: "utf8", env: { ...process.env, ...env } });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}: ${stderr}`);
}
