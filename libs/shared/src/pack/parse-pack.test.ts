import { expect, test } from "vitest";
import { parsePack } from "./index.ts";

const rule = (more: string) => `id: acme.social
version: 1.0.0
rules:
  - id: acme.x
${more.replace(/^/gm, "    ")}
    severity: warning
    tests:
      match: [{ text: a }]
      noMatch: [{ text: b }]
`;

const refused: readonly [name: string, source: string, problem: string][] = [
  ["broken YAML", "id: [", "1:6 pack.yaml"],
  ["a name used twice", "id: acme.social\nid: acme.other\nversion: 1.0.0", "2:1 pack.yaml"],
  ["an alias", "id: acme.social\nversion: &v 1.0.0\nextends: [*v]", "1:1 pack.not_allowed"],
  ["a missing field", "id: acme.social", "1:1 pack.missing"],
  ["a version that is none", "id: acme.social\nversion: '2'", "2:10 pack.bad_form"],
  ["an unknown field", "id: acme.social\nversion: 1.0.0\nrulez: []", "3:8 pack.unknown_field"],
  ["an unknown kind", rule("use: script"), "5:10 pack.not_allowed"],
  [
    "an option the kind has not",
    rule("use: terms\noptions: { lexicon: a, max: 3 }"),
    "6:33 pack.unknown_field",
  ],
  ["a missing option", rule("use: terms\noptions: {}"), "6:14 pack.missing"],
  [
    "a pattern with look-around",
    rule("use: pattern\noptions: { pattern: 'abc(?=d)' }"),
    "6:25 pack.pattern_refused",
  ],
  [
    "a pattern without a literal",
    rule("use: pattern\noptions: { pattern: '[a-z]+ab' }"),
    "6:25 pack.pattern_without_literal",
  ],
  [
    "a pattern that is too long",
    rule(`use: pattern\noptions: { pattern: '${"a".repeat(201)}' }`),
    "6:25 pack.too_long",
  ],
  [
    "no example that matches",
    rule("use: detector/variable\noptions: { sure: true }").replace("[{ text: a }]", "[]"),
    "9:14 pack.too_few",
  ],
  [
    "a term twice",
    "id: acme.social\nversion: 1.0.0\nlexicons:\n  promise: { en: [refund, Refund] }",
    "4:27 pack.repeated_term",
  ],
  [
    "a term without a word",
    "id: acme.social\nversion: 1.0.0\nlexicons:\n  promise: { en: ['!!'] }",
    "4:19 pack.bad_term",
  ],
];

test.each(refused)("%s is refused with its place", (_, source, problem) => {
  const { pack, problems } = parsePack(source);
  const told = problems.map(({ line, column, code }) => `${line}:${column} ${code}`);
  expect({ pack, told }).toEqual({ pack: null, told: [problem] });
});

test("what a rule leaves out is filled in", () => {
  const { pack } = parsePack(rule("use: terms\noptions: { lexicon: promise }"));
  expect(pack?.rules[0]).toEqual({
    id: "acme.x",
    use: "terms",
    options: { lexicon: "promise" },
    severity: [{ is: "warning" }],
    overridable: "yes",
    cost: "key",
    fix: [],
    tests: { match: [{ text: "a" }], noMatch: [{ text: "b" }] },
  });
});
