import { expect, test } from "vitest";
import { madePersonal } from "./made-personal.ts";

const rounded = (inserted: readonly string[], sent: string) => {
  const { share, kept } = madePersonal(inserted, sent);
  return [Math.round(100 * share), kept.map((one) => Math.round(100 * one))];
};

test.each<[string, readonly string[], string, unknown]>([
  ["sent as it was", ["Sorry, we look into it."], "Sorry, we look into it.", [0, [100]]],
  ["only punctuation and capitals differ", ["sorry we look into it"], "Sorry, we look into it!", [0, [100]]],
  ["a sentence was added", ["We look into it."], "Dear Ana, we look into it. Enjoy Lisbon!", [33, [100]]],
  ["half was cut", ["We look into it. Please wait a little."], "We look into it.", [33, [50]]],
  ["rewritten", ["We look into it."], "Gladly refunding everything!", [100, [0]]],
  ["two texts in another order", ["Hello Ana", "Kind regards"], "Kind regards! Hello Ana!", [0, [100, 100]]],
  ["the same text twice, once in the reply", ["Hello Ana", "Hello Ana"], "Hello Ana", [33, [100, 100]]],
  ["no blanks", ["返金いたします"], "返金は明日いたします", [18, [100]]],
  ["nothing inserted", [], "Hello", [100, []]],
  ["nothing at all", [], "", [0, []]],
])("%s", (_, ...[inserted, sent, expected]) => {
  expect(rounded(inserted, sent)).toEqual(expected);
});

test("texts of any length are compared in bounded time", () => {
  const long = "word ".repeat(100_000);
  expect(rounded([long], long)).toEqual([0, [100]]);
});
