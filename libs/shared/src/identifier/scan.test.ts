import { describe, expect, test } from "vitest";
import { stretchesOf } from "./form.ts";
import { chunksOf } from "./scan.ts";

const forms = (text: string): readonly string[] =>
  chunksOf(text).map((chunk) => chunk.map(({ separator, form }) => separator + form).join(""));

describe("digits, and the letters and marks that tie them, are one chunk", () => {
  test.each([
    ["call 030-123 456 now", ["AAAA 999-999 999 AAA"]],
    ["DE89 3704, 12", ["AA99 9999", "99"]],
    ["a word, no number", []],
    ["Rua 1\nCasa 2", ["AAA 9", "AAAA 9"]],
    ["7 8 9 1 2 3 4", ["9999999"]],
    ["1.2-3", ["9.9-9"]],
    ["890 — 4".replace("—", "-"), ["999-9"]],
    ["東京1234号", ["9999"]],
  ])("%s", (text, expected) => {
    expect(forms(text)).toEqual(expected);
  });
});

test("a long paste has a bounded number of stretches for each group", () => {
  for (const part of ["1 ", "12-", "1234 5678 ", "a1", "A1B2 ", "1.2.3 ", `${"x".repeat(90)}1 `]) {
    const chunks = chunksOf(part.repeat(100_000 / part.length));
    const groups = chunks.flat();
    const stretches = chunks.flatMap(stretchesOf);
    expect([groups.length <= 100_000, stretches.length <= 14 * groups.length]).toEqual([true, true]);
  }
});
