import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const locales = join(import.meta.dirname, "../../../../locales");
const source = readFileSync(join(import.meta.dirname, "setup-error.ts"), "utf8");
const codes = [...source.matchAll(/^ {2}\| "(\w+)"/gm)].map(([, code]) => code);
const words = (tag: string): Record<string, string> =>
  JSON.parse(readFileSync(join(locales, tag, "cli.json"), "utf8")) as Record<string, string>;
const placeholders = (text = "") => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

test("every code of the database has a sentence in English", () => {
  expect(codes.filter((code) => !words("en")[code ?? ""])).toEqual([]);
});

test("a translated terminal sentence has the placeholders of the English one", () => {
  const english = words("en");
  const wrong = readdirSync(locales)
    .filter((tag) => readdirSync(join(locales, tag)).includes("cli.json"))
    .flatMap((tag) =>
      Object.entries(words(tag))
        .filter(([key, text]) => `${placeholders(text)}` !== `${placeholders(english[key])}`)
        .map(([key]) => `${tag} ${key}`),
    );
  expect(wrong).toEqual([]);
});
