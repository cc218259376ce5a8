import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { uiLanguages } from "./languages.ts";

const ROOT = join(import.meta.dirname, "../../../..");

/** The codes as the API declares them, and those that come about elsewhere. */
function codes(): readonly string[] {
  const source = readFileSync(join(ROOT, "apps/api/src/base/errors.ts"), "utf8");
  const [, list = ""] = /errorCodes = \[([^\]]+)\]/.exec(source) ?? [];
  const declared = [...list.matchAll(/"(\w+)"/g)].map(([, code = ""]) => code);
  return [...declared, "INTERNAL", "SERVER_UNREACHABLE", "DELIVERY_FAILED"];
}

test.each(uiLanguages)("every code of a refusal has its words in %s", (tag) => {
  const words = JSON.parse(readFileSync(join(ROOT, "locales", tag, "errors.json"), "utf8"));
  const known = codes();
  expect([known.length > 20, known.filter((code) => !words[code])]).toEqual([true, []]);
});
