import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold } from "./fold.ts";

describe("a text folds to what a reader reads", () => {
  test.each([
    ["plain ASCII 4111-1111", "plain ASCII 4111-1111"],
    ["Grüße aus München, ça va ?", "Grüße aus München, ça va ?"],
    ["０６０１１２３４５６", "0601123456"],
    ["電話０３－１２３４", "電話03-1234"],
    ["٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹", "0123456789 0123456789"],
    ["०१२ ๐๑๒ 𝟎𝟏𝟐 𝟬𝟭𝟮", "012 012 012 012"],
    ["12\u200b34\u200d56\u00ad78", "12345678"],
    ["\u202a5555\u202c \u2066x\u2069", "5555 x"],
    ["4️⃣2️⃣", "42"],
    ["①②③ x²", "123 x2"],
    ["030–123‑456−7", "030-123-456-7"],
    ["ａｎｎａ＠ｅｘａｍｐｌｅ．ｃｏｍ", "anna@example.com"],
    ["Cafe\u0301 Å", "Café Å"],
    ["ﬁn ㎏", "fin kg"],
    ["\u1112\u1161\u11ab", "한"],
    ["DE89\u00a03704\u202f0044", "DE89 3704 0044"],
    ["a\ud800b", "a\ud800b"],
  ])("%j", (text, folded) => {
    expect(fold(text).text).toBe(folded);
  });
});

test("a place in the folded text points to its place in the original", () => {
  const text = "電話\u200b：０３－１２\u200b３４\u200b です";
  const { text: folded, at, span } = fold(text);
  const start = folded.indexOf("03-1234");
  const place = span(start, start + 7);
  expect([folded, text.slice(place.start, place.end), at(start), at(folded.length)]).toEqual([
    "電話:03-1234 です",
    "０３－１２\u200b３４",
    4,
    text.length,
  ]);
});

test("one character that becomes several keeps its whole place", () => {
  const { text, span } = fold("x㎏y");
  expect([text, span(1, 2), span(2, 4)]).toEqual(["xkgy", { start: 1, end: 2 }, { start: 1, end: 3 }]);
});

test("any text folds to the same again, with places that rise and stay inside", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
      const folded = fold(text);
      let last = 0;
      for (let index = 0; index <= folded.text.length; index += 1) {
        const { start, end } = folded.span(index, Math.min(index + 1, folded.text.length));
        expect(start >= last && end >= start && end <= text.length).toBe(true);
        last = start;
      }
      expect(fold(text).text).toBe(folded.text);
    }),
  );
});
