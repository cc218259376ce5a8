// Adds to package-lock.json the optional packages of other systems that a registry's mirror did not offer: without an
// entry for each, `npm ci` refuses the lock file. Run it after an install that dropped some; `npm run check` says when.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const LOCK = fileURLToPath(new URL("../package-lock.json", import.meta.url));
const systems = [
  "win32",
  "darwin",
  "linux",
  "android",
  "freebsd",
  "openharmony",
  "openbsd",
  "netbsd",
  "sunos",
  "aix",
];
const processors = [
  "arm64",
  "x64",
  "ia32",
  "arm",
  "ppc64",
  "riscv64",
  "s390x",
  "loong64",
  "wasm32",
  "mips64el",
];

/** Optional dependencies that the lock file names but does not hold. */
export function missingOptionals(lock) {
  return Object.entries(lock.packages).flatMap(([path, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(
        ([name, version]) =>
          /^\d/.test(version) &&
          !lock.packages[`node_modules/${name}`] &&
          !lock.packages[`${path}/node_modules/${name}`],
      )
      .map(([name, version]) => ({ name, version, dev: entry.dev === true })),
  );
}

function entryOf({ name, version, dev }) {
  const words = name.split(/[-/@]/);
  const os = systems.filter((one) => words.includes(one));
  const cpu = processors.filter((one) => words.includes(one));
  const libc = words.includes("musl") || words.includes("musleabihf") ? ["musl"] : [];
  return {
    version,
    ...(cpu.length > 0 && { cpu }),
    ...(dev && { dev }),
    ...(libc.length > 0 && { libc }),
    optional: true,
    ...(os.length > 0 && { os }),
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(join(process.argv[1])).href) {
  const lock = JSON.parse(readFileSync(LOCK, "utf8"));
  for (const missing of missingOptionals(lock))
    lock.packages[`node_modules/${missing.name}`] = entryOf(missing);
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(LOCK, `${JSON.stringify(lock, null, 2)}\n`);
}
