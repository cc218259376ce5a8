import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import {
  type Catalogue,
  type FileFault,
  type FromFile,
  type FromLanguageFile,
  parseCatalogue,
  parseLanguage,
  parseTemplate,
  type StarterTemplate,
  type TemplateLanguage,
} from "@parley/shared/template";
import { LOCALES, localeTags } from "../base/locales.ts";

/** A fault with the file it is in, as a path inside `locales`. */
export interface PlacedFault extends FileFault {
  readonly file: string;
}

/** A language's templates, with the way from its shared texts back to their lines. */
export interface StarterLanguage {
  readonly language: TemplateLanguage;
  readonly templates: readonly StarterTemplate[];
  readonly placeShared: FromLanguageFile["place"];
}

/** The starter templates of every language that has some. */
export interface StarterTemplates {
  readonly catalogue: Catalogue;
  readonly languages: readonly StarterLanguage[];
  /** Files that could not be used; the others are there. */
  readonly faults: readonly PlacedFault[];
}

const LANGUAGE_FILE = "_language.yaml";

/** Read `locales/templates.yaml` and every `locales/<tag>/templates`. Throws when the catalogue itself is unusable. */
export function readStarterTemplates(tags: readonly string[] = localeTags()): StarterTemplates {
  const faults: PlacedFault[] = [];
  const read = <R extends FromFile<unknown>>(file: string, parse: (text: string) => R): R => {
    const result = parse(readFileSync(join(LOCALES, file), "utf8"));
    faults.push(...result.faults.map((fault) => ({ ...fault, file })));
    return result;
  };
  const { value: catalogue } = read("templates.yaml", parseCatalogue);
  if (!catalogue) throw new Error(`locales/templates.yaml is unusable: ${JSON.stringify(faults[0])}`);
  const languages = tags.flatMap((locale) => {
    if (!existsSync(join(LOCALES, locale, "templates", LANGUAGE_FILE))) return [];
    const { value: language, place: placeShared } = read(join(locale, "templates", LANGUAGE_FILE), (text) =>
      parseLanguage(text, locale),
    );
    const templates = templateFiles(locale).flatMap((file) => {
      const key = basename(file, ".yaml");
      const { value } = read(file, (text) => parseTemplate(text, { key, locale }));
      return value ? [value] : [];
    });
    return language ? [{ language, templates, placeShared }] : [];
  });
  return { catalogue, languages, faults };
}

const templateFiles = (locale: string): readonly string[] =>
  readdirSync(join(LOCALES, locale, "templates"))
    .filter((name) => name.endsWith(".yaml") && name !== LANGUAGE_FILE)
    .sort()
    .map((name) => join(locale, "templates", name));

let kept: StarterTemplates | undefined;

/** The starter templates of every language, read once. */
export function starterTemplates(): StarterTemplates {
  kept ??= readStarterTemplates();
  return kept;
}

/** What the templates of a language share beside their blocks; nothing for one without starter templates. */
export function starterLanguage(locale: string): TemplateLanguage {
  const found = starterTemplates().languages.find(({ language }) => language.locale === locale);
  return found?.language ?? { locale, proofread: false, honorifics: {}, variables: {}, blocks: [] };
}
