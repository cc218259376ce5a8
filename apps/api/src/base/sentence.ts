import { existsSync } from "node:fs";
import { join } from "node:path";
import { LOCALES, readLocale } from "./locales.ts";

/**
 * The sentence for a code of `cli.json`, or another file of words, in the terminal's language (`LC_ALL`, `LANG`), else
 * in English.
 */
export function sentence(
  code: string,
  details: Readonly<Record<string, string | number>> = {},
  file = "cli.json",
): string {
  const words = { ...readLocale<Record<string, string>>("en", file), ...terminalWords(file) };
  const text = words[code] ?? code;
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(details[name] ?? ""));
}

function terminalWords(file: string): Record<string, string> {
  const wanted = (process.env.LC_ALL || process.env.LANG || "en").replace("_", "-").split(".")[0] ?? "en";
  const tag = [wanted, wanted.split("-")[0] ?? "en"].find((t) => existsSync(join(LOCALES, t, file)));
  return tag === undefined ? {} : readLocale(tag, file);
}
