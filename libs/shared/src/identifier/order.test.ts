import { expect, test } from "vitest";
import { parseOrderPattern } from "./order.ts";

test.each([
  ["AAA-999999", "abc-123456 and ABC-1234567", ["abc-123456"]],
  ["9{6,8}", "12345 123456 12345678 123456789", ["123456", "12345678"]],
  ["\\A\\X9{4}", "ax1234 bx1234", ["ax1234"]],
  ["XXXXXX", "K3J9QZ", ["K3J9QZ"]],
  ["(99)99+", "(12)34+", ["(12)34+"]],
])("%s", (pattern, text, expected) => {
  expect(text.match(parseOrderPattern(pattern) ?? /(?!)/)).toEqual(expected);
});

test.each([["99"], ["9{8,6}"], ["9{99}"], ["9{"], ["}9999"], ["9{4"], ["9".repeat(61)], [""]])(
  "%s is refused",
  (pattern) => {
    expect(parseOrderPattern(pattern)).toBe(undefined);
  },
);
