import { parsePack } from "@parley/shared/pack";
import { expect, test } from "vitest";
import { addExample } from "./add-example.ts";

const pack = (tests: string) => `id: acme.words
version: 1.0.0
rules:
  - id: acme.one
    use: pattern
    options: { pattern: "abc" }
    severity: info
    tests:
${tests.replace(/^/gm, "      ")}
`;
const text = 'He said: "abc"';

test.each([
  ["in braces", "match: [{ text: abc }]\nnoMatch: [{ text: a }]", 10],
  ["in lines", "match:\n  - text: abc\nnoMatch:\n  - { text: a }", 13],
  ["in lines before others", "noMatch:\n  - text: a\n    lang: de\nmatch:\n  - text: abc", 12],
])("an example is added to a list %s", (_, tests, line) => {
  const added = addExample(pack(tests), { rule: "acme.one", list: "noMatch", text });
  const read = parsePack(added?.source ?? "");
  expect([read.problems, read.pack?.rules[0]?.tests?.noMatch.at(-1), added?.line]).toEqual([
    [],
    { text },
    line,
  ]);
});

test("nothing is added to a rule that is not there", () => {
  expect(addExample(pack("match: []"), { rule: "acme.two", list: "match", text })).toBe(null);
});
