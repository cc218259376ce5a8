// Runs a built program of Parley under the project's own Node and passes on signals and the exit code.
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { join } from "node:path";
import { NODE, ROOT } from "./prepare.mjs";

/** Ctrl-C reaches a script from the terminal and again through npm: once is meant. */
const SAME_SIGNAL_MS = 1000;

/** In MB: the tables of a short command all live on, and collecting garbage among them takes a quarter of its time. */
const ROOMY = ["--min-semi-space-size=64", "--max-semi-space-size=64"];

/**
 * Start `entry` and end as it ends. With `apart` it has a process group of its own, and hears of signals only from here.
 * With `short` it has the memory to end before garbage is collected.
 */
export function runProduct(entry, args, { apart = false, short = false, cwd = ROOT } = {}) {
  const detached = apart && process.platform !== "win32";
  const memory = short ? ROOMY : [];
  const child = spawn(NODE, [...memory, "--enable-source-maps", join(ROOT, entry), ...args], {
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
