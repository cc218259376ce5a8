import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "./canonical.ts";

test.each([
  [{ b: 1, a: [true, null, "x"] }, '{"a":[true,null,"x"],"b":1}'],
  [
    { "\u20ac": 1, "\r": 2, "1": 3, "\ud83d\ude00": 4, "\u0080": 5, ö: 6, "\ufb33": 7 },
    '{"\\r":2,"1":3,"\u0080":5,"ö":6,"€":1,"😀":4,"\ufb33":7}',
  ],
  [[1e30, 4.5, 2e-3, 1e-27, -0, 1e21], "[1e+30,4.5,0.002,1e-27,0,1e+21]"],
  ["\u20ac$\u000f\nA'B\"\\/", '"€$\\u000f\\nA\'B\\"\\\\/"'],
])("%j is written in its one canonical form", (value, text) => {
  expect(canonicalJson(value)).toBe(text);
});

test.each([
  [undefined, "$ has no"],
  [{ a: { b: undefined } }, "$.a.b has no"],
  [[1, Number.NaN], "$[1] has no"],
  [["\ud800"], "$[0] has no"],
  [{ when: new Date(0) }, "$.when has no"],
  [new Map(), "$ has no"],
  [{ a: () => 1 }, "$.a has no"],
  // biome-ignore lint/suspicious/noSparseArray: a hole is what is tested
  [[1, , 2], "$[1] has no"],
])("%s has no canonical form, and the error names the place", (value, message) => {
  expect(() => canonicalJson(value)).toThrow(message);
});

test("what was written reads back as the same value, in whatever order its keys were", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      const text = canonicalJson(value);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
    }),
  );
});
