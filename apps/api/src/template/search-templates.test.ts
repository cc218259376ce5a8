import { DataSource } from "typeorm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, type Parley, startParley } from "../app/test/parley.ts";
import { addTemplate, putLive, write } from "../app/test/write-template.ts";
import { readAs } from "../base/read.ts";
import { systemViewer } from "../base/viewer.ts";
import { searchTemplates } from "./search-templates.ts";
import { MISSPELT } from "./test/misspelt-searches.ts";

let parley: Parley;
let ana: Browser;
let brandId: string;
let locales: ReadonlySet<string>;

beforeAll(async () => {
  parley = await startParley();
  ana = await parley.as("Ana");
  const [brand] = await parley.sql<{ id: string }>("SELECT id FROM brand WHERE key = 'nordwind'");
  brandId = brand?.id ?? "";
  const rows = await parley.sql<{ locale: string }>(
    "SELECT DISTINCT locale FROM variant WHERE brand_id = $1",
    [brandId],
  );
  locales = new Set(rows.map(({ locale }) => locale));
}, 120_000);
afterAll(() => parley.stop());

interface Found {
  readonly template: string;
  readonly locale: string;
}

async function search(text: string, wanted: readonly string[], asked = brandId): Promise<readonly Found[]> {
  const { searchTemplates } = await ana.ask<{ searchTemplates: Found[] }>(
    "query ($search: TemplateSearchInput!) { searchTemplates(search: $search) { template locale } }",
    { search: { brandId: asked, text, locales: wanted, limit: 3 } },
  );
  return searchTemplates;
}

test("at least 95 of 100 misspelt searches find their template first", async () => {
  const searches = Object.entries(MISSPELT).flatMap(([locale, queries]) =>
    locales.has(locale) ? queries.map(([query, template]) => ({ locale, query, template })) : [],
  );
  const wrong: unknown[] = [];
  for (const one of searches) {
    const [hit] = await search(one.query, [one.locale, "en"]);
    if (hit?.template !== one.template) wrong.push({ ...one, found: hit?.template ?? null });
  }
  const few = wrong.length / searches.length <= 0.05;
  expect({ enough: searches.length >= 60, wrong: few ? "few" : wrong }).toEqual({
    enough: true,
    wrong: "few",
  });
}, 120_000);

test("a word of another language finds the template, and says in which language", async () => {
  const [hit] = await search("rückerstattung", ["ja", "de"]);
  expect(hit).toEqual({ template: "refund", locale: "de" });
});

test("what is live is found and what is not is not, in the own brand only", async () => {
  const [lena, ruth] = [await parley.as("Lena"), await parley.as("Ruth")];
  const { id: templateId } = await addTemplate(lena, brandId, "zeppelin-late");
  const text = "Your zeppelin comes within 5 days.";
  const written = await write(lena, { templateId, locale: "en", text });
  const before = await search("zepelin", ["en"]);
  await putLive({ writer: lena, approver: ruth }, written);
  const live = await search("zepelin", ["en"]);
  const [other] = await parley.sql<{ id: string }>("SELECT id FROM brand WHERE key = 'lumo'");
  const elsewhere = await search("zepelin", ["en"], other?.id);
  await ruth.ask(
    'mutation ($id: ID!) { retireRevision(templateRevisionId: $id, reason: "no zeppelins") { id } }',
    { id: written.id },
  );
  const keys = (found: readonly Found[]) =>
    found.filter(({ template }) => template === "zeppelin-late").length;
  expect([before, live, elsewhere, await search("zepelin", ["en"])].map(keys)).toEqual([0, 1, 0, 0]);
});

test("nobody reaches another brand's words, though the process keeps them in memory", async () => {
  const db = await new DataSource({ type: "postgres", url: parley.database.appUrl }).initialize();
  const searchAs = (brands: readonly string[]) =>
    readAs(db, systemViewer(brands), (read) =>
      searchTemplates(read, { brandId, text: "refund", locales: ["en"], limit: 1 }),
    );
  const [own, other] = [await searchAs([brandId]), await searchAs([])];
  await db.destroy();
  expect([own.map(({ template }) => template), other]).toEqual([["refund"], []]);
});

test("a search of signs or of nothing finds nothing", async () => {
  expect([
    await search("", ["en"]),
    await search("?!", ["en"]),
    await search("{$x}".repeat(500), ["en"]),
  ]).toEqual([[], [], []]);
});
