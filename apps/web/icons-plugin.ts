import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Plugin } from "vite";
import { iconNames } from "./src/ui/icon-names.ts";

const ID = "virtual:icons";
const DEV_PATH = "/@icons.svg";

/** `import url from "virtual:icons"`: the address of one SVG file with the codicons that the product names. */
export function icons(): Plugin {
  let building = false;
  return {
    name: "parley-icons",
    configResolved: (config) => {
      building = config.command === "build";
    },
    resolveId: (id) => (id === ID ? `\0${ID}` : null),
    load(id) {
      if (id !== `\0${ID}`) return null;
      if (!building) return `export default ${JSON.stringify(DEV_PATH)}`;
      const file = this.emitFile({ type: "asset", name: "icons.svg", source: sprite() });
      return `export default import.meta.ROLLUP_FILE_URL_${file}`;
    },
    configureServer(server) {
      server.middlewares.use(DEV_PATH, (_request, response) => {
        response.setHeader("content-type", "image/svg+xml").end(sprite());
      });
    },
  };
}

function sprite(): string {
  const folder = join(
    dirname(createRequire(import.meta.url).resolve("@vscode/codicons/package.json")),
    "src/icons",
  );
  const symbols = iconNames.map((name) =>
    readFileSync(join(folder, `${name}.svg`), "utf8")
      .replace(/<svg[^>]*?viewBox="([^"]*)"[^>]*>/, `<symbol id="${name}" viewBox="$1" fill="currentColor">`)
      .replace("</svg>", "</symbol>")
      // Two decimals are far below a pixel and save two thirds of the file.
      .replace(/\d+\.\d{3,}/g, (number) => String(Math.round(Number(number) * 100) / 100)),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>`;
}
