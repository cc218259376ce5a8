import { createSecretKey, randomBytes } from "node:crypto";
import {
  type ExchangeFile,
  flatten,
  type ReadResult,
  readPo,
  readUnitsCsv,
  readXliff,
  writePo,
  writeUnitsCsv,
  writeXliff,
} from "@parley/shared/interchange";
import type { DataSource } from "typeorm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect } from "../app/data-source.ts";
import { type Browser, type Parley, startParley } from "../app/test/parley.ts";
import { addTemplate, putLive, type Written, write } from "../app/test/write-template.ts";
import { readAs } from "../base/read.ts";
import type { ActAs } from "../base/tx.ts";
import { systemViewer } from "../base/viewer.ts";
import { actAs } from "../ledger/act.ts";
import { handOut } from "./exchange.ts";
import { importExchange } from "./import-exchange.ts";
import { importGlossary, importMemory } from "./import-wording.ts";

let parley: Parley;
let db: DataSource;
let act: ActAs;
let lena: Browser;
let ruth: Browser;
let brandId: string;

beforeAll(async () => {
  const key = randomBytes(32);
  parley = await startParley({ PARLEY_KEY: key.toString("base64url") });
  [lena, ruth] = await Promise.all([parley.as("Lena"), parley.as("Ruth")]);
  const [brand] = await parley.sql<{ id: string }>("SELECT id FROM brand WHERE key = 'nordwind'");
  brandId = brand?.id ?? "";
  db = await connect(parley.database.appUrl, 2);
  const acting = { db, workspaceKey: createSecretKey(key), publish: () => undefined, now: () => new Date() };
  act = actAs(acting, systemViewer([brandId]));
}, 120_000);
afterAll(async () => {
  await db.destroy();
  await parley.stop();
});

const handedOut = (locale: string) =>
  readAs(db, systemViewer([brandId]), (manager) => handOut(manager, { brandId, kind: "reply", locale }));

const exported = async (locale: string): Promise<ExchangeFile> =>
  flatten("en", locale, await handedOut(locale));

const bringIn = (file: ExchangeFile, dryRun = false) =>
  importExchange(act, { brandId, kind: "reply", file, dryRun });

async function pair(key: string): Promise<{ readonly source: Written; readonly target: Written }> {
  const by = { writer: lena, approver: ruth };
  const { id: templateId } = await addTemplate(lena, brandId, key);
  const source = await write(lena, { templateId, locale: "en", text: "Your parcel comes within 5 days." });
  await putLive(by, source);
  const target = await write(lena, { templateId, locale: "de", text: "Ihr Paket kommt in 5 Tagen." });
  await putLive(by, target);
  return { source, target };
}

const changedIn = (file: ExchangeFile, template: string, target: string): ExchangeFile => ({
  ...file,
  units: file.units.map((unit) => (unit.template === template ? { ...unit, target } : unit)),
});

const FORMATS: readonly [
  string,
  (file: ExchangeFile) => string,
  (text: string) => ReadResult<ExchangeFile>,
][] = [
  ["XLIFF", writeXliff, readXliff],
  ["PO", writePo, readPo],
  ["CSV", writeUnitsCsv, readUnitsCsv],
];

test.each(FORMATS)(
  "the whole store goes out as %s, and coming back unchanged it changes nothing",
  async (...[, write, read]) => {
    const file = await exported("de");
    const { value, problems } = read(write(file));
    // What is missing in German has no text, which is told; all else comes back as it went.
    const plan = value && (await bringIn(value));
    expect([file.units.length > 100, problems, value, plan?.stored, plan?.conflicts]).toEqual([
      true,
      [],
      file,
      [],
      [],
    ]);
  },
);

test("a translated text comes back as a draft, pinned to its source, by nobody but the import", async () => {
  const { source, target } = await pair("parcel-in");
  const file = changedIn(await exported("de"), "parcel-in", "Ihr Paket ist in 5 Tagen da.");
  const planned = await bringIn(file, true);
  const done = await bringIn(file);
  const rows = await parley.sql(
    `SELECT n, origin, author_id AS author, source_revision_id = $2 AS pinned, blocks -> 0 ->> 'text' AS text
     FROM template_revision WHERE variant_id = $1 ORDER BY n DESC LIMIT 1`,
    [target.variantId, source.id],
  );
  expect([planned.stored, done.stored, rows]).toEqual([
    ["parcel-in/de/formal/any"],
    ["parcel-in/de/formal/any"],
    [{ n: 2, origin: "import", author: null, pinned: true, text: "Ihr Paket ist in 5 Tagen da." }],
  ]);
});

