import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { languageDigest } from "@parley/shared/policy";
import { localeTags } from "../base/locales.ts";
import { languageData, languageFiles, sha256 } from "./built-in.ts";

/** Where the build leaves the digests. The same place for source and build. */
export const DIGESTS = join(import.meta.dirname, "../../dist/language-digests.json");

interface Digested {
  readonly digest: string;
  /** What the files of the language looked like. */
  readonly files: string;
}

/** The digests of all languages, to be kept. Reading everything takes longer than a short command does otherwise. */
export function digestLanguages(): Readonly<Record<string, Digested>> {
  const languages = Object.entries(languageData());
  return Object.fromEntries(
    languages.map(([tag, data]) => [tag, { digest: languageDigest(data, sha256), files: look(tag) }]),
  );
}

/** The kept digests of the languages whose files have not changed since. */
export function builtDigests(file: string = DIGESTS): Readonly<Record<string, string>> {
  if (!existsSync(file)) return {};
  const kept: Readonly<Record<string, Digested>> = JSON.parse(readFileSync(file, "utf8"));
  return Object.fromEntries(
    localeTags().flatMap((tag) => {
      const known = kept[tag];
      return known?.files === look(tag) ? [[tag, known.digest]] : [];
    }),
  );
}

/** Names, sizes and times of a language's files. */
const look = (tag: string): string =>
  languageFiles(tag)
    .map(({ key, path }) => {
      const { size, mtimeMs } = statSync(path);
      return `${key} ${size} ${mtimeMs}`;
    })
    .join("\n");
