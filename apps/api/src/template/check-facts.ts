import { existsSync } from "node:fs";
import { join } from "node:path";
import { type IdentifierLexicon, mergeWords, type Words } from "@parley/shared/identifier";
import { type Identifier, loadIdentifier } from "@parley/shared/language";
import { registerOf, registerTag } from "@parley/shared/register";
import type { AddressCue, CheckFacts, RegionalWord, Speller } from "@parley/shared/template";
import { LOCALES, localeTags, readLocale } from "../base/locales.ts";
import { readRegister, registerTags } from "../policy/register-data.ts";

/** What the checks know of a language. */
export type LanguageFacts = Omit<CheckFacts, "language" | "sourceLanguage">;

/** What the checks know of each language, read from its lexicons and models once. */
export async function templateFacts(
  spellerOf: (locale: string) => Speller | undefined = () => undefined,
): Promise<(locale: string) => LanguageFacts> {
  const identifier = await loadIdentifier();
  const identifierWords = readIdentifierWords();
  const kept = new Map<string, LanguageFacts>();
  return (locale) => {
    const known =
      kept.get(locale) ?? factsOf(locale, { identifier, identifierWords, speller: spellerOf(locale) });
    kept.set(locale, known);
    return known;
  };
}

interface Shared {
  readonly identifier: Identifier;
  readonly identifierWords: Words;
  readonly speller: Speller | undefined;
}

function factsOf(locale: string, { identifier, identifierWords, speller }: Shared): LanguageFacts {
  return {
    identifierWords,
    regional: readRegional(locale),
    languageOf: (text) => {
      const { tag, reliable } = identifier.identify(text);
      return reliable ? tag : null;
    },
    cuesOf: cuesOf(locale),
    ...(speller && { speller }),
  };
}

/** Where even a friendly reply to a customer keeps its polite endings, these are no fault of an informal text. */
const POLITE_THROUGHOUT = /^(ja|ko)\b/;

function cuesOf(locale: string): (text: string) => readonly AddressCue[] {
  const tag = registerTag(locale, registerTags());
  // Another country's words tell another country's registers.
  if (tag === undefined || (tag !== locale && tag !== locale.split("-")[0])) return () => [];
  const data = { [tag]: readRegister(tag) };
  const cues = (text: string) => registerOf(text, tag, data).evidence;
  if (!POLITE_THROUGHOUT.test(locale)) return cues;
  // A greeting or a signature ends in a noun, which elsewhere would be a plain ending.
  const endsSentence = (text: string, end: number) => /^[。！？!?]/.test(text.slice(end));
  return (text) =>
    cues(text).filter(({ register, end }) => register === "informal" && endsSentence(text, end));
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
