// Debian's translate-toolkit judges our PO files from outside: `apt-get install translate-toolkit`.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { flatten, writePo } from "@parley/shared/interchange";
import { afterAll, expect, test } from "vitest";
import { readStarterTemplates } from "./starter-templates.ts";
import { starterExchange } from "./test/starter-exchange.ts";

const TESTS = [
  "pythonbraceformat",
  "variables",
  "urls",
  "emails",
  "numbers",
  "blank",
  "unchanged",
  "escapes",
  "newlines",
  "brackets",
  "doublespacing",
];

const folder = mkdtempSync(join(tmpdir(), "parley-po-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The contexts that pofilter complains about. */
function complaints(locale: string, text: string): readonly string[] {
  const file = join(folder, `${locale}.po`);
  writeFileSync(file, text);
  const options = TESTS.map((name) => `--test=${name}`);
  const { stdout, error } = spawnSync("pofilter", ["--progress=none", ...options, file], {
    encoding: "utf8",
  });
  if (error) throw new Error("pofilter of Debian's translate-toolkit is needed here", { cause: error });
  return [...stdout.matchAll(/^msgctxt "(.*)"$/gm)].map(([, context]) => context ?? "");
}

const store = readStarterTemplates();
/**
 * Inside braces pofilter takes a translated label or another form of a date for another placeholder. A pair of brackets is
 * the translator's choice; pofilter wants as many as the source has.
 */
const exported = (locale: string) =>
  writePo(flatten("en", locale, starterExchange(store, locale)))
    .replace(/ :fill label=(?:\|([^|]*)\||([^|}]*))\}/g, "} $1$2")
    .replace(/(\{\$\w+ :\w+) [^{}]*\}/g, "$1}")
    .replace(/\(([^()\n]*)\)/g, "$1");
const locales = store.languages.map(({ language }) => language.locale).filter((locale) => locale !== "en");

test("pofilter finds nothing in the starter templates but forms whose key says the number", {
  timeout: 120_000,
}, () => {
  const found = locales.flatMap((locale) =>
    complaints(locale, exported(locale)).map((context) => `${locale} ${context}`),
  );
  // Languages without plural forms count where they print the number, which pofilter takes for another placeholder.
  const counted = (context: string) => /\/(zero|one|two)$/.test(context) || /^(ja|zh)/.test(context);
  expect(found.filter((context) => !counted(context))).toEqual([]);
});

test.each([
  ["a misspelt variable", /(msgstr "[^"]*)\{\$orderNumber/, "$1{$orderNmuber"],
  ["a bracket left open", /(msgctxt "delay\/formal\/any\/2\/\*"\nmsgid ".*"\nmsgstr ")/, "$1("],
  ["an empty text", /(msgctxt "delay\/formal\/any\/2\/\*"\nmsgid ".*"\nmsgstr ").*"/, '$1 "'],
])("pofilter sees %s in the same file", (_, found, planted) => {
  const good = exported("de");
  const bad = good.replace(found, planted);
  const before = new Set(complaints("de", good));
  const fresh = complaints("de", bad).filter((context) => !before.has(context));
  expect([bad === good, fresh.length]).toEqual([false, 1]);
});
