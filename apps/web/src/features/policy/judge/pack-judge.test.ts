import { loadIdentifier } from "@parley/shared/language";
import { NO_BRAND } from "@parley/shared/policy";
import { expect, test } from "vitest";
import {
  builtInPacks,
  languages,
  packSources,
} from "../../../../../../libs/shared/src/policy/test/built-in.ts";
import { createPackJudge } from "./pack-judge.ts";

const judge = createPackJudge({
  packs: builtInPacks.filter(({ id }) => id.startsWith("parley.")),
  languages,
  identifier: loadIdentifier,
});

const pack = (term: string) => `id: acme.words
version: 1.0.0
lexicons:
  cheap: { en: [${term}] }
rules:
  - id: acme.cheap
    use: terms
    options: { lexicon: cheap }
    severity: [{ when: { visibility: public }, is: error }, { is: info }]
    tests:
      match: [{ text: "That is cheap.", span: cheap }]
      noMatch: [{ text: "That is fine." }]
`;

test("the starter pack and every built-in pack hold beside each other", async () => {
  const judged = await Promise.all(
    Object.values(packSources).map((source) => judge.judge({ source, beside: [] })),
  );
  expect(judged.flatMap(({ problems }) => problems)).toEqual([]);
});

test("a pack is told with its rules and how each example fares", async () => {
  const { problems, examples, rules, id, version } = await judge.judge({ source: pack("dear"), beside: [] });
  const fared = examples?.map(({ list, line, problem, findings }) => [
    list,
    line,
    problem?.code ?? findings.length,
  ]);
  expect({ codes: problems.map(({ code, line }) => `${line} ${code}`), fared, rules, id, version }).toEqual({
    codes: ["11 pack.example_not_found"],
    fared: [
      ["match", 11, "pack.example_not_found"],
      ["noMatch", 12, 0],
    ],
    rules: [{ id: "acme.cheap", use: "terms", line: 6, severities: ["error", "info"] }],
    id: "acme.words",
    version: "1.0.0",
  });
});

test("a pack that cannot be read has problems and nothing else", async () => {
  const { problems, ...rest } = await judge.judge({ source: "id: [", beside: [] });
  expect([problems.map(({ code }) => code), rest]).toEqual([
    ["pack.yaml"],
    { examples: null, rules: null, id: null, version: null },
  ]);
});

test("any text is tried with the pack as it is being written, in the language it is in", async () => {
  const context = { channel: "x", visibility: "public", countries: [], among: ["en", "de"] } as const;
  const trial = { source: pack("cheap"), beside: [], brand: NO_BRAND, language: null, context };
  const tried = await judge.tryOut({ ...trial, text: "This is cheap, and we are glad about it." });
  expect([tried.language, tried.findings.map(({ rule, severity }) => `${rule} ${severity}`)]).toEqual([
    "en",
    ["acme.cheap error"],
  ]);
});

test("what a pack may name is known: lexicons with some terms, packs with their rules", () => {
  const { lexicons, packs } = judge.vocabulary([pack("cheap")]);
  expect([
    lexicons.find(({ name }) => name === "promise")?.terms.en?.length,
    packs.find(({ id }) => id === "acme.words"),
  ]).toEqual([6, { id: "acme.words", version: "1.0.0", rules: ["acme.cheap"] }]);
});
