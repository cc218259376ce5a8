import { expect, test } from "vitest";
import { linesOf } from "./position.ts";

const text = "one\ntwo\r\n\r\nfünf";

test("an offset has a line and a column, counted from 1", () => {
  const { count, positionAt } = linesOf(text);
  expect([count, ...[0, 3, 4, 9, 11, 13, 15, 99, -1].map(positionAt)]).toEqual([
    4,
    { line: 1, column: 1 },
    { line: 1, column: 4 },
    { line: 2, column: 1 },
    { line: 3, column: 1 },
    { line: 4, column: 1 },
    { line: 4, column: 3 },
    { line: 4, column: 5 },
    { line: 4, column: 5 },
    { line: 1, column: 1 },
  ]);
});

test("a position leads back to its offset, or to the nearest one inside", () => {
  const { offsetAt, positionAt } = linesOf(text);
  for (let offset = 0; offset <= text.length; offset += 1) expect(offsetAt(positionAt(offset))).toBe(offset);
  expect([offsetAt({ line: 9, column: 1 }), offsetAt({ line: 1, column: 99 })]).toEqual([11, 4]);
});
