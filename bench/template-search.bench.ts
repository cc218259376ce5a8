// Misspelt searches over 10,000 entries: the starter templates of every language and as many again under other names.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createSearchIndex, parseTemplate, type SearchEntry, searchEntry } from "@parley/shared/template";
import MiniSearch from "minisearch";
import { MISSPELT } from "../apps/api/src/template/test/misspelt-searches.ts";
import { percentile, type Result, report } from "./report.ts";

const SIZE = 10_000;
const LOCALES = join(import.meta.dirname, "../locales");

const starters = readdirSync(LOCALES).flatMap(startersOf);
// The copies belong to no language that is asked for, so that they fill the index and answer nothing.
const copies = Array.from({ length: SIZE - starters.length }, (_, n): SearchEntry => {
  const entry = starters[n % starters.length] as SearchEntry;
  return { ...entry, template: `${entry.template}-${n}`, locale: "und", title: `${entry.title} ${n}` };
});
const entries = [...starters, ...copies];
const queries = Object.entries(MISSPELT).flatMap(([locale, list]) =>
  list.map(([query, template]) => ({ locale, query, template })),
);

const parley = measured("parley", () => {
  const index = createSearchIndex(entries);
  return (query, locale) => index.search(query, { locales: [locale, "en"], limit: 10 })[0]?.template;
});
const mini = measured("minisearch", () => {
  const index = new MiniSearch<SearchEntry & { readonly id: number }>({
    fields: ["title", "keywords", "text"],
    storeFields: ["template", "locale"],
    extractField: (entry, field) => [entry[field as keyof SearchEntry]].flat().join(" "),
    searchOptions: { fuzzy: 0.25, prefix: true, boost: { title: 3, keywords: 2.7 } },
  });
  index.addAll(entries.map((entry, id) => ({ ...entry, id })));
  return (query, locale) =>
    index.search(query, { boostDocument: (_, __, stored) => (stored?.locale === locale ? 1 : 0.8) })[0]
      ?.template;
});
report("template-search", [parley, mini]);

function measured(
  subject: string,
  build: () => (query: string, locale: string) => string | undefined,
): Result {
  const began = performance.now();
  const search = build();
  const buildMs = Math.round(performance.now() - began);
  const right = queries.filter(({ query, locale, template }) => search(query, locale) === template).length;
  const times: number[] = [];
  for (let round = 0; round < 4; round += 1) {
    for (const { query, locale } of queries) times.push(milliseconds(() => search(query, locale)));
  }
  return {
    subject,
    entries: entries.length,
    searches: queries.length,
    top1Percent: Math.round((1000 * right) / queries.length) / 10,
    buildMs,
    p50Ms: Math.round(1000 * percentile(times, 0.5)) / 1000,
    p95Ms: Math.round(1000 * percentile(times, 0.95)) / 1000,
  };
}

/** Processor time of one run, so that what else the machine does hardly counts. */
function milliseconds(run: () => void): number {
  const began = process.cpuUsage();
  for (let n = 0; n < 10; n += 1) run();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 10_000;
}

function startersOf(locale: string): readonly SearchEntry[] {
  const folder = join(LOCALES, locale, "templates");
  const files = locale.includes(".")
    ? []
    : readdirSync(join(LOCALES, locale)).includes("templates")
      ? readdirSync(folder)
      : [];
  return files
    .filter((file) => file.endsWith(".yaml") && !file.startsWith("_"))
    .flatMap((file) => {
      const text = readFileSync(join(folder, file), "utf8");
      const { value } = parseTemplate(text, { key: file.slice(0, -".yaml".length), locale });
      return value ? [searchEntry(value)] : [];
    });
}
