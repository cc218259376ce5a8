import { readdirSync, readFileSync } from "node:fs";
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

/** All lexicon folders of `locales`. */
export const languages: Readonly<Record<string, LanguageData>> = Object.fromEntries(
  readdirSync(LOCALES).map((tag) => [tag, lexiconFolder(new URL(`${tag}/lexicons/`, LOCALES))]),
);

function lexiconFolder(folder: URL): LanguageData {
  try {
    return Object.fromEntries(
      readdirSync(folder)
        .filter((name) => name.endsWith(".json"))
        .map((name) => [
          name.slice(0, -".json".length),
          JSON.parse(readFileSync(new URL(name, folder), "utf8")),
        ]),
    );
  } catch {
    return {};
  }
}

/** The policy of all built-in packs, with more when given. */
export const builtInPolicy = (more: Partial<PolicyParts> = {}) =>
  assemblePolicy({ packs: builtInPacks, languages, ...more });
