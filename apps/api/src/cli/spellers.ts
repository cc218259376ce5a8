import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Speller } from "@parley/shared/template";
import { Unusable } from "./command.ts";
import { fileArgument } from "./file-argument.ts";

/**
 * Spelling dictionaries in Hunspell's format, such as those of Debian in /usr/share/hunspell: `de_DE.aff` and `.dic`.
 * Parley ships none. Without a folder, or for a language that is not there, spelling is not checked.
 */
export async function readSpellers(
  folder: string | undefined,
): Promise<(locale: string) => Speller | undefined> {
  if (folder === undefined) return () => undefined;
  const path = fileArgument(folder);
  if (!existsSync(path)) throw new Unusable("file_missing", { file: folder });
  const { default: nspell } = await import("nspell");
  return (locale) => {
    const file = dictionaryOf(path, locale);
    if (file === undefined) return undefined;
    const dictionary = nspell(readFileSync(`${file}.aff`), readFileSync(`${file}.dic`));
    return { knows: (word) => dictionary.correct(word), near: (word) => dictionary.suggest(word) };
  };
}

/** The file of a language, of its usual country, or of the language alone. */
function dictionaryOf(path: string, locale: string): string | undefined {
  const [language = locale] = locale.split("-");
  const names = [
    locale.replace("-", "_"),
    locale,
    `${language}_${language.toUpperCase()}`,
    `${language}_US`,
    language,
  ];
  return names
    .map((name) => join(path, name))
    .find((file) => existsSync(`${file}.aff`) && existsSync(`${file}.dic`));
}
