import type { Variable } from "@parley/shared/template";
import { describe, expect, test } from "vitest";
import { offersAt } from "./offers-at.ts";

const variable = (name: string, rest: Partial<Variable> = {}): Variable => ({
  name,
  type: "text",
  source: "order",
  required: true,
  maxLength: 20,
  pii: "none",
  choices: [],
  functions: [],
  ...rest,
});
const variables = [variable("days", { type: "number" }), variable("question", { source: "manual" })];
const offered = (before: string, locale = "de", explicit = false) => {
  const found = offersAt(before, { variables, locale, explicit });
  return found && { from: found.from, texts: found.offers.map(({ text }) => text) };
};

describe("what can be typed in a message", () => {
  test.each([
    ["Noch {", { from: 6, texts: ["$days", "$question"] }],
    ["Noch {$da", { from: 6, texts: ["$days", "$question"] }],
    [".input {$days :integer}\n.match $", { from: 31, texts: ["$days", "$question"] }],
    [
      "Noch {$days :in",
      { from: 13, texts: ["number", "integer", "offset", "percent", "currency", "relative"] },
    ],
    ["{$question :", { from: 12, texts: ["string", "mask", "initials", "fill"] }],
    ["{$question :mask ", { from: 17, texts: ["keep="] }],
    ["Noch drei Tage", null],
    ["Noch {$days} Tage", null],
  ])("%j", (before, expected) => expect(offered(before)).toEqual(expected));

  test("asked for in an empty text, forms by number come first, with the categories of the language", () => {
    expect([
      offered("", "pl", true)?.texts[0],
      offered("", "pt-BR", true)?.texts[0],
      offered("", "ja", true),
    ]).toEqual([
      ".input {$days :integer}\n.match $days\none  {{}}\nfew  {{}}\nmany {{}}\n*    {{}}",
      ".input {$days :integer}\n.match $days\none {{}}\n*   {{}}",
      { from: 0, texts: ["{$days :number}", "{$question}"] },
    ]);
  });
});
