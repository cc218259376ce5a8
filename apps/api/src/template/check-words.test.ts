import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CHECKS } from "@parley/shared/template";
import { expect, test } from "vitest";
import { readLocale } from "../base/locales.ts";

test("every check has its words", () => {
  const words = readLocale<Record<string, string>>("en", "template-checks.json");
  const codes = Object.keys(CHECKS).filter((code) => code !== "spacing" && code !== "punctuation");
  const source = readFileSync(
    join(import.meta.dirname, "../../../../libs/shared/src/template/check/typography.ts"),
    "utf8",
  );
  const problems = [...source.matchAll(/problem: "([a-z-]+)"/g)].map(([, problem]) => `problem.${problem}`);
  expect([...codes, ...problems].filter((code) => !words[`template.${code}`])).toEqual([]);
});
