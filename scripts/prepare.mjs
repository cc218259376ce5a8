// Brings a checkout to a state in which Parley can run. Only Node 20's own modules, since nothing is installed yet.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { tell } from "./words.mjs";

export const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** The project's own Node, in `node_modules`, whatever the machine has. */
export const NODE = join(ROOT, "node_modules/node/bin", process.platform === "win32" ? "node.exe" : "node");

/** A step that failed, after saying itself what went wrong. */
export class StepFailed extends Error {
  name = "StepFailed";
}

/** Run a command in the project's folder with its output shown on stderr. Throws with the command when it fails. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: ROOT, stdio: ["ignore", 2, 2], ...options });
  if (error) throw error;
  if (status !== 0) throw new StepFailed(`${[command, ...args].join(" ")} ended with exit code ${status}`);
}

/** Run a script's steps; a failing one ends it with a sentence instead of a stack. */
export async function steps(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    tell("step_failed", { step: error.message });
    process.exitCode = 1;
  }
}

/** Install the packages of the lock file unless they are there already. */
export function ensureInstalled() {
  const lock = join(ROOT, "package-lock.json");
  const installed = join(ROOT, "node_modules/.package-lock.json");
  const fresh =
    existsSync(installed) && existsSync(NODE) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs;
  if (fresh || (existsSync(NODE) && sameVersions(lock, installed))) return;
  if (Number(process.versions.node.split(".")[0]) < 20) {
    tell("start_node_too_old", { version: process.version });
    throw new StepFailed(`node ${process.version}`);
  }
  tell("start_installing");
  // The machine's own Node may be older than the packages ask for; it only runs npm here.
  run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    shell: process.platform === "win32",
  });
}

/** A checkout touches the lock file's time, so the contents decide. */
function sameVersions(lock, installed) {
  if (!existsSync(installed)) return false;
  const versions = (file) => JSON.parse(readFileSync(file, "utf8")).packages;
  const have = versions(installed);
  return Object.entries(versions(lock)).every(
    ([path, { version, optional, link }]) =>
      path === "" || link || optional || !path.includes("node_modules/") || have[path]?.version === version,
  );
}

const server = {
  built: "apps/api/dist/.built",
  sources: [
    "apps/api/src",
    "apps/api/tsconfig.json",
    "libs/shared/src",
    "tsconfig.base.json",
    "package-lock.json",
  ],
};
const client = {
  built: "apps/web/dist/.built",
  sources: [
    "apps/web/src",
    "apps/web/index.html",
    "apps/web/vite.config.ts",
    "libs/shared/src",
    "locales",
    "package-lock.json",
  ],
};

/** Compile the server and the shared library, and bundle the web client. */
export function build({ web = true } = {}) {
  const began = Date.now();
  run(NODE, ["node_modules/ts7/bin/tsc", "-b"]);
  run(NODE, ["scripts/bundle-offline.mjs"]);
  note(server.built, began);
  if (!web || !existsSync(join(ROOT, "apps/web/index.html"))) return;
  run(NODE, ["node_modules/vite/bin/vite.js", "build", "apps/web", "--logLevel", "error"]);
  note(client.built, began);
}

/** Build what is older than its sources. */
export function ensureBuilt({ web = true } = {}) {
  ensureInstalled();
  const wantsWeb = web && existsSync(join(ROOT, "apps/web/index.html")) && isStale(client);
  if (!wantsWeb && !isStale(server)) return;
  tell("start_building");
  build({ web: wantsWeb });
}

/** What changed while it was being built counts as newer. */
function note(built, began) {
  writeFileSync(join(ROOT, built), `${began}\n`);
}

function isStale({ built, sources }) {
  const file = join(ROOT, built);
  if (!existsSync(file)) return true;
  const at = Number(readFileSync(file, "utf8"));
  return sources.some((source) => newest(join(ROOT, source)) > at);
}

/** The newest change in a file or below a folder; a folder's own time tells of deletions. */
function newest(path) {
  const entry = statSync(path, { throwIfNoEntry: false });
  if (!entry) return 0;
  if (!entry.isDirectory()) return entry.mtimeMs;
  return Math.max(entry.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
