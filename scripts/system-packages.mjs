// The programs of the system that only tests need: a browser, another PostgreSQL, translation tools, fonts.
import { spawnSync } from "node:child_process";
import { run, StepFailed } from "./prepare.mjs";
import { tell } from "./words.mjs";

const packages = [
  "chromium",
  "fonts-noto-cjk",
  "fonts-noto-core",
  "postgresql-15",
  "translate-toolkit",
  "apertium",
  "apertium-es-pt",
];

/** Install the Debian packages that are missing, where this user may. */
export function ensureSystemPackages() {
  const missing = packages.filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  const names = missing.join(" ");
  const command = `apt-get install -y --no-install-recommends ${names}`;
  if (process.getuid?.() !== 0 || !exists("apt-get")) {
    tell("test_packages_missing", { packages: names, command });
    throw new StepFailed(command);
  }
  tell("test_installing", { packages: names });
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  // Another program may hold the lock for a moment, such as a machine's own daily update.
  const patience = ["-o", "DPkg::Lock::Timeout=120", "-o", "Acquire::Retries=3", "-q"];
  run("apt-get", [...patience, "update"], { env });
  run("apt-get", [...patience, "install", "-y", "--no-install-recommends", ...missing], { env });
}

function isInstalled(name) {
  const { stdout } = spawnSync("dpkg", ["-s", name], { encoding: "utf8" });
  return /^Status: install ok installed$/m.test(stdout ?? "");
}

const exists = (program) => !spawnSync(program, ["--version"]).error;
