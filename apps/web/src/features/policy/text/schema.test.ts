import { yamlLanguage } from "@codemirror/lang-yaml";
import { parsePack, publishedSchema } from "@parley/shared/pack";
import { describe, expect, test } from "vitest";
import { problemRange } from "./problem-range.ts";
import { type JsonSchema, schemaAt } from "./schema-at.ts";
import { namesIn, nodeAt, positionOf, scalarOf } from "./yaml-path.ts";

const source = `id: acme.words
version: "1.0.0"
rules:
  - id: acme.one
    use: terms
    options: { lexicon: promise, unless: { lexicon: negation, before: 3 } }
    severity: [{ when: { visibility: public }, is: error }]
    tests:
      match:
        - { text: "We guarantee it.", span: guarantee }
        - text: another
      noMatch: [{ text: It is fine. }]
`;
const tree = yamlLanguage.parser.parse(source);
const at = (found: string, offset = 0) =>
  positionOf(tree.resolveInner(source.indexOf(found) + offset, 1), source);

describe("a place in a pack", () => {
  test.each([
    ["acme.words", { path: ["id"], isKey: false }],
    ["use: terms", { path: ["rules", 0, "use"], isKey: true }],
    ["negation", { path: ["rules", 0, "options", "unless", "lexicon"], isKey: false }],
    ["is: error", { path: ["rules", 0, "severity", 0, "is"], isKey: true }],
    ["span", { path: ["rules", 0, "tests", "match", 0, "span"], isKey: true }],
    ["another", { path: ["rules", 0, "tests", "match", 1, "text"], isKey: false }],
  ])("%s", (found, position) => expect(at(found)).toEqual(position));

  test("is found by its path, and gives its text and names", () => {
    const rule = nodeAt(tree, source, ["rules", 0]);
    expect([
      scalarOf(nodeAt(tree, source, ["version"]), source),
      rule && namesIn(rule, source),
      nodeAt(tree, source, ["rules", 7, "id"]),
    ]).toEqual(["1.0.0", ["id", "use", "options", "severity", "tests"], null]);
  });
});

describe("what the schema allows", () => {
  const scalarAt = (path: readonly (string | number)[]) => scalarOf(nodeAt(tree, source, path), source);
  const schema = publishedSchema() as JsonSchema;
  const fields = (path: readonly (string | number)[]) => {
    const { schemas, name } = schemaAt(schema, path, scalarAt);
    return [name, [...new Set(schemas.flatMap(({ properties = {} }) => Object.keys(properties)))]];
  };

  test("options are those of the rule's kind", () => {
    expect(fields(["rules", 0, "options"])).toEqual(["rules.options", ["lexicon", "unless"]]);
  });

  test("one of several forms", () => {
    expect(fields(["rules", 0, "severity", 0])).toEqual(["rules.severity", ["when", "is", "overridable"]]);
  });

  test("free names count as one", () => {
    const { schemas, name } = schemaAt(schema, ["lexicons", "cheap", "de"], scalarAt);
    expect([name, schemas.map(({ type }) => type)]).toEqual(["lexicons.*.*", ["array"]]);
  });

  test("nothing is known where nothing may stand", () => {
    expect(schemaAt(schema, ["rulez", 3], scalarAt).schemas).toEqual([]);
  });
});

describe("what is underlined", () => {
  const underlined = (text: string) => {
    return parsePack(text).problems.map((problem) => {
      const { from, to } = problemRange({ text, tree: yamlLanguage.parser.parse(text) }, problem);
      return `${problem.code} ${text.slice(from, to)}`;
    });
  };

  test.each([
    [source.replace("use: terms", "use: term"), ["pack.not_allowed term"]],
    [source.replace("use: terms", "use: terms\n    colour: red"), ["pack.unknown_field colour"]],
    [source.replace("1.0.0", "1"), ['pack.bad_form "1"']],
    [source.replace("    use: terms\n", ""), ["pack.missing id: acme.one"]],
    [source.replace("before: 3", "before: 300"), ["pack.not_allowed 300"]],
    ["id: [", ["pack.yaml ["]],
    ["", ["pack.wrong_type "]],
  ])("case %#", (text, expected) => expect(underlined(text)).toEqual(expected));
});
