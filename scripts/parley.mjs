// The `parley` command line: installs and builds what is missing, then runs under the project's own Node.
import { existsSync, realpathSync } from "node:fs";
import module from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureBuilt, NODE, ROOT, steps } from "./prepare.mjs";

const MAIN = "apps/api/dist/cli/main.js";
const OFFLINE = "apps/api/dist/offline/offline.js";
/** Files are named from where the command was typed; npm itself changes to the project's folder. */
const cwd = process.env.INIT_CWD ?? process.cwd();

const load = (file) => import(pathToFileURL(join(ROOT, file)).href);

/** Run the command here: starting Node once more takes longer than most commands. */
async function runHere() {
  process.chdir(cwd);
  module.enableCompileCache();
  const { runOffline } = existsSync(join(ROOT, OFFLINE)) ? await load(OFFLINE) : {};
  const code = await runOffline?.(process.argv.slice(2));
  if (code !== undefined) {
    process.exitCode = code;
    return;
  }
  process.setSourceMapsEnabled(true);
  await load(MAIN);
}

await steps(async () => {
  ensureBuilt({ web: false });
  if (realpathSync(process.execPath) === realpathSync(NODE)) return runHere();
  const { runProduct } = await import("./run-product.mjs");
  runProduct(MAIN, process.argv.slice(2), { cwd, short: true });
});
