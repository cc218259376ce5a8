import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { LOCALES, localeTags, readLocale } from "../base/locales.ts";

const source = readFileSync(join(import.meta.dirname, "setup-error.ts"), "utf8");
const codes = [...source.matchAll(/^ {2}\| "(\w+)"/gm)].map(([, code]) => code ?? "");
const words = (tag: string) => readLocale<Record<string, string>>(tag, "cli.json");
const tags = localeTags().filter((tag) => existsSync(join(LOCALES, tag, "cli.json")));
const placeholders = (text = "") => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

test("every code of the database and the settings has a sentence in every language of the terminal", () => {
  const missing = tags.flatMap((tag) =>
    codes.filter((code) => !words(tag)[code]).map((code) => `${tag} ${code}`),
  );
  expect([codes.length > 40, missing]).toEqual([true, []]);
});

test("a translated terminal sentence has the placeholders of the English one", () => {
  const english = words("en");
  const wrong = tags.flatMap((tag) =>
    Object.entries(words(tag))
      .filter(([key, text]) => `${placeholders(text)}` !== `${placeholders(english[key])}`)
      .map(([key]) => `${tag} ${key}`),
  );
  expect(wrong).toEqual([]);
});
