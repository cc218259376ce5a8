import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type LanguageRegister, parseRegister } from "@parley/shared/register";
import { LOCALES, localeTags } from "../base/locales.ts";

/** Tags of the languages whose register can be told, sorted. */
export const registerTags = (): readonly string[] => localeTags().filter((tag) => existsSync(wordsFile(tag)));

/** What is known of one of `registerTags`. Building it takes some milliseconds: keep it. */
export function readRegister(tag: string): LanguageRegister {
  const model = join(LOCALES, tag, "models/register.json");
  return parseRegister(tag, json(wordsFile(tag)), existsSync(model) ? json(model) : undefined);
}

const wordsFile = (tag: string): string => join(LOCALES, tag, "lexicons/register.json");

const json = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));
