import { codesOf } from "./api.ts";
import { sayCode } from "./i18n.ts";

/** What to tell a member about an error: the words of its codes, else the developers' own. */
export function wordsOfError(error: unknown): string {
  const said = codesOf(error).flatMap((code) => sayCode("errors", code) ?? []);
  if (said.length > 0) return [...new Set(said)].join(" ");
  return error instanceof Error ? error.message : String(error);
}
