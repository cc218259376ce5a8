import { CompletionContext } from "@codemirror/autocomplete";
import { yaml } from "@codemirror/lang-yaml";
import { EditorState } from "@codemirror/state";
import { publishedSchema } from "@parley/shared/pack";
import { describe, expect, test } from "vitest";
import { packCompletions } from "./completions.ts";
import { tellAbout } from "./pack-hover.ts";
import type { PackLanguage } from "./pack-language.ts";
import type { JsonSchema } from "./schema-at.ts";

const language: PackLanguage = {
  schema: publishedSchema() as JsonSchema,
  vocabulary: () => ({
    lexicons: [{ name: "promise", count: 3, terms: { en: ["guarantee"] } }],
    packs: [{ id: "parley.tone", version: "1.2.0", rules: ["tone.blame"] }],
    languages: ["de", "en"],
  }),
  countries: ["DE"],
  words: {
    required: () => "required",
    field: (name) => `field ${name}`,
    use: (use) => `use ${use}`,
    value: (value) => `value ${value}`,
    lexicon: (name) => `lexicon ${name}`,
    languageName: (tag) => `language ${tag}`,
    ruleName: (rule) => `rule ${rule}`,
  },
};

/** What is offered where `|` stands, asked for with a key. */
function offered(text: string, explicit = true): readonly string[] | null {
  const pos = text.indexOf("|");
  const state = EditorState.create({ doc: text.replace("|", ""), extensions: [yaml()] });
  const result = packCompletions(language)(new CompletionContext(state, pos, explicit));
  return result?.options.map(({ label }) => label) ?? null;
}

const rule = (line: string) => `id: acme.words
version: 1.0.0
rules:
  - id: acme.one
${line.replace(/^/gm, "    ")}
    tests:
      match: []
`;

describe("what is offered", () => {
  test.each([
    ["a value of a few", rule("severity: w|"), ["error", "warning", "info"]],
    ["a value inside of braces", rule("when: { visibility: | }"), ["public", "private"]],
    ["names inside of braces", rule("fix: [{ | }]"), ["kind", "keep", "with", "text", "safe"]],
    [
      "names on a line of their own",
      rule("when:\n  vis|"),
      ["visibility", "channel", "language", "register", "country"],
    ],
    ["options of the rule's kind", rule("use: swap\noptions:\n  w|"), ["words"]],
    ["lexicons", rule("use: terms\noptions: { lexicon: pro| }"), ["promise"]],
    ["languages", rule("message: { | }"), ["de", "en"]],
    ["packs", "id: acme.words\nextends: [par|]", ["parley.tone@1"]],
    ["rules to adjust", "id: acme.words\nadjust:\n  - id: to|", ["tone.blame"]],
    ["fields of an item of a list", "adjust:\n  - |", ["id", "off", "severity", "overridable", "options"]],
    ["countries", rule("when: { country: [|] }"), ["DE"]],
  ])("%s", (_, text, labels) => expect(offered(text)).toEqual(labels));

  test("fields that are there already are left out, and the others keep their order", () => {
    expect(offered(rule("u|"))).toEqual([
      ...["use", "options", "when", "severity", "overridable", "cost", "context", "message", "fix"],
    ]);
  });

  test.each([
    ["in a remark", "# sev|"],
    ["inside of a quoted text", rule('message: { en: "gua|rantee" }')],
  ])("nothing %s", (_, text) => expect(offered(text)).toBe(null));

  test("nothing before something is typed, unless it is asked for", () => {
    expect([offered("|", false), offered("i|", false)]).toEqual([
      null,
      ["id", "version", "extends", "lexicons", "rules", "adjust"],
    ]);
  });
});

describe("what is told about a place", () => {
  const told = (text: string) => {
    const state = EditorState.create({ doc: text.replace("|", ""), extensions: [yaml()] });
    const about = tellAbout(state, text.indexOf("|"), language);
    return about && [about.title, ...about.lines];
  };

  test.each([
    ["a field", rule("sev|erity: error"), ["rules.severity", "field rules.severity"]],
    ["a value", rule("severity: |error"), ["error", "value error", "field rules.severity"]],
    ["a kind", rule("use: |terms"), ["terms", "use terms", "field rules.use"]],
    ["what is not known", rule("colour: |red"), null],
  ])("%s", (_, text, lines) => expect(told(text)).toEqual(lines));
});
