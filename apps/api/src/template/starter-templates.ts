import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import {
  type Catalogue,
  type FileFault,
  type FromFile,
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

/** The starter templates of every language that has some. */
export interface StarterTemplates {
  readonly catalogue: Catalogue;
  readonly languages: readonly {
    readonly language: TemplateLanguage;
    readonly templates: readonly StarterTemplate[];
  }[];
  /** Files that could not be used; the others are there. */
  readonly faults: readonly PlacedFault[];
}

const LANGUAGE_FILE = "_language.yaml";

/** Read `locales/templates.yaml` and every `locales/<tag>/templates`. Throws when the catalogue itself is unusable. */
export function readStarterTemplates(tags: readonly string[] = localeTags()): StarterTemplates {
  const faults: PlacedFault[] = [];
  const take = <T>(file: string, read: (text: string) => FromFile<T>): T | null => {
    const { value, faults: found } = read(readFileSync(join(LOCALES, file), "utf8"));
    faults.push(...found.map((fault) => ({ ...fault, file })));
    return value;
  };
  const catalogue = take("templates.yaml", parseCatalogue);
  if (!catalogue) throw new Error(`locales/templates.yaml is unusable: ${JSON.stringify(faults[0])}`);
  const languages = tags.flatMap((locale) => {
    if (!existsSync(join(LOCALES, locale, "templates", LANGUAGE_FILE))) return [];
    const language = take(join(locale, "templates", LANGUAGE_FILE), (text) => parseLanguage(text, locale));
    const templates = templateFiles(locale).flatMap((file) => {
      const key = basename(file, ".yaml");
      const template = take(file, (text) => parseTemplate(text, { key, locale }));
      return template ? [template] : [];
    });
    return language ? [{ language, templates }] : [];
  });
  return { catalogue, languages, faults };
}

const templateFiles = (locale: string): readonly string[] =>
  readdirSync(join(LOCALES, locale, "templates"))
    .filter((name) => name.endsWith(".yaml") && name !== LANGUAGE_FILE)
    .sort()
    .map((name) => join(locale, "templates", name));
