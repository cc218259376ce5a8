// The `parley` command line: installs and builds what is missing, then runs under the project's own Node.
import { ensureBuilt, steps } from "./prepare.mjs";
import { runProduct } from "./run-product.mjs";

await steps(() => {
  ensureBuilt({ web: false });
  // Files are named from where the command was typed; npm itself changes to the project's folder.
  runProduct("apps/api/dist/cli/main.js", process.argv.slice(2), {
    cwd: process.env.INIT_CWD ?? process.cwd(),
    short: true,
  });
});
