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

/** What depends on a language: its lexicons and models, of all languages or of some. */
export function languageData(tags: readonly string[] = localeTags()): Languages {
  return Object.fromEntries(
    tags.map((tag) => [
      tag,
      { ...folder(join(LOCALES, tag, "lexicons"), ""), ...folder(join(LOCALES, tag, "models"), "-model") },
    ]),
  );
}

function folder(path: string, suffix: string): LanguageData {
  const files = existsSync(path) ? readdirSync(path).filter((name) => name.endsWith(".json")) : [];
  return Object.fromEntries(
    files.map((name) => [
      name.slice(0, -".json".length) + suffix,
      JSON.parse(readFileSync(join(path, name), "utf8")),
    ]),
  );
}

/** Faster than the shared library's own, with the same answers. */
export const sha256: Hash = (text) => createHash("sha256").update(text).digest("hex");
