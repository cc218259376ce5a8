import { existsSync } from "node:fs";
import { join } from "node:path";
import { type IdentifierLexicon, mergeWords, type Words } from "@parley/shared/identifier";
import type { CheckFacts, RegionalWord } from "@parley/shared/template";
import { LOCALES, localeTags, readLocale } from "../base/locales.ts";

type Facts = (locale: string) => Omit<CheckFacts, "language" | "sourceLanguage">;

/** What the checks know of each language, read from its lexicons once. */
export function starterFacts(): Facts {
  const identifierWords = readIdentifierWords();
  const kept = new Map<string, ReturnType<Facts>>();
  return (locale) => {
    const known = kept.get(locale) ?? { identifierWords, regional: readRegional(locale) };
    kept.set(locale, known);
    return known;
  };
}

function readIdentifierWords(): Words {
  const lexicons = localeTags().flatMap((tag) => {
    const lexicon = optional<IdentifierLexicon>(tag, "lexicons/identifier.json");
    return lexicon ? [[tag, lexicon] as const] : [];
  });
  return mergeWords(Object.fromEntries(lexicons));
}

const readRegional = (locale: string): readonly RegionalWord[] =>
  optional<{ readonly regional: readonly RegionalWord[] }>(locale, "lexicons/template.json")?.regional ?? [];

const optional = <T>(tag: string, file: string): T | null =>
  existsSync(join(LOCALES, tag, file)) ? readLocale<T>(tag, file) : null;
