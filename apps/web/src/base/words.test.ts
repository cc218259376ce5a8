import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { uiLanguages } from "./languages.ts";

const LOCALES = join(import.meta.dirname, "../../../../locales");

/** Every string by its path, such as `palette.count_one`. */
function strings(value: unknown, path = ""): Record<string, string> {
  if (typeof value === "string") return { [path]: value };
  return Object.assign(
    {},
    ...Object.entries(value as object).map(([key, inner]) => strings(inner, path ? `${path}.${key}` : key)),
  );
}

function readWords(tag: string, file: string): Record<string, string> {
  return strings(JSON.parse(readFileSync(join(LOCALES, tag, file), "utf8")));
}

const namespaces = readdirSync(join(LOCALES, "en/ui")).map((file) => `ui/${file}`);
const files = [...namespaces, "errors.json"];
const others = uiLanguages.filter((tag) => tag !== "en");
const plural = /_(zero|one|two|few|many|other)$/;
const formsOf = (tag: string) => new Intl.PluralRules(tag).resolvedOptions().pluralCategories;

/** The keys a language must have: those of English, with its own plural forms. */
function wantedKeys(english: Record<string, string>, tag: string): string[] {
  const keys = Object.keys(english).flatMap((key) =>
    plural.test(key) ? formsOf(tag).map((form) => key.replace(plural, `_${form}`)) : [key],
  );
  return [...new Set(keys)].sort();
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{-?\s*([\w.]+)/g)].map(([, name = ""]) => name).sort();
}

describe.each(files)("%s", (file) => {
  const english = readWords("en", file);

  test("English has all its plural forms", () => {
    expect(Object.keys(english).sort()).toEqual(wantedKeys(english, "en"));
  });

  test.each(others)("%s has every message, with its own plural forms and no others", (tag) => {
    expect(Object.keys(readWords(tag, file)).sort()).toEqual(wantedKeys(english, tag));
  });

  test.each(others)("%s has the placeholders of English; singular forms may leave the number out", (tag) => {
    const wrong = Object.entries(readWords(tag, file)).filter(([key, text]) => {
      const model = english[key] ?? english[key.replace(plural, "_other")] ?? "";
      const missing = placeholders(model).filter((name) => !placeholders(text).includes(name));
      const extra = placeholders(text).filter((name) => !placeholders(model).includes(name));
      const mayLeaveOut = /_(zero|one|two)$/.test(key);
      return extra.length > 0 || missing.some((name) => !(mayLeaveOut && name === "count"));
    });
    expect(wrong).toEqual([]);
  });

  test.each(others)("%s leaves nothing empty", (tag) => {
    expect(Object.entries(readWords(tag, file)).filter(([, text]) => text.trim() === "")).toEqual([]);
  });
});
