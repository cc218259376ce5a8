// What the composer loads to check a reply, in kB of gzip: the engine with all detectors as the browser gets it, the
// built-in packs, and the words and register model of the heaviest language. The language model is loaded later, in a worker, and not counted.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { type Result, report } from "./report.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const ENTRY = "composer-entry";
const SOURCE = `export { applyFix, assemblePolicy, blocking, createChecker } from "${join(ROOT, "libs/shared/src/policy/index.ts")}";`;

const built = await build({
  configFile: false,
  logLevel: "silent",
  root: ROOT,
  resolve: { conditions: ["parley-source", "module", "browser"] },
  plugins: [
    {
      name: "composer",
      enforce: "pre",
      resolveId: (id) => (id.endsWith(ENTRY) ? `\0${ENTRY}` : undefined),
      load: (id) => (id === `\0${ENTRY}` ? SOURCE : undefined),
    },
  ],
  build: {
    write: false,
    target: "es2023",
    // As the web client is built: inlined, the list of public suffixes would be there twice.
    rolldownOptions: {
      input: ENTRY,
      preserveEntrySignatures: "strict",
      optimization: { inlineConst: false },
    },
  },
});

const kilobytes = (text: string | Uint8Array): number =>
  Math.round(gzipSync(text, { level: 9 }).length / 100) / 10;
const outputs = [built].flat().flatMap((one) => ("output" in one ? one.output : []));
const code = outputs.map((one) => (one.type === "chunk" ? one.code : "")).join("\n");
const packs = readFileSync(join(ROOT, "libs/shared/packs/built-in.json"));
const words = (tag: string): readonly string[] =>
  ["lexicons", "models"]
    .map((name) => join(ROOT, "locales", tag, name))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8")));
const tags = readdirSync(join(ROOT, "locales"));
const heaviest = Math.max(...tags.map((tag) => kilobytes(words(tag).join(""))));

const parts = { script: kilobytes(code), packs: kilobytes(packs), words: heaviest };
const results: readonly Result[] = [
  {
    subject: "parley",
    ...parts,
    total: Math.round((parts.script + parts.packs + parts.words) * 10) / 10,
    most: 250,
  },
];
report("weight", results);
if (results.some(({ total, most }) => Number(total) > Number(most))) process.exitCode = 1;
