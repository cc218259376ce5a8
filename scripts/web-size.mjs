// `node scripts/web-size.mjs [--json]`: what a browser loads of the built web client before anything is opened, gzip'd.
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { ROOT } from "./prepare.mjs";

/** The most script of the first load, in kB gzip'd. */
const BUDGET = 260;
const dist = join(ROOT, "apps/web/dist");
const manifestFile = join(dist, ".vite/manifest.json");
if (!existsSync(manifestFile)) {
  process.stderr.write("apps/web/dist is not there: run `npm run build` and the web build first\n");
  process.exit(2);
}
const manifest = JSON.parse(readFileSync(manifestFile, "utf8"));

/** A chunk and all that it imports without waiting. */
function closure(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key]?.imports ?? []) closure(next, seen);
  return seen;
}

const kB = (file) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length / 1000;
const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
/** Before the first picture come the words of one language that features ask for at once; later ones load their own. */
const asked = globSync("apps/web/src/**/*.contribution.ts", { cwd: ROOT })
  .flatMap((file) => /\bwords: \[([^\]]*)\]/.exec(readFileSync(join(ROOT, file), "utf8"))?.[1] ?? [])
  .flatMap((list) => Array.from(list.matchAll(/"(\w+)"/g), ([, namespace]) => `ui/${namespace}`));
const words = ["errors", ...new Set(asked)].map((name) =>
  Object.keys(manifest).find((key) => key.endsWith(`locales/de/${name}.json`)),
);
if (words.includes(undefined)) throw new Error(`some of ${["errors", ...asked].join(" ")} are not built`);
const first = [...new Set([...closure(entry), ...words])];
const rows = first
  .map((key) => ({ file: manifest[key].file, gzip: kB(manifest[key].file) }))
  .sort((a, b) => b.gzip - a.gzip);
const css = [...new Set(first.flatMap((key) => manifest[key].css ?? []))].reduce(
  (sum, file) => sum + kB(file),
  0,
);
const script = rows.reduce((sum, { gzip }) => sum + gzip, 0);
const lazy = Object.keys(manifest)
  .filter((key) => !first.includes(key) && !key.includes("locales/") && manifest[key].file.endsWith(".js"))
  .map((key) => ({ file: manifest[key].file, gzip: kB(manifest[key].file) }))
  .filter(({ gzip }) => gzip > 5)
  .sort((a, b) => b.gzip - a.gzip);

if (process.argv.includes("--json"))
  process.stdout.write(
    `${JSON.stringify({ bench: "web-size", results: [{ subject: "parley", script, css, budget: BUDGET }] })}\n`,
  );
else {
  const line = ({ file, gzip }) => `${gzip.toFixed(1).padStart(8)} kB  ${file}\n`;
  process.stdout.write(
    `first load\n${rows.map(line).join("")}${line({ file: `script, of ${BUDGET} allowed`, gzip: script })}`,
  );
  process.stdout.write(`${line({ file: "styles", gzip: css })}later\n${lazy.map(line).join("")}`);
}
process.exitCode = script > BUDGET ? 1 : 0;
