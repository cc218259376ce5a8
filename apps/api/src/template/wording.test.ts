import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, type Parley, startParley } from "../app/test/parley.ts";
import { addTemplate, putLive, write } from "../app/test/write-template.ts";

let parley: Parley;
let lena: Browser;
let ruth: Browser;
let brandId: string;

beforeAll(async () => {
  parley = await startParley();
  [lena, ruth] = await Promise.all([parley.as("Lena"), parley.as("Ruth")]);
  const [brand] = await parley.sql<{ id: string }>("SELECT id FROM brand WHERE key = 'nordwind'");
  brandId = brand?.id ?? "";
}, 120_000);
afterAll(() => parley.stop());

const SAVE_TERM = "mutation ($save: SaveTermInput!) { saveTerm(save: $save) { id version translations } }";
const term = (word: string, more = {}) => ({
  save: { brandId, term: word, translations: {}, forbidden: {}, ...more },
});

async function pair() {
  const by = { writer: lena, approver: ruth };
  const { id: templateId } = await addTemplate(lena, brandId, `quiet-night-${crypto.randomUUID()}`);
  const text = "Your quiet cabin is booked. We wish you a good night!";
  await putLive(by, await write(lena, { templateId, locale: "en", text }));
  const german = "Ihre ruhige Kabine ist gebucht. Wir wünschen Ihnen eine gute Nacht!";
  return putLive(by, await write(lena, { templateId, locale: "de", text: german }));
}

test("a term is kept by version, and nobody else's change is overwritten", async () => {
  const { saveTerm: added } = await lena.ask<{ saveTerm: { id: string; version: number } }>(
    SAVE_TERM,
    term("cabin", { translations: { de: ["Kabine"], fr: [] } }),
  );
  const again = await lena.refused(SAVE_TERM, term("cabin"));
  const change = term("cabin", { termId: added.id, version: 1, translations: { de: ["Kabine", "Kajüte"] } });
  const { saveTerm: changed } = await lena.ask<{ saveTerm: { version: number; translations: unknown } }>(
    SAVE_TERM,
    change,
  );
  const REMOVE = "mutation ($id: ID!, $version: Int!) { removeTerm(termId: $id, version: $version) { id } }";
  expect([
    again,
    changed,
    await lena.refused(SAVE_TERM, change),
    await lena.refused(REMOVE, { id: added.id, version: 1 }),
    await ruth.refused(REMOVE, { id: added.id, version: 2 }),
    await lena.refused(REMOVE, { id: added.id, version: 2 }),
  ]).toEqual([
    "BAD_USER_INPUT",
    { id: added.id, version: 2, translations: { de: ["Kabine", "Kajüte"] } },
    "STALE",
    "STALE",
    "FORBIDDEN",
    undefined,
  ]);
});

test.each([
  ["words that are no lists", { translations: { de: "Kabine" } }, "BAD_USER_INPUT"],
  ["an empty word", { forbidden: { de: [" "] } }, "BAD_USER_INPUT"],
  ["a language nobody knows", { translations: { "de_DE!": ["Kabine"] } }, "UNKNOWN_LOCALE"],
  ["no term", { term: " " }, "BAD_USER_INPUT"],
])("a term with %s is refused", async (_, more, code) => {
  expect(await lena.refused(SAVE_TERM, term("berth", more))).toBe(code);
});

test("a forbidden term stops a text, a missing one warns", async () => {
  await lena.ask(
    SAVE_TERM,
    term("berth", { translations: { de: ["Liegeplatz"] }, forbidden: { de: ["Koje"] } }),
  );
  const { id: templateId } = await addTemplate(lena, brandId, "berth-booked");
  await write(lena, { templateId, locale: "en", text: "Your berth is booked." });
  const { checkVariant } = await lena.ask<{ checkVariant: { code: string; severity: string }[] }>(
    "query ($check: CheckVariantInput!) { checkVariant(check: $check) { code severity } }",
    {
      check: {
        templateId,
        locale: "de",
        register: "formal",
        channelClass: "any",
        blocks: [{ text: "Ihre Koje ist gebucht." }],
      },
    },
  );
  expect(checkVariant.filter(({ code }) => code.startsWith("term"))).toEqual([
    { code: "term-forbidden", severity: "error" },
    { code: "term-missing", severity: "warning" },
  ]);
});

test("what was approved is remembered, sentence by sentence, with how like it is", async () => {
  await pair();
  const matches = async (text: string) => {
    const { memoryMatches } = await lena.ask<{
      memoryMatches: { target: string; likeness: number; register: string }[];
    }>("query ($wish: MemoryWishInput!) { memoryMatches(wish: $wish) { target likeness register } }", {
      wish: { brandId, sourceLocale: "en", targetLocale: "de", register: "formal", text },
    });
    return memoryMatches[0];
  };
  const [same, near, far] = [
    await matches("Your quiet cabin is booked."),
    await matches("Your quiet cabin is now booked."),
    await matches("Zeppelins zigzag."),
  ];
  expect([same, { ...near, likeness: (near?.likeness ?? 1) < 1 }, far]).toEqual([
    { target: "Ihre ruhige Kabine ist gebucht.", likeness: 1, register: "formal" },
    { target: "Ihre ruhige Kabine ist gebucht.", likeness: true, register: "formal" },
    undefined,
  ]);
});
