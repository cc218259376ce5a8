import { expect, test } from "vitest";
import { pseudo, pseudoWords } from "./pseudo.ts";

test("pseudo-English is longer, accented, in brackets, and keeps placeholders", () => {
  expect(pseudo("Close {{title}}", "en-XA")).toBe("[Çłöšé {{title}} lorem]");
});

test("pseudo-Arabic is written in Arabic letters and keeps placeholders", () => {
  expect(pseudo("Close {{title}}", "ar-XB")).toBe("كلوسي {{title}}");
});

test("words are changed however deep they stand", () => {
  expect(pseudoWords({ a: { b: "no" } }, "ar-XB")).toEqual({ a: { b: "نو" } });
});
