// `npm run dev`: the server and the web client, each rebuilt and restarted as its sources change.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt, NODE, ROOT, steps } from "./prepare.mjs";

const server = "apps/api/dist/app/main.js";
const watched = ["apps/api/dist", "libs/shared/dist", "locales"].flatMap((folder) => [
  "--watch-path",
  folder,
]);
const programs = [
  ["node_modules/ts7/bin/tsc", "-b", "--watch", "--preserveWatchOutput"],
  ["--watch", "--watch-preserve-output", ...watched, "--enable-source-maps", server],
  ...(existsSync(join(ROOT, "apps/web/index.html")) ? [["node_modules/vite/bin/vite.js", "apps/web"]] : []),
];

/** The browser talks to Vite, which passes on to the server; documents are written faster than they are listed. */
const environment = { PARLEY_PUBLIC_URL: "http://127.0.0.1:5173", PARLEY_ANY_DOCUMENT: "yes" };

await steps(() => {
  ensureBuilt({ web: false });
  const env = { ...environment, ...process.env };
  const children = programs.map((args) => spawn(NODE, args, { cwd: ROOT, stdio: "inherit", env }));
  // Ctrl-C reaches each of them from the terminal; when one ends by itself, the others have no use.
  process.on("SIGINT", () => undefined);
  const end = () => {
    for (const child of children) child.kill("SIGTERM");
  };
  process.on("SIGTERM", end);
  for (const child of children) child.on("exit", end);
});
