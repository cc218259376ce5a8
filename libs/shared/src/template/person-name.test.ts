import { expect, test } from "vitest";
import { personName } from "./index.ts";

test.each([
  ["João da Silva", "joao", "João da Silva"],
  ["von der Leyen", "x", "von der Leyen"],
  ["Madonna", "m4donna", "Madonna"],
  ["madonna", "madonna", null],
  ["@anna", "anna", null],
  ["anna_87", "x", null],
  ["山田花子", "hanako", "山田花子"],
  ["★★★", "stars", null],
  ["Shop24 www.shop.example", "shop", null],
  ["", "x", null],
])("the display name %j of @%s is the name %j", (displayName, handle, expected) => {
  expect(personName({ displayName, handle })).toBe(expected);
});
