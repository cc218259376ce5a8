import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { builtInPacks } from "./test/built-in.ts";

const LOCALES = new URL("../../../../locales/", import.meta.url);
const wordsOf = (tag: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(new URL(`${tag}/findings.json`, LOCALES), "utf8"));
const english = wordsOf("en");
const tags = readdirSync(LOCALES).filter((tag) => existsSync(new URL(`${tag}/findings.json`, LOCALES)));

/** The names in braces of a text, in alphabetical order. */
const argumentsOf = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

test.each(tags)("%s has the words of English with the same arguments", (tag) => {
  const shape = (words: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(words).map(([key, text]) => [key, argumentsOf(text)]));
  expect(shape(wordsOf(tag))).toEqual(shape(english));
});

test("every built-in rule has a title and a reason", () => {
  const missing = builtInPacks
    .flatMap(({ rules }) => rules.map(({ id }) => id))
    .filter(
      (id) =>
        !["title", "why"].every((part) =>
          Object.keys(english).some((key) => key.startsWith(`${id}.`) && key.endsWith(part)),
        ),
    );
  expect(missing).toEqual([]);
});
