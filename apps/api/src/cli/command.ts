import { existsSync } from "node:fs";
import { join } from "node:path";
import { LOCALES, readLocale } from "../base/locales.ts";

/** What a command may touch. Lines are written without their newline. */
export interface Io {
  readonly input: AsyncIterable<Uint8Array | string>;
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}

/** Runs with the arguments after its name and gives the exit code: 0 good, 1 found or failed, 2 unusable input. */
export type Command = (args: readonly string[], io: Io) => Promise<number>;

/** Input or options a command cannot work with: printed in the reader's language, exit code 2. */
export class Unusable extends Error {
  override name = "Unusable";
  constructor(
    readonly code: string,
    readonly details: Readonly<Record<string, string | number>> = {},
  ) {
    super(`${code} ${JSON.stringify(details)}`);
  }
}

/** The sentence for a code of `cli.json`, in the terminal's language (`LC_ALL`, `LANG`), else in English. */
export function sentence(code: string, details: Readonly<Record<string, string | number>> = {}): string {
  const words = { ...readLocale<Record<string, string>>("en", "cli.json"), ...terminalWords() };
  const text = words[code] ?? code;
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(details[name] ?? ""));
}

function terminalWords(): Record<string, string> {
  const wanted = (process.env.LC_ALL || process.env.LANG || "en").replace("_", "-").split(".")[0] ?? "en";
  const tag = [wanted, wanted.split("-")[0] ?? "en"].find((t) => existsSync(join(LOCALES, t, "cli.json")));
  return tag === undefined ? {} : readLocale(tag, "cli.json");
}
