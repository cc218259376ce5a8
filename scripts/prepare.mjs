// Brings a checkout to a state in which Parley can run. Only Node 20's own modules, since nothing is installed yet.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** The project's own Node, in `node_modules`, whatever the machine has. */
export const NODE = join(ROOT, "node_modules/node/bin", process.platform === "win32" ? "node.exe" : "node");

/** Run a command in the project's folder with its output shown on stderr. Throws with the command when it fails. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: ROOT, stdio: ["ignore", 2, 2], ...options });
  if (error) throw error;
  if (status !== 0) throw new Error(`${[command, ...args].join(" ")} ended with exit code ${status}`);
}

/** Install the packages of the lock file unless they are there already. */
export function ensureInstalled() {
  const lock = join(ROOT, "package-lock.json");
  const installed = join(ROOT, "node_modules/.package-lock.json");
  const fresh =
    existsSync(installed) && existsSync(NODE) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs;
  if (!fresh && !(existsSync(NODE) && sameVersions(lock, installed)))
    run("npm", ["ci", "--no-audit", "--no-fund"]);
}

/** A checkout touches the lock file's time, so the contents decide. */
function sameVersions(lock, installed) {
  if (!existsSync(installed)) return false;
  const versions = (file) => JSON.parse(readFileSync(file, "utf8")).packages;
  const have = versions(installed);
  return Object.entries(versions(lock)).every(
    ([path, { version, optional, link }]) =>
      path === "" || link || optional || !path.startsWith("node_modules/") || have[path]?.version === version,
  );
}

/** Compile the server and the shared library, and bundle the web client. */
export function build({ web = true } = {}) {
  run(NODE, ["node_modules/ts7/bin/tsc", "-b"]);
  if (web && existsSync(join(ROOT, "apps/web/index.html")))
    run(NODE, ["node_modules/vite/bin/vite.js", "build", "apps/web", "--logLevel", "warn"]);
}

export async function ensureBuilt() {
  ensureInstalled();
  build();
}
