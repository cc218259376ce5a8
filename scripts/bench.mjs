// `npm run bench -- NAME [--json]`: installs the peers, builds Parley and runs `bench/NAME.bench.ts` on the build.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt, NODE, ROOT, run } from "./prepare.mjs";

const folder = join(ROOT, "bench");
const known = readdirSync(folder)
  .filter((file) => file.endsWith(".bench.ts"))
  .map((file) => file.slice(0, -".bench.ts".length));
const [name = "", ...args] = process.argv.slice(2);
if (!known.includes(name)) {
  process.stderr.write(`Usage: npm run bench -- ${known.sort().join("|")} [--json]\n`);
  process.exit(2);
}
await ensureBuilt();
if (existsSync(join(folder, "package-lock.json")) && !existsSync(join(folder, "node_modules")))
  run("npm", ["ci", "--no-audit", "--no-fund"], { cwd: folder });
const { status } = spawnSync(NODE, ["--expose-gc", join(folder, `${name}.bench.ts`), ...args], {
  cwd: ROOT,
  stdio: "inherit",
});
process.exitCode = status ?? 1;
