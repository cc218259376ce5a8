// The `parley` command line: installs and builds what is missing, then runs under the project's own Node.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ensureBuilt, NODE } from "./prepare.mjs";

const entry = fileURLToPath(new URL("../apps/api/dist/cli/main.js", import.meta.url));
if (!existsSync(entry) || !existsSync(NODE)) await ensureBuilt();
const child = spawn(NODE, [entry, ...process.argv.slice(2)], { stdio: "inherit", cwd: process.cwd() });
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => {
  process.exitCode = code ?? (signal ? 1 : 0);
});
