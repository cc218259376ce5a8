// `npm run gen`: writes what is derived from the code; with --check fails when a committed file differs.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { channelsPage } from "./channels-page.mjs";
import { build, ROOT } from "./prepare.mjs";

/** Each generator gives the path of a committed file and its text. */
const generators = [
  configurationPage,
  channelsPage,
  templateSchema("catalogue", "CATALOGUE_FILE"),
  templateSchema("language", "LANGUAGE_FILE"),
  templateSchema("template", "TEMPLATE_FILE"),
];

build({ web: false });
const check = process.argv.includes("--check");
let stale = 0;
for (const generate of generators) {
  const { path, text } = await generate();
  const file = join(ROOT, path);
  if (existsSync(file) && readFileSync(file, "utf8") === text) continue;
  if (check) {
    stale += 1;
    process.stdout.write(`${path} is not what the code says: run \`npm run gen\` and commit it\n`);
  } else writeFileSync(file, text);
}
process.exitCode = stale > 0 ? 1 : 0;

/** `docs/configuration.md`: the variables of `settings.ts` with the words of `locales/en/cli.json`. */
async function configurationPage() {
  const { settings } = await import(pathToFileURL(join(ROOT, "apps/api/dist/app/settings.js")).href);
  const words = JSON.parse(readFileSync(join(ROOT, "locales/en/cli.json"), "utf8"));
  const rows = Object.values(settings).map(({ variable, kind, known, fallback }) => {
    const takes = known ? known.map((one) => `\`${one}\``).join(", ") : words[`setting_kind_${kind}`];
    return `| \`${variable}\` | ${takes} | ${fallback ? `\`${fallback}\`` : ""} | ${words[`setting_${variable}`]} |`;
  });
  const text = [
    "# Configuration",
    "",
    "Parley reads these environment variables once, when it starts. It needs none of them: without any it is a demo on this",
    "machine with a database of its own. A value it cannot use ends the start with a sentence that names the variable.",
    "",
    "This page is written by `npm run gen` from `apps/api/src/app/settings.ts` and `locales/en/cli.json`.",
    "",
    "| variable | takes | default | meaning |",
    "|---|---|---|---|",
    ...rows,
  ];
  return { path: "docs/configuration.md", text: `${text.join("\n")}\n` };
}

/** `docs/schemas/*.schema.json`: what editors check the template files with, from the loader's own schema. */
function templateSchema(name, exported) {
  return async () => {
    const schemas = await import(pathToFileURL(join(ROOT, "libs/shared/dist/template/index.js")).href);
    return {
      path: `docs/schemas/${name}.schema.json`,
      text: `${JSON.stringify(schemas[exported], null, 2)}\n`,
    };
  };
}
