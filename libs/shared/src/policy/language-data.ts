import { type IdentifierLexicon, mergeWords, type Words } from "../identifier/index.ts";
import { parseRegister, type RegisterData, registerTag } from "../register/index.ts";
import type { Lexicons } from "./lexicon.ts";
import type { Pack } from "./pack.ts";
import { isObject } from "./schema.ts";
import { isWithin } from "./when.ts";

/**
 * What depends on a language, as it was parsed: the files of its folder `lexicons` by name without `.json`, and those of
 * `models` as `NAME-model`.
 */
export type LanguageData = Readonly<Record<string, unknown>>;

/** The lexicon folders by language tag. */
export type Languages = Readonly<Record<string, LanguageData>>;

/**
 * The folders that serve a language: its own; for an unknown country the language's folder, else the folders of all
 * its countries (`pt` reads both of Brazil and of Portugal).
 */
function foldersFor(tag: string, languages: Languages): readonly LanguageData[] {
  const [base = tag] = tag.split("-");
  const exact = languages[tag] ?? languages[base];
  if (exact) return [exact];
  return Object.keys(languages)
    .filter((known) => isWithin(known, base))
    .sort()
    .map((known) => languages[known] ?? {});
}

/** Prepares what tells the register of a language when it is first asked for. */
export function registerReader(languages: Languages): (tag: string) => RegisterData {
  const known = Object.keys(languages).filter((tag) => "register" in (languages[tag] ?? {}));
  const parsed = new Map<string, RegisterData>();
  return (tag) => {
    const name = registerTag(tag, known);
    // Brazil and Portugal do not mean the same by "você".
    if (name === undefined || (name !== tag && name.includes("-") && tag.includes("-"))) return {};
    const { register, "register-model": model } = languages[name] ?? {};
    const data = parsed.get(name) ?? { [name]: parseRegister(name, register, model) };
    parsed.set(name, data);
    return data;
  };
}

const isIdentifierLexicon = (value: unknown): value is IdentifierLexicon =>
  isObject(value) && isObject(value.near) && Array.isArray(value.common);

/** Words of all languages that say what a number is. */
export const identifierWords = (languages: Languages): Words =>
  mergeWords(
    Object.fromEntries(
      Object.entries(languages).flatMap(([tag, { identifier }]) =>
        isIdentifierLexicon(identifier) ? [[tag, identifier]] : [],
      ),
    ),
  );

/** The texts that fixes write in a language. */
export function textsOf(tag: string, languages: Languages): Readonly<Record<string, string>> {
  const texts = policyFile(foldersFor(tag, languages)[0]).texts;
  return Object.fromEntries(
    Object.entries(isObject(texts) ? texts : {}).map(([name, text]) => [name, String(text)]),
  );
}

/** All lexicons of a language: of its folder, and of the packs. */
export function lexiconsOf(tag: string, languages: Languages, packs: readonly Pack[]): Lexicons {
  const lists = [
    ...foldersFor(tag, languages).flatMap((folder) => folderLists(folder)),
    ...packs.flatMap((pack) => packLists(pack, tag)),
  ];
  const all: Record<string, readonly string[]> = {};
  for (const [name, list] of lists) all[name] = [...new Set([...(all[name] ?? []), ...list])];
  return all;
}

type Named = readonly [name: string, list: readonly string[]];

const policyFile = (folder: LanguageData | undefined): Readonly<Record<string, unknown>> =>
  isObject(folder?.policy) ? folder.policy : {};

const folderLists = (folder: LanguageData): readonly Named[] =>
  Object.entries(policyFile(folder).lexicons ?? {}).map(([name, list]) => [
    name,
    Array.isArray(list) ? list.map(String) : [],
  ]);

const packLists = ({ lexicons }: Pack, tag: string): readonly Named[] =>
  Object.entries(lexicons).flatMap(([name, byLanguage]) =>
    Object.entries(byLanguage)
      .filter(([language]) => language === "*" || isWithin(tag, language))
      .map(([, list]): Named => [name, list]),
  );
