import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The top-level `locales` folder: the only prose a person reads. The same place for source and build. */
export const LOCALES = join(import.meta.dirname, "../../../../locales");

/** Read one JSON file of a language, such as `readLocale("de", "ui.json")`. Throws when it is missing. */
export function readLocale<T>(tag: string, file: string): T {
  return JSON.parse(readFileSync(join(LOCALES, tag, file), "utf8")) as T;
}

/** Every language with a folder in `locales`, sorted. */
export function localeTags(): readonly string[] {
  return readdirSync(LOCALES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
