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
    const affixes = readFileSync(`${file}.aff`);
    const decode = decoderOf(affixes);
    const dictionary = nspell(decode(affixes), decode(readFileSync(`${file}.dic`)));
    // The dictionary lowers a capital as English does, which makes no Turkish word of "İşlem".
    const knows = (word: string) =>
      dictionary.correct(word) || dictionary.correct(word.toLocaleLowerCase(locale));
    return { knows, near: (word) => dictionary.suggest(word) };
  };
}

/** Reads the encoding a dictionary says it is in: Debian's Polish one is in ISO 8859-2. Hunspell's own names differ for Windows. */
function decoderOf(affixes: Uint8Array): (bytes: Uint8Array) => string {
  const text = new TextDecoder("latin1").decode(affixes);
  const set = /^SET\s+(\S+)/m.exec(text)?.[1] ?? "ISO8859-1";
  const decoder = new TextDecoder(set.replace(/^microsoft-cp/i, "windows-"));
  return (bytes) => decoder.decode(bytes);
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
