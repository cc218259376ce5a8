import { createSearchIndex, searchEntry } from "@parley/shared/template";
import { expect, test } from "vitest";
import { readStarterTemplates } from "./starter-templates.ts";
import { MISSPELT } from "./test/misspelt-searches.ts";

test("at least 95 of 100 misspelt searches find their template first", () => {
  const entries = readStarterTemplates().languages.flatMap(({ templates }) => templates.map(searchEntry));
  const index = createSearchIndex(entries);
  const results = Object.entries(MISSPELT).flatMap(([locale, queries]) =>
    queries.map(([query, template]) => {
      const [hit] = index.search(query, { locales: [locale, "en"], limit: 3 });
      return { locale, query, template, found: hit?.template ?? "–" };
    }),
  );
  const wrong = results.filter(({ template, found }) => template !== found);
  expect({
    searches: results.length >= 60,
    wrong: wrong.length / results.length <= 0.05 ? "few" : wrong,
  }).toEqual({
    searches: true,
    wrong: "few",
  });
});

test("a word of another language finds the template, and says in which language", () => {
  const entries = readStarterTemplates().languages.flatMap(({ templates }) => templates.map(searchEntry));
  const [hit] = createSearchIndex(entries).search("rückerstattung", { locales: ["ja", "de"], limit: 3 });
  expect([hit?.template, hit?.locale]).toEqual(["refund", "de"]);
});
