import { expect, test } from "vitest";
import { builtInPacks, languages } from "../policy/test/built-in.ts";
import { parsePack, verifyPack } from "./index.ts";

const HEAD = "id: acme.social\nversion: 1.0.0\n";
const rule = (tests: string, more = "") => `${HEAD}rules:
  - id: acme.guarantee
    use: terms
    options: { lexicon: promise }
    severity: warning
${more}    tests:
${tests.replace(/^/gm, "      ")}
`;
const GOOD = 'match: [{ text: "We guarantee it." }]\nnoMatch: [{ text: "It is fine." }]';

const cases: readonly [name: string, source: string, problems: readonly string[]][] = [
  ["a sound pack", rule(GOOD), []],
  ["a broken one", "id: acme.social", ["1:1 pack.missing"]],
  ["an unknown pack to extend", `${HEAD}extends: [parley.nothing@1]`, ["3:11 pack.unknown_pack"]],
  ["another major version", `${HEAD}extends: [parley.tone@2]`, ["3:11 pack.unknown_pack"]],
  [
    "an unknown rule to adjust",
    `${HEAD}extends: [parley.tone@1]\nadjust: [{ id: tone.nothing, off: true }]`,
    ["4:10 pack.unknown_rule"],
  ],
  [
    "a rule of a pack it does not extend",
    `${HEAD}adjust: [{ id: tone.blame, off: true }]`,
    ["3:10 pack.unknown_rule"],
  ],
  ["a rule switched off", `${HEAD}extends: [parley.tone@1]\nadjust: [{ id: tone.blame, off: true }]`, []],
  [
    "a secret let through",
    `${HEAD}extends: [parley.privacy@1]\nadjust: [{ id: pii.card, off: true }]`,
    ["4:10 pack.never_loosened"],
  ],
  ["an unknown lexicon", rule(GOOD).replace("promise", "promises"), ["4:5 pack.unknown_lexicon"]],
  ["an example without a finding", rule(GOOD.replace("guarantee", "like")), ["9:15 pack.example_not_found"]],
  [
    "an example with another span",
    rule(GOOD.replace('it."', 'it.", span: it')),
    ["9:15 pack.example_other_span"],
  ],
  [
    "a counter-example with a finding",
    rule(GOOD.replace("It is fine", "It is guaranteed")),
    ["10:17 pack.example_found"],
  ],
  [
    "a fix that leaves its finding",
    rule(GOOD, '    fix: [{ kind: replace, with: { "*": guarantee } }]\n'),
    ["10:15 pack.fix_keeps_finding"],
  ],
  [
    "a fix that raises another",
    rule(GOOD, '    fix: [{ kind: replace, with: { "*": "{{x}}" } }]\n'),
    ["10:15 pack.fix_raises_finding"],
  ],
];

test.each(cases)("%s", (_, source, expected) => {
  const problems = verifyPack(parsePack(source), { packs: builtInPacks, languages });
  expect(problems.map(({ line, column, code }) => `${line}:${column} ${code}`)).toEqual(expected);
});
