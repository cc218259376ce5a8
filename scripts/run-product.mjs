// Runs a built program of Parley under the project's own Node and passes on signals and the exit code.
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { join } from "node:path";
import { NODE, ROOT } from "./prepare.mjs";

/** Ctrl-C reaches a script from the terminal and again through npm: once is meant. */
const SAME_SIGNAL_MS = 1000;

/** Start `entry` and end as it ends. With `apart` it has a process group of its own, and hears of signals only from here. */
export function runProduct(entry, args, { apart = false, cwd = ROOT } = {}) {
  const detached = apart && process.platform !== "win32";
  const child = spawn(NODE, ["--enable-source-maps", join(ROOT, entry), ...args], {
    stdio: "inherit",
    cwd,
    detached,
  });
  let last = 0;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      if (Date.now() - last > SAME_SIGNAL_MS) child.kill(signal === "SIGHUP" ? "SIGTERM" : signal);
      last = Date.now();
    });
  }
  child.on("exit", (code, signal) => {
    process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0);
  });
}
