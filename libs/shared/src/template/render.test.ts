import { expect, test } from "vitest";
import {
  createRenderer,
  holes,
  type Register,
  type Template,
  type TemplateLanguage,
  tabStops,
  type Values,
  type Variable,
  type VariantText,
} from "./index.ts";

const variable = (name: string, over: Partial<Variable> = {}): Variable => ({
  name,
  type: "text",
  source: "order",
  required: true,
  maxLength: 20,
  pii: "none",
  choices: [],
  functions: [],
  ...over,
});
const template: Template = {
  key: "delay",
  intent: "order.delay",
  channelClasses: ["any"],
  sourceLocale: "en",
  variables: [
    variable("customerName", { type: "name", source: "contact", required: false }),
    variable("order", { functions: ["mask"] }),
    variable("reason", { source: "manual" }),
  ],
};
const language: TemplateLanguage = {
  locale: "de",
  proofread: false,
  honorifics: {},
  variables: {},
  blocks: [
    {
      block: "greeting",
      locale: "de",
      register: "formal",
      channelClass: "any",
      text: ".input {$customerName :name}\n.match $customerName\nnone {{Guten Tag,}}\n* {{Guten Tag {$customerName},}}",
    },
  ],
};
const labels = {
  order: { label: "Bestellnummer", sample: "1" },
  reason: { label: "der Grund", sample: "x" },
};
const variant = (...blocks: string[]): VariantText => ({
  template: "delay",
  locale: "de",
  register: "formal" satisfies Register,
  channelClass: "any",
  absent: false,
  blocks: blocks.map((text) =>
    text.startsWith("@") ? { kind: "shared", block: text.slice(1) } : { kind: "own", text },
  ),
});
const render = (values: Values, ...blocks: string[]) =>
  createRenderer({ template, language, labels, timeZone: "UTC" }).render(variant(...blocks), values);

test("blocks stand one below the other, values are marked with where they come from", () => {
  expect(render({ customerName: "Anna", order: "NW-1234567" }, "@greeting", "Nr. {$order :mask}.")).toEqual({
    text: "Guten Tag Anna,\n\nNr. ••••4567.",
    marks: [
      {
        kind: "filled",
        variable: "customerName",
        label: "customerName",
        origin: "contact",
        start: 10,
        end: 14,
      },
      { kind: "filled", variable: "order", label: "Bestellnummer", origin: "order", start: 21, end: 29 },
    ],
    unresolved: [],
    errors: [],
  });
});

test.each([{}, { order: "" }, { order: "  " }])(
  "without a value there is a hole, never an empty place: %j",
  (values) => {
    const { text, unresolved, marks } = render(values, "Nr. {$order :mask}: {$reason :fill label=|Grund|}");
    expect([text, unresolved, marks.map(({ kind }) => kind)]).toEqual([
      "Nr. ⟦Bestellnummer⟧: ⟦der Grund⟧",
      [
        { start: 4, end: 19 },
        { start: 21, end: 32 },
      ],
      ["unresolved", "manual"],
    ]);
  },
);

test("a name outside the template's variables and a missing shared block are errors", () => {
  const { text, errors } = render({ secret: "x" }, "@sign-off", "{$secret}");
  expect([text, errors.map(({ type }) => type)]).toEqual(["", ["unknown-block", "unknown-variable"]]);
});

test("holes become tab stops, the same variable once, and values open none", () => {
  const rendered = render(
    { customerName: `$${"{1:x}"} {y}` },
    "@greeting",
    "{$order :mask} und {$order :mask}, {:fill label=|A|}, {:fill label=|B|}",
  );
  expect(tabStops(rendered)).toEqual({
    snippet:
      "Guten Tag $\\{1:x\\} \\{y\\},\n\n#1:⟦Bestellnummer⟧# und #1:⟦Bestellnummer⟧#, #2:⟦A⟧#, #3:⟦B⟧#".replaceAll(
        /#(.*?)#/g,
        (_, field: string) => `$${`{${field}}`}`,
      ),
    labels: ["Bestellnummer", "A", "B"],
  });
});

test.each([
  ["alles gut", []],
  ["Nr. ⟦Bestellnummer⟧", [[4, 19]]],
  ["halb ⟦gelöscht", [[5, 6]]],
  [
    "Hallo {$name :name}, {:fill label=|x|}",
    [
      [6, 19],
      [21, 38],
    ],
  ],
  [
    ".input {$n :integer} .match $n",
    [
      [0, 20],
      [21, 30],
    ],
  ],
])("the holes of %j are %j", (text, expected) => {
  expect(holes(text).map(({ start, end }) => [start, end])).toEqual(expected);
});

test("a marked stretch that was emptied is a hole", () => {
  const mark = { kind: "filled", variable: "order", label: "", origin: "order", start: 3, end: 4 } as const;
  expect(holes("Nr.  kommt", [mark])).toEqual([{ start: 3, end: 4 }]);
});
