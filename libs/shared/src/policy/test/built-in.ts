import { existsSync, readdirSync, readFileSync } from "node:fs";
import { parsePack } from "../../pack/index.ts";
import { assemblePolicy, type LanguageData, type PolicyParts } from "../index.ts";

const PACKS = new URL("../../../packs/", import.meta.url);
const LOCALES = new URL("../../../../../locales/", import.meta.url);

/** The sources of the built-in packs by file name. */
export const packSources: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(PACKS)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => [name, readFileSync(new URL(name, PACKS), "utf8")]),
);

export const builtInPacks = Object.values(packSources).flatMap((source) => parsePack(source).pack ?? []);

/** What depends on a language, of all languages. */
export const languages: Readonly<Record<string, LanguageData>> = Object.fromEntries(
  readdirSync(LOCALES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => [
      name,
      {
        ...folder(new URL(`${name}/lexicons/`, LOCALES), ""),
        ...folder(new URL(`${name}/models/`, LOCALES), "-model"),
      },
    ]),
);

function folder(url: URL, suffix: string): LanguageData {
  const files = existsSync(url) ? readdirSync(url).filter((name) => name.endsWith(".json")) : [];
  return Object.fromEntries(
    files.map((name) => [
      name.slice(0, -".json".length) + suffix,
      JSON.parse(readFileSync(new URL(name, url), "utf8")),
    ]),
  );
}

/** The policy of all built-in packs, with more when given. */
export const builtInPolicy = (more: Partial<PolicyParts> = {}) =>
  assemblePolicy({ packs: builtInPacks, languages, ...more });
