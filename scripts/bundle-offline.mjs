// Makes the commands that need no server start quickly, from what the compiler wrote: `apps/api/dist/offline/offline.js`
// has them in a few files, `apps/api/dist/language-digests.json` what does not change from one run to the next.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";
import { ROOT } from "./prepare.mjs";

await build({
  root: ROOT,
  configFile: false,
  logLevel: "error",
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: "apps/api/dist/cli/offline.js",
    target: "node24",
    // One folder deep, as the modules in it are: they find the words of `locales` from where they stand.
    outDir: "apps/api/dist/offline",
    emptyOutDir: true,
    minify: false,
    rolldownOptions: { output: { chunkFileNames: "[name].js", entryFileNames: "[name].js" } },
  },
});

const digests = pathToFileURL(join(ROOT, "apps/api/dist/policy/language-digests.js")).href;
const { DIGESTS, digestLanguages } = await import(digests);
writeFileSync(DIGESTS, `${JSON.stringify(digestLanguages(), null, 2)}\n`);
