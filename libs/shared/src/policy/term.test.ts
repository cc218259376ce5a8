import { expect, test } from "vitest";
import { longestLiteral } from "./literal.ts";
import { parseTerm } from "./term.ts";
import { foldWord, wordsOf } from "./words.ts";

test.each([
  ["refund", true],
  ["we|i will refund*", true],
  ["send ... your", true],
  ["send ...8 your", true],
  ["kindly? send", false],
  ["send us?", false],
  ["... send", false],
  ["!!", false],
  ["", false],
  ["send !! us", false],
])("%j is a term: %s", (source, isTerm) => {
  expect(parseTerm(source) !== null).toBe(isTerm);
});

test.each([
  ["Straße", "strasse"],
  ["ＡＢＣ", "abc"],
  ["أُهلًا", "اهلا"],
  ["ﬁn", "fin"],
])("%s is compared as %s", (word, folded) => {
  expect(foldWord(word)).toBe(folded);
});

test("Turkish tells dotted from dotless i", () => {
  expect([foldWord("IĞDIR", true), foldWord("İZMİR", true), foldWord("IZMIR")]).toEqual([
    "ığdır",
    "izmir",
    "izmir",
  ]);
});

test("words know whether anything but blanks and hyphens stands before them", () => {
  const words = wordsOf("E-Mail, l'ami！注文 ok");
  expect(words.map(({ folded, joined }) => `${joined ? "+" : "|"}${folded}`).join(" ")).toBe(
    "+e +mail |l +ami |注 +文 +ok",
  );
});

test.each([
  ["order \\d+", "order "],
  ["(?i)ref(erence)?", "ref"],
  ["a+bcd", "bcd"],
  ["abc|def", ""],
  ["[abc]xyz{2}w", "xy"],
  ["x{2,3}abc\\.de", "abc.de"],
  ["(abc)+", ""],
  ["\\Qa.b\\E123", "123"],
])("every match of %s holds %j", (pattern, literal) => {
  expect(longestLiteral(pattern)).toBe(literal);
});
