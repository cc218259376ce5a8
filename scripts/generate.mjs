// `npm run gen`: writes what is derived from the code; with --check fails when a committed file differs.
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { channelsPage } from "./channels-page.mjs";
import { identifiersPage } from "./identifiers-page.mjs";
import { builtInPacks, packSchema, rulesPage } from "./policy-pages.mjs";
import { build, ROOT } from "./prepare.mjs";

/** Each generator gives the path of a committed file and its text. */
const generators = [
  // First: the server reads them when it is loaded for its schema.
  builtInPacks,
  packSchema,
  rulesPage,
  configurationPage,
  channelsPage,
  identifiersPage,
  schemaText,
  schemaTypes,
  documentManifest,
  documentIds,
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

/** `apps/api/schema.graphql`: the whole API, sorted; reviewing its difference is reviewing a change of the API. */
async function schemaText() {
  await import("reflect-metadata");
  const { schemaText } = await import(pathToFileURL(join(ROOT, "apps/api/dist/app/schema.js")).href);
  return { path: "apps/api/schema.graphql", text: await schemaText() };
}

/** The types the web client's documents are checked with. */
async function schemaTypes() {
  const { buildSchema, introspectionFromSchema } = await import("graphql");
  const { minifyIntrospection, outputIntrospectionFile } = await import("@gql.tada/internal");
  const schema = buildSchema(readFileSync(join(ROOT, "apps/api/schema.graphql"), "utf8"));
  const introspection = minifyIntrospection(introspectionFromSchema(schema, { descriptions: false }));
  const text = outputIntrospectionFile(introspection, { fileType: ".d.ts", shouldPreprocess: true });
  return { path: "apps/web/src/gql/graphql-env.d.ts", text };
}

/** Every document of the web client by operation name, from all `*.documents.ts`. */
async function documents() {
  const { print } = await import("graphql");
  // Apollo's cache needs the type of everything, so the server's text asks for it.
  const { addTypenameToDocument } = await import("@apollo/client/utilities");
  const found = new Map();
  for (const file of globSync("apps/web/src/**/*.documents.ts", { cwd: ROOT }).sort()) {
    for (const document of Object.values(await import(pathToFileURL(join(ROOT, file)).href))) {
      const name = document?.definitions?.find(({ kind }) => kind === "OperationDefinition")?.name?.value;
      if (!name) continue;
      if (found.has(name)) throw new Error(`two documents are called ${name}; the second stands in ${file}`);
      found.set(name, print(addTypenameToDocument(document)));
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1));
}

function hash(text) {
  return createHash("sha256").update(text).digest("hex");
}
function json(entries) {
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}

/** What the server answers: documents by the SHA-256 of their text. */
async function documentManifest() {
  const entries = (await documents()).map(([, text]) => [hash(text), text]);
  return {
    path: "apps/web/src/gql/documents.json",
    text: json(entries.sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** What the client sends: hashes by operation name. */
async function documentIds() {
  const entries = (await documents()).map(([name, text]) => [name, hash(text)]);
  return { path: "apps/web/src/gql/document-ids.json", text: json(entries) };
}
