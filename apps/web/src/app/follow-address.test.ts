import { expect, test } from "vitest";
import { pathOf, uriOf } from "./follow-address.ts";

test.each([
  ["settings", "/settings"],
  ["conversation:42", "/conversation/42"],
  ["template:refund/de", "/template/refund/de"],
  ["search:a b?c", "/search/a%20b%3Fc"],
])("%s is %s and back", (uri, path) => {
  expect([pathOf(uri), uriOf(path)]).toEqual([path, uri]);
});

test("the bare address names nothing", () => {
  expect(uriOf("/")).toBeNull();
});
