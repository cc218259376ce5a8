import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Hash, LanguageData, Languages, Pack } from "@parley/shared/policy";
import { LOCALES, localeTags } from "../base/locales.ts";

/** The packs that come with Parley, beside the shared library. The same place for source and build. */
const PACKS = join(import.meta.dirname, "../../../../libs/shared/packs");

/** Packs with this beginning are in force for every brand; the others are there to be copied. */
const EVERYWHERE = "parley.";

/** The packs in force for every brand; with `starter` also what a new brand begins with. */
export function builtInPacks({ starter = false } = {}): readonly Pack[] {
  const packs: readonly Pack[] = JSON.parse(readFileSync(join(PACKS, "built-in.json"), "utf8"));
  return packs.filter(({ id }) => starter || id.startsWith(EVERYWHERE));
}

/** What depends on a language: its lexicons and models, of all languages or of some. Each is read when it is first needed. */
export function languageData(tags: readonly string[] = localeTags()): Languages {
  return Object.fromEntries(
    tags.map((tag) => {
      const data: LanguageData = {};
      for (const { key, path } of languageFiles(tag)) readLater(data, key, path);
      return [tag, data];
    }),
  );
}

/** A file of a language's data, with the name it has there. */
export interface LanguageFile {
  readonly key: string;
  readonly path: string;
}

/** The files that `languageData` is made of. */
export const languageFiles = (tag: string): readonly LanguageFile[] => [
  ...filesIn(join(LOCALES, tag, "lexicons"), ""),
  ...filesIn(join(LOCALES, tag, "models"), "-model"),
];

function filesIn(folder: string, suffix: string): readonly LanguageFile[] {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json")) : [];
  return names.map((name) => ({
    key: name.slice(0, -".json".length) + suffix,
    path: join(folder, name),
  }));
}

function readLater(data: LanguageData, key: string, path: string): void {
  let read: { readonly value: unknown } | undefined;
  Object.defineProperty(data, key, {
    enumerable: true,
    get: () => {
      read ??= { value: JSON.parse(readFileSync(path, "utf8")) };
      return read.value;
    },
  });
}

/** Faster than the shared library's own, with the same answers. */
export const sha256: Hash = (text) => createHash("sha256").update(text).digest("hex");