test("what was changed here after the export is told and never overwritten", async () => {
  const { target } = await pair("parcel-kept");
  const file = changedIn(await exported("de"), "parcel-kept", "Ihr Paket ist in 5 Tagen da.");
  const [row] = await parley.sql<{ id: string }>("SELECT template_id AS id FROM variant WHERE id = $1", [
    target.variantId,
  ]);
  const text = "Ihr Paket erreicht Sie in 5 Tagen.";
  await write(lena, { templateId: row?.id ?? "", locale: "de", text, baseId: target.id });
  const { stored, conflicts } = await bringIn(file);
  const [newest] = await parley.sql<{ text: string }>(
    "SELECT blocks -> 0 ->> 'text' AS text FROM template_revision WHERE variant_id = $1 ORDER BY n DESC LIMIT 1",
    [target.variantId],
  );
  const told = conflicts.map(({ variant, exported: before, current }) => [variant.template, before, current]);
  expect([stored, told, newest?.text]).toEqual([[], [["parcel-kept", 1, 2]], text]);
});

test("what is missing goes out without a text and comes back as a first draft", async () => {
  const { id: templateId } = await addTemplate(lena, brandId, "parcel-new");
  const source = await write(lena, { templateId, locale: "en", text: "Your parcel comes within 5 days." });
  await putLive({ writer: lena, approver: ruth }, source);
  const file = await exported("de");
  const before = file.units.filter(({ template }) => template === "parcel-new");
  const { stored } = await bringIn(changedIn(file, "parcel-new", "Ihr Paket kommt in 5 Tagen."));
  const after = (await exported("de")).units.filter(({ template }) => template === "parcel-new");
  expect([
    before.map(({ target, state }) => [target, state]),
    stored,
    after.map(({ target, state }) => [target, state]),
  ]).toEqual([
    [[null, "initial"]],
    ["parcel-new/de/formal/any"],
    [["Ihr Paket kommt in 5 Tagen.", "translated"]],
  ]);
});

test("a text that is no message stores nothing of its variant, and units of nobody are told", async () => {
  await pair("parcel-broken");
  const file = changedIn(await exported("de"), "parcel-broken", "Ihr Paket {$kommt");
  const [unit] = file.units.filter(({ template }) => template === "parcel-broken");
  const stray = {
    ...file,
    units: unit ? [unit, { ...unit, id: "nobody/formal/any/0/*", template: "nobody" }] : [],
  };
  const { stored, problems, unknown } = await bringIn(stray);
  expect([stored, problems.map(({ code }) => code), unknown]).toEqual([
    [],
    ["unit-not-a-message"],
    ["nobody/formal/any/0/*"],
  ]);
});

test("terms and pairs of another tool are added once, and known ones stay", async () => {
  const term = (word: string, german: string) => ({
    term: word,
    keep: false,
    translations: { de: [german] },
    forbidden: {},
  });
  const first = await importGlossary(act, {
    brandId,
    terms: [term("cabin", "Kabine"), term("cabin", "Kajüte")],
  });
  const second = await importGlossary(act, { brandId, terms: [term("cabin", "Koje"), term("deck", "Deck")] });
  const pairs = [{ source: "Good night", target: "Gute Nacht", sourceLocale: "en", targetLocale: "de" }];
  const counts = [await importMemory(act, { brandId, pairs }), await importMemory(act, { brandId, pairs })];
  const kept = await parley.sql(
    "SELECT term, translations FROM glossary_term WHERE brand_id = $1 AND term IN ('cabin', 'deck') ORDER BY term",
    [brandId],
  );
  expect([first.added, second.added, second.known, counts, kept]).toEqual([
    1,
    1,
    ["cabin"],
    [1, 0],
    [
      { term: "cabin", translations: { de: ["Kabine"] } },
      { term: "deck", translations: { de: ["Deck"] } },
    ],
  ]);
});
