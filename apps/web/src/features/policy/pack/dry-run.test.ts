import { expect, test } from "vitest";
import { differencesOf } from "./dry-run.ts";

const finding = (rule: string, start: number, severity: string) => ({
  ...{ rule, start, severity },
  end: start + 3,
  message: rule,
  args: {},
  words: null,
});

test("a finding at its place with another severity is one difference; the rest came or went", () => {
  const differences = differencesOf({
    appeared: [finding("a.one", 9, "error"), finding("a.two", 0, "info")],
    vanished: [finding("a.one", 9, "warning"), finding("a.two", 5, "info")],
  });
  expect(
    differences.map(({ kind, finding: { rule, start }, before }) => [kind, rule, start, before]),
  ).toEqual([
    ["appeared", "a.two", 0, null],
    ["vanished", "a.two", 5, null],
    ["severity", "a.one", 9, "warning"],
  ]);
});
