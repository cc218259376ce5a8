import { expect, test } from "vitest";
import { type Block, staleness } from "./index.ts";

const blocks = (...texts: string[]): Block[] =>
  texts.map((text) =>
    text.startsWith("@") ? { kind: "shared", block: text.slice(1) } : { kind: "own", text },
  );
const PLURAL = ".input {$n :integer}\n.match $n\none {{One day.}}\n* {{{$n} days.}}";

test.each([
  ["current", ["We are sorry."], ["We are sorry."]],
  ["cosmetic", ["We are sorry."], ["We are  sorry!"]],
  ["cosmetic", ["We are sorry, really."], ["We are sorry – really."]],
  ["wording", ["We are sorry."], ["We are very sorry."]],
  ["contract", ["Within 14 days."], ["Within 30 days."]],
  ["contract", ["See https://example.org/a"], ["See https://example.org/b"]],
  ["contract", ["Hi {$name :name}"], ["Hi there"]],
  ["contract", ["Hi {$name :name}"], ["Hi {$name :initials}"]],
  ["contract", [PLURAL], [PLURAL.replace("one {{One day.}}\n", "")]],
  ["contract", ["@greeting", "We are sorry."], ["We are sorry."]],
  ["wording", [PLURAL], [PLURAL.replace("One day", "A day")]],
] as const)("%s: %j became %j", (expected, before, after) => {
  expect(staleness(blocks(...before), blocks(...after))).toBe(expected);
});
