import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CHECKS } from "@parley/shared/template";
import { expect, test } from "vitest";
import { readLocale } from "../base/locales.ts";

test("every check has its words", () => {
  const words = readLocale<Record<string, string>>("en", "template-checks.json");
  const codes = Object.keys(CHECKS).filter(
    (code) => !["syntax-error", "spacing", "punctuation"].includes(code),
  );
  const source = readFileSync(
    join(import.meta.dirname, "../../../../libs/shared/src/template/check/typography.ts"),
    "utf8",
  );
  const problems = [...source.matchAll(/problem: "([a-z-]+)"/g)].map(([, problem]) => `problem.${problem}`);
  const syntax = [
    "empty-token",
    "bad-escape",
    "bad-input-expression",
    "extra-content",
    "parse-error",
    "missing-syntax",
  ];
  problems.push(...syntax.map((name) => `problem.${name}`));
  expect([...codes, ...problems].filter((code) => !words[`template.${code}`])).toEqual([]);
});
