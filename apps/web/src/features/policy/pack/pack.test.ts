import { describe, expect, test } from "vitest";
import { readDraft } from "./kept-draft.ts";
import { packChanges } from "./pack-changes.ts";
import { isLater, nextVersion, withVersion } from "./version.ts";

describe("versions", () => {
  test.each([
    ["1.2.3", "patch", "1.2.4"],
    ["1.2.3", "minor", "1.3.0"],
    ["1.2.3", "major", "2.0.0"],
    ["draft", "patch", "draft"],
  ] as const)("after %s with a %s comes %s", (version, step, next) =>
    expect(nextVersion(version, step)).toBe(next),
  );

  test.each([
    ["1.10.0", "1.9.9", true],
    ["2.0.0", "2.0.0", false],
    ["1.0.1", "1.1.0", false],
  ])("%s is later than %s: %s", (a, b, later) => expect(isLater(a, b)).toBe(later));

  test("a text gets another version and keeps its remarks", () => {
    expect(withVersion('# one\nid: a.b\nversion: "1.0.0" # first\nrules: []\n', "1.1.0")).toBe(
      "# one\nid: a.b\nversion: 1.1.0 # first\nrules: []\n",
    );
  });
});

describe("what a new text changes", () => {
  const rule = (id: string, severity: string, text = "a") =>
    `  - { id: ${id}, use: terms, options: { lexicon: l }, severity: ${severity}, tests: { match: [{ text: ${text} }], noMatch: [{ text: b }] } }\n`;
  const pack = (rules: string, words = "x") =>
    `id: acme.words\nversion: 1.0.0\nlexicons: { l: { en: [${words}] } }\nrules:\n${rules}`;

  test("rules that came, went and changed; other examples are no change", () => {
    const before = pack(rule("a.kept", "info") + rule("a.other", "info") + rule("a.gone", "info"));
    const after = pack(rule("a.kept", "info", "c") + rule("a.other", "error") + rule("a.new", "info"), "y");
    expect(packChanges(before, after)).toEqual({
      added: ["a.new"],
      changed: ["a.other"],
      removed: ["a.gone"],
      lexicons: ["l"],
      adjusted: [],
    });
  });

  test("everything in a new pack is new", () => {
    expect(packChanges(null, pack(rule("a.new", "info")))?.added).toEqual(["a.new"]);
  });

  test("nothing is said about what cannot be read", () => {
    expect(packChanges(null, "id: [")).toBe(null);
  });
});

test.each([
  ['{"source":"id: a","base":"1.0.0"}', { source: "id: a", base: "1.0.0" }],
  ['{"source":"id: a"}', { source: "id: a", base: null }],
  ['{"base":"1.0.0"}', null],
  ["[", null],
  [null, null],
])("what was stored is read with care: %s", (text, draft) => expect(readDraft(text)).toEqual(draft));
