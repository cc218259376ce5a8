import { expect, test } from "vitest";
import { settledTag } from "./identify.ts";

test.each([
  [null, "de", "de"],
  ["de", null, "de"],
  ["de", "en", "en"],
  ["pt-BR", "pt", "pt-BR"],
  ["pt-BR", "pt-PT", "pt-PT"],
  ["pt", "pt-BR", "pt-BR"],
  [null, null, null],
])("a text in %s that turns out to be %s goes on as %s", (before, found, after) => {
  expect(settledTag(before, found)).toBe(after);
});
