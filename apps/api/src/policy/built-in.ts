import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type LanguageData, type Languages, type Pack, parsePack } from "@parley/shared/policy";
import { LOCALES, localeTags } from "../base/locales.ts";

/** The packs that come with Parley, beside the shared library. The same place for source and build. */
const PACKS = join(import.meta.dirname, "../../../../libs/shared/packs");

/** The sources of the packs that come with Parley, by id. */
export function builtInSources(): Readonly<Record<string, string>> {
  const files = readdirSync(PACKS).filter((name) => name.endsWith(".yaml"));
  return Object.fromEntries(
    files.sort().map((name) => [name.slice(0, -".yaml".length), readFileSync(join(PACKS, name), "utf8")]),
  );
}

/** The packs that come with Parley. */
export function builtInPacks(): readonly Pack[] {
  return Object.values(builtInSources()).flatMap((source) => parsePack(source).pack ?? []);
}

/** The lexicon folders of all languages, or of some. */
export function languageData(tags: readonly string[] = localeTags()): Languages {
  return Object.fromEntries(tags.map((tag) => [tag, lexiconFolder(join(LOCALES, tag, "lexicons"))]));
}

function lexiconFolder(folder: string): LanguageData {
  if (!existsSync(folder)) return {};
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return Object.fromEntries(
    files.map((name) => [
      name.slice(0, -".json".length),
      JSON.parse(readFileSync(join(folder, name), "utf8")),
    ]),
  );
}
