// `npm run gen`: writes what is derived from the code; with --check fails when a committed file differs.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, ROOT } from "./prepare.mjs";

/** Each generator gives the path of a committed file and its text. */
const generators = [];

build({ web: false });
const check = process.argv.includes("--check");
let stale = 0;
for (const generate of generators) {
  const { path, text } = await generate();
  const file = join(ROOT, path);
  if (existsSync(file) && readFileSync(file, "utf8") === text) continue;
  if (check) {
    stale += 1;
    process.stdout.write(`${path} is not what the code says: run \`npm run gen\` and commit it\n`);
  } else writeFileSync(file, text);
}
process.exitCode = stale > 0 ? 1 : 0;
