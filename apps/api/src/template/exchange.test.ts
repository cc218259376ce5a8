import { isDeepStrictEqual } from "node:util";
import {
  type ExchangeFile,
  flatten,
  planImport,
  type ReadResult,
  readPo,
  readUnitsCsv,
  readXliff,
  writePo,
  writeUnitsCsv,
  writeXliff,
} from "@parley/shared/interchange";
import { expect, test } from "vitest";
import { readStarterTemplates } from "./starter-templates.ts";
import { starterExchange } from "./test/starter-exchange.ts";

const store = readStarterTemplates();
const locales = store.languages.map(({ language }) => language.locale).filter((locale) => locale !== "en");

const FORMATS: readonly [
  string,
  (file: ExchangeFile) => string,
  (text: string) => ReadResult<ExchangeFile>,
][] = [
  ["XLIFF", writeXliff, readXliff],
  ["PO", writePo, readPo],
  ["CSV", writeUnitsCsv, readUnitsCsv],
];

test.each(FORMATS)("every starter template goes out as %s and comes back as it was", (...[, write, read]) => {
  const nothing = { changes: [], conflicts: [], missing: [], unknown: [], problems: [] };
  const results = locales.map((locale) => {
    const variants = starterExchange(store, locale);
    const file = flatten("en", locale, variants);
    const { value, problems } = read(write(file));
    return {
      locale,
      same: isDeepStrictEqual(value, file),
      problems,
      plan: value && planImport(value, variants),
    };
  });
  expect(results).toEqual(locales.map((locale) => ({ locale, same: true, problems: [], plan: nothing })));
});
