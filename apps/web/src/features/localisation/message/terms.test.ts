import { expect, test } from "vitest";
import { termsIn } from "./terms.ts";

const terms = ["order", "order number", "App"].map((term) => ({ term }));

test.each([
  ["Your Order number, please.", ["Order number"]],
  ["Reorder it in the app", ["app"]],
  ["order, ORDER", ["order", "ORDER"]],
  ["", []],
])("terms in %j", (text, found) => {
  expect(termsIn(text, terms).map(({ start, end }) => text.slice(start, end))).toEqual(found);
});
