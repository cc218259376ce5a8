// `npm start`: from a fresh clone to a running Parley. Installs and builds what is missing or older than its sources.
import { ensureBuilt, steps } from "./prepare.mjs";
import { runProduct } from "./run-product.mjs";
import { tell } from "./words.mjs";

await steps(() => {
  ensureBuilt();
  tell("start_starting");
  runProduct("apps/api/dist/app/main.js", process.argv.slice(2), { apart: true });
});
