// `npm run check`: everything a machine can say about the code without running it. CI runs the same line.
import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ensureInstalled, NODE, ROOT } from "./prepare.mjs";

ensureInstalled();
const bin = (file) => join("node_modules", file);
const node = (file, ...args) => [NODE, [bin(file), ...args]];

/** Steps of one group run side by side; a group starts when the one before it is done. */
const groups = [
  [["generate", ...[NODE, ["scripts/generate.mjs", "--check"]]]],
  [
    ["types", ...node("ts7/bin/tsc", "-p", "tsconfig.test.json")],
    ["web types", ...node("ts7/bin/tsc", "-p", "apps/web/tsconfig.json")],
    ["biome", ...node("@biomejs/biome/bin/biome", "check", "--error-on-warnings", ".")],
    ["style", NODE, ["scripts/style.mjs"]],
    ["imports", ...node("dependency-cruiser/bin/dependency-cruiser.mjs", "apps", "libs", "e2e")],
    ["unused", ...node("knip/bin/knip.js")],
    ["copies", ...node("jscpd/bin/jscpd")],
  ].filter(([name]) => name !== "web types" || existsSync(join(ROOT, "apps/web/src/app/main.tsx"))),
];

function step([name, command, args]) {
  return new Promise((resolve) => {
    const began = Date.now();
    const child = spawn(command, args, { cwd: ROOT, env: { ...process.env, FORCE_COLOR: "0" } });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    child.on("close", (code) => {
      // A parser that finds no module is a broken check, not a clean project.
      const empty = name === "imports" && /\b0 modules/.test(output);
      const good = code === 0 && !empty;
      process.stdout.write(
        `${good ? "ok  " : "FAIL"} ${name} ${((Date.now() - began) / 1000).toFixed(1)} s\n`,
      );
      if (!good) process.stdout.write(output);
      resolve(good);
    });
  });
}

let good = true;
for (const group of groups) {
  const results = [];
  const queue = [...group];
  await Promise.all(
    [0, 1].map(async () => {
      for (let next = queue.shift(); next; next = queue.shift()) results.push(await step(next));
    }),
  );
  good &&= results.every(Boolean);
}
// What `generate` writes is committed: in CI a difference is a failure.
const { stdout } = spawnSync("git", ["status", "--porcelain"], { cwd: ROOT, encoding: "utf8" });
if (process.env.CI && stdout.trim() !== "") {
  process.stdout.write(`FAIL the check left differences:\n${stdout}`);
  good = false;
}
process.exitCode = good ? 0 : 1;
