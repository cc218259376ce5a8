import { expect, test } from "vitest";
import { type Block, previews } from "./index.ts";

const own = (text: string): Block => ({ kind: "own", text });
const shown = (blocks: readonly Block[], locale: string) =>
  previews(blocks, { n: 3, name: "Anna" }, locale).map(({ shows, values }) => [shows, values]);
const plural = (keys: string) =>
  own(
    `.input {$n :integer}\n.match $n\n${keys
      .split(" ")
      .map((key) => `${key} {{${key}}}`)
      .join("\n")}`,
  );

test("each plural form of a language is shown with its smallest count", () => {
  expect(shown([plural("one few many *")], "pl").map(([shows, values]) => [shows, values])).toEqual([
    [{ n: "one" }, { n: 1, name: "Anna" }],
    [{ n: "few" }, { n: 2, name: "Anna" }],
    [{ n: "many" }, { n: 5, name: "Anna" }],
    [{ n: "*" }, { n: 3, name: "Anna" }],
  ]);
});

test("forms of two variables are combined, and a name is shown once without", () => {
  const name = own(".input {$name :name}\n.match $name\nnone {{Hi}}\n* {{Hi {$name}}}");
  expect(shown([plural("one *"), name], "de").map(([, values]) => values)).toEqual([
    { n: 1, name: "" },
    { n: 1, name: "Anna" },
    { n: 2, name: "" },
    { n: 2, name: "Anna" },
  ]);
});

test("a text without forms is shown once", () => {
  expect(shown([own("Hallo")], "de")).toEqual([[{}, { n: 3, name: "Anna" }]]);
});
