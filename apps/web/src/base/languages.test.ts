import { expect, test } from "vitest";
import { directionOf, nameInItself, preferredLanguage } from "./languages.ts";

test.each([
  [["de-AT", "en"], "de"],
  [["pt-BR"], "pt-BR"],
  [["pt-PT", "de"], "de"],
  [["ar-EG"], "ar"],
  [["ja", "fr"], "en"],
  [[], "en"],
])("a browser that asks for %j gets %s", (wanted, expected) => {
  expect(preferredLanguage(wanted)).toBe(expected);
});

test("direction follows the script, not the language", () => {
  expect(["en", "ar", "fa", "he", "ur", "az-Arab", "az", "ar-XB"].map(directionOf)).toEqual([
    "ltr",
    "rtl",
    "rtl",
    "rtl",
    "rtl",
    "rtl",
    "ltr",
    "rtl",
  ]);
});

test("languages are named in themselves", () => {
  expect(["de", "pt-BR"].map(nameInItself)).toEqual(["Deutsch", "português (Brasil)"]);
});
