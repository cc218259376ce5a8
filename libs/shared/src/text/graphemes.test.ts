import fc from "fast-check";
import { expect, test } from "vitest";
import { graphemeStart, graphemes } from "./graphemes.ts";

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
const clusters = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment);

test.each([
  ["", 0],
  ["abc", 3],
  ["a\r\nb\n", 4],
  ["Grüße", 5],
  ["e\u0301e\u0301", 2],
  ["日本語。", 4],
  ["한국어", 3],
  ["\u1112\u1161\u11ab", 1],
  ["ที่นี่กำลัง", 5],
  ["नमस्ते", 3],
  ["مُحَمَّد", 4],
  ["👍🏽👍", 2],
  ["👩🏽‍🤝‍👨🏻🐦‍🔥", 2],
  ["👨‍👩‍👧‍👦!", 2],
  ["🇩🇪🇧🇷🇵", 3],
  ["1️⃣2️⃣", 2],
  ["🏴󠁧󠁢󠁥󠁮󠁧󠁿", 1],
  ["\ud800a\udc00", 3],
  ["\u0301a", 2],
  ["\n\u0301a", 3],
])("%j has %i characters a reader sees", (text, count) => {
  expect(graphemes(text)).toEqual({ count, end: text.length });
});

test("the end of the first three is found between graphemes", () => {
  expect(
    ["abcd", "日本語です", "👍🏽👨‍👩‍👧‍👦e\u0301x", "नमस्तेजी"].map((text) =>
      text.slice(0, graphemes(text, 3).end),
    ),
  ).toEqual(["abc", "日本語", "👍🏽👨‍👩‍👧‍👦e\u0301", "नमस्ते"]);
});

/** Parts that meet badly: every kind of joining, and what stands between. */
const unit = fc.constantFrom(
  ..."aB 1#日の한ㄱ\u1100\u1161\u11a8कतम\u093f\u094d\u093c\u0e01\u0e33\u0e34\u0301\u200d\u200c\ufe0f\u20e3\r\n\t\u200b\u0600\u0d4e\ud800\udc00\u1039\u1000\u102b",
  ..."👍👩👨❤🏽🇩🇪🐦🔥🏴\u{e0067}\u{e007f}\u{1f3fb}\u{110bd}\u{11a3a}",
);

test("every text is cut as the platform's segmenter cuts it", () => {
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 30 }), fc.nat(31), (text, most) => {
      const expected = clusters(text);
      const end = expected.slice(0, most).join("").length;
      expect(graphemes(text, most)).toEqual({ count: expected.length, end });
    }),
    { numRuns: 3000 },
  );
});

test("every code point between letters is cut as the platform's segmenter cuts it", () => {
  const wrong: string[] = [];
  for (let code = 0x80; code <= 0x10ffff; code += code < 0x3400 || code >= 0xa000 ? 1 : 97) {
    const text = `a${String.fromCodePoint(code)}b`;
    if (code < 0x20000 && graphemes(text).count !== clusters(text).length) wrong.push(code.toString(16));
  }
  expect(wrong).toEqual([]);
});

test("a grapheme begins where the segmenter says", () => {
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 20 }), fc.nat(20), (text, at) => {
      const index = Math.min(at, text.length);
      let start = 0;
      for (const { index: begin } of segmenter.segment(text)) if (begin <= index) start = begin;
      expect(graphemeStart(text, index)).toBe(index === text.length ? index : start);
    }),
    { numRuns: 2000 },
  );
});
