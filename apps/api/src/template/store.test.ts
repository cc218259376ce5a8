import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Browser, type Parley, startParley } from "../app/test/parley.ts";
import {
  addTemplate,
  publishing,
  putLive,
  SAVE,
  saveOf,
  step,
  tickWarnings,
  type Written,
  write,
} from "../app/test/write-template.ts";

let parley: Parley;
let lena: Browser;
let ruth: Browser;
let ana: Browser;
let brandId: string;
let count = 0;

beforeAll(async () => {
  parley = await startParley();
  [lena, ruth, ana] = await Promise.all([parley.as("Lena"), parley.as("Ruth"), parley.as("Ana")]);
  const [brand] = await parley.sql<{ id: string }>("SELECT id FROM brand WHERE key = 'nordwind'");
  brandId = brand?.id ?? "";
}, 120_000);
afterAll(() => parley.stop());

const SOURCE = "Your parcel comes within 5 days.";
const GERMAN = "Ihr Paket kommt innerhalb von 5 Tagen.";

/** A new template with one English text. */
async function source(text = SOURCE): Promise<Written & { readonly templateId: string }> {
  count += 1;
  const { id: templateId } = await addTemplate(lena, brandId, `parcel-late-${count}`);
  return { templateId, ...(await write(lena, { templateId, locale: "en", text })) };
}

/** A template that is live in English and German. */
async function livePair() {
  const by = { writer: lena, approver: ruth };
  const english = await source();
  await putLive(by, english);
  const german = await write(lena, { templateId: english.templateId, locale: "de", text: GERMAN });
  await putLive(by, german);
  return { english, german };
}

async function changeSource({ templateId, id }: Written & { readonly templateId: string }, text: string) {
  const changed = await write(lena, { templateId, locale: "en", text, baseId: id });
  return putLive({ writer: lena, approver: ruth }, changed, id);
}

const states = async ({ variantId }: Written) => {
  const { variant } = await lena.ask<{
    variant: { live: { n: number } | null; revisions: { state: string }[] };
  }>("query ($id: ID!) { variant(variantId: $id) { live { n } revisions { state } } }", { id: variantId });
  return { live: variant.live?.n ?? null, states: variant.revisions.map(({ state }) => state) };
};

interface Standing {
  readonly locale: string;
  readonly needs: readonly string[];
  readonly variants: readonly { readonly state: string; readonly staleness: string }[];
}

/** How a template stands in German on somebody's screen. */
async function german({ ask }: Browser, templateId: string): Promise<Standing | undefined> {
  const { localisation } = await ask<{
    localisation: { rows: { template: { id: string }; cells: Standing[] }[] };
  }>(
    `query ($brandId: ID!) { localisation(brandId: $brandId, filter: { locales: ["de"] }) {
       rows { template { id } cells { locale needs variants { state staleness } } } } }`,
    { brandId },
  );
  return localisation.rows.find(({ template }) => template.id === templateId)?.cells[0];
}

describe("a revision", () => {
  test("goes from draft to live, each step an event of the ledger by the one who took it", async () => {
    const written = await source();
    await putLive({ writer: lena, approver: ruth }, written);
    const events = await parley.sql<{ step: string }>(
      `SELECT e.action || ' ' || m.name AS step FROM audit.event e JOIN member m ON m.id::text = e.actor_id::text
       WHERE e.subject_id = $1 ORDER BY e.at, e.stream_seq`,
      [written.variantId],
    );
    expect([await states(written), events.map((event) => event.step)]).toEqual([
      { live: 1, states: ["live"] },
      [
        "template.saved Lena Fischer",
        "template.submitted Lena Fischer",
        "template.approved Ruth Okafor",
        "template.published Ruth Okafor",
      ],
    ]);
  });

  test("is not approved by whoever wrote it, nor by whoever wrote what it was made from", async () => {
    const written = await source();
    await lena.ask(...step("submit", written));
    const own = await lena.refused(...step("approve", written));
    await lena.ask(...step("withdraw", written));
    const sam = await parley.as("Sam");
    const text = "Your parcel comes within 5 days. Sorry!";
    const next = await write(sam, { templateId: written.templateId, locale: "en", text, baseId: written.id });
    await sam.ask(...step("submit", next));
    const part = await lena.refused(...step("approve", next));
    await ruth.ask(...step("approve", next));
    expect([own, part, (await states(next)).states]).toEqual([
      "OWN_WORDS",
      "OWN_WORDS",
      ["approved", "draft"],
    ]);
  });

  test("is kept from its author by the database too", async () => {
    const written = await source();
    const refused = await parley
      .sql(
        `INSERT INTO template_decision (brand_id, variant_id, revision_id, state, actor_id)
         SELECT brand_id, variant_id, id, 'approved', author_id FROM template_revision WHERE id = $1`,
        [written.id],
      )
      .then(
        () => "taken",
        (error: { code?: string }) => error.code,
      );
    expect(refused).toBe("PR001");
  });

  test("with an error is not submitted, with an unaccepted warning not approved", async () => {
    const english = await source();
    await putLive({ writer: lena, approver: ruth }, english);
    const { templateId } = english;
    const broken = await write(lena, { templateId, locale: "de", text: "Ihr Paket {$kommt}." });
    const error = await lena.refused(...step("submit", broken));
    const doubtful = await write(lena, {
      templateId,
      locale: "de",
      text: "Ihr Paket kommt innerhalb von 6 Tagen.",
      baseId: broken.id,
    });
    await lena.ask(...step("submit", doubtful));
    const warning = await ruth.refused(...step("approve", doubtful));
    const ticked = await tickWarnings(lena, doubtful);
    await ruth.ask(...step("approve", doubtful));
    expect([error, warning, ticked, (await states(doubtful)).states[0]]).toEqual([
      "TEMPLATE_REFUSED",
      "TEMPLATE_REFUSED",
      2,
      "approved",
    ]);
  });

  test("made from an older one is refused; a repeated save changes nothing", async () => {
    const { templateId, id: baseId } = await source();
    const save = saveOf({ templateId, locale: "en", text: "Sorry, it takes 5 days.", baseId });
    await lena.ask(SAVE, { save });
    await lena.ask(SAVE, { save });
    const other = saveOf({ templateId, locale: "en", text: "It takes 5 days.", baseId });
    const changed = { ...save, blocks: [{ text: "Other words." }] };
    const [{ n }] = (await parley.sql<{ n: number }>(
      `SELECT max(r.n)::int AS n FROM template_revision r JOIN variant v ON v.id = r.variant_id WHERE v.template_id = $1`,
      [templateId],
    )) as [{ n: number }];
    expect([
      n,
      await lena.refused(SAVE, { save: other }),
      await lena.refused(SAVE, { save: changed }),
    ]).toEqual([2, "STALE", "SAME_KEY_OTHER_CONTENT"]);
  });

  test("of two published at once one is live and the other's author is told", async () => {
    const first = await source();
    const by = { writer: lena, approver: ruth };
    await lena.ask(...step("submit", first));
    await ruth.ask(...step("approve", first));
    const text = "Your parcel needs 5 days.";
    const second = await write(lena, { templateId: first.templateId, locale: "en", text, baseId: first.id });
    await by.writer.ask(...step("submit", second));
    await ruth.ask(...step("approve", second));
    const sam = await parley.as("Sam");
    const codes = await Promise.all([ruth.refused(...publishing(first)), sam.refused(...publishing(second))]);
    expect([codes.filter((code) => code === "STALE").length, codes.filter((code) => !code).length]).toEqual([
      1, 1,
    ]);
  });
});

describe("a window of time", () => {
  test("lets a text for a season stand in for the usual one, which comes back", async () => {
    const usual = await source();
    await putLive({ writer: lena, approver: ruth }, usual);
    const text = "Before Christmas your parcel needs 5 days.";
    const season = await write(lena, { templateId: usual.templateId, locale: "en", text, baseId: usual.id });
    await lena.ask(...step("submit", season));
    await ruth.ask(...step("approve", season));
    await ruth.ask(
      ...publishing(season, { liveRevisionId: usual.id, validTo: new Date(Date.now() + 3_600_000) }),
    );
    const during = await states(usual);
    await parley.sql(
      "UPDATE live_revision SET valid_from = now() - interval '2 hours', valid_to = now() - interval '1 hour' WHERE revision_id = $1",
      [season.id],
    );
    expect([during, await states(usual)]).toEqual([
      { live: 2, states: ["live", "live"] },
      { live: 1, states: ["retired", "live"] },
    ]);
  });

  test("that has not begun never begins once the text is rejected", async () => {
    const later = await source();
    await lena.ask(...step("submit", later));
    await ruth.ask(...step("approve", later));
    await ruth.ask(...publishing(later, { validFrom: new Date(Date.now() + 3_600_000) }));
    const waiting = await states(later);
    await ruth.ask(
      'mutation ($id: ID!) { rejectRevision(templateRevisionId: $id, reason: "not true any more") { id } }',
      { id: later.id },
    );
    const [row] = await parley.sql<{ n: number }>(
      "SELECT count(*)::int AS n FROM live_revision WHERE revision_id = $1",
      [later.id],
    );
    expect([waiting, await states(later), row?.n]).toEqual([
      { live: null, states: ["approved"] },
      { live: null, states: ["rejected"] },
      0,
    ]);
  });
});

describe("a source that changes", () => {
  test.each([
    ["cosmetic", "Your parcel comes within 5 days!"],
    ["wording", "Your parcel will be with you within 5 days."],
    ["contract", "Your parcel comes within 7 days."],
  ])("makes its translation stale: %s", async (level, text) => {
    const { english, german: translated } = await livePair();
    const before = (await german(lena, english.templateId))?.variants[0];
    await changeSource(english, text);
    const after = (await german(lena, english.templateId))?.variants[0];
    expect([before, after, (await states(translated)).live]).toEqual([
      { state: "live", staleness: "current" },
      { state: "live", staleness: level },
      1,
    ]);
  });

  test("keeps no approval that was given beside the old one", async () => {
    const { english, german: translated } = await livePair();
    const text = "Ihr Paket ist innerhalb von 5 Tagen bei Ihnen.";
    const { templateId } = english;
    const next = await write(lena, { templateId, locale: "de", text, baseId: translated.id });
    await lena.ask(...step("submit", next));
    await tickWarnings(lena, next);
    await ruth.ask(...step("approve", next));
    await changeSource(english, "Your parcel comes within 7 days.");
    expect(await ruth.refused(...publishing(next, { liveRevisionId: translated.id }))).toBe(
      "TEMPLATE_REFUSED",
    );
  });

  test("is beside the point once somebody says that the translation is still right, of what was on screen", async () => {
    const { english, german: translated } = await livePair();
    const changed = await changeSource(english, "Your parcel will be with you within 5 days.");
    const STILL_RIGHT =
      "mutation ($confirm: StillRightInput!) { confirmStillRight(confirm: $confirm) { live { madeFrom { id } } } }";
    const confirm = (sourceRevisionId: string) => ({
      confirm: { templateRevisionId: translated.id, sourceRevisionId },
    });
    const old = await lena.refused(STILL_RIGHT, confirm(english.id));
    const { confirmStillRight } = await lena.ask<{
      confirmStillRight: { live: { madeFrom: { id: string } } };
    }>(STILL_RIGHT, confirm(changed.id));
    const cell = await german(lena, english.templateId);
    expect([old, confirmStillRight.live.madeFrom.id, cell?.variants]).toEqual([
      "STALE",
      changed.id,
      [{ state: "live", staleness: "current" }],
    ]);
  });

  test("withholds a translation that says something else by now, unless the agent says why", async () => {
    const { english } = await livePair();
    const [conversation] = await parley.sql<{ id: string }>(
      "SELECT id FROM conversation WHERE brand_id = $1 AND language LIKE 'de%' LIMIT 1",
      [brandId],
    );
    const conversationId = conversation?.id ?? "";
    const offered = async (useAnyway: boolean) => {
      const asked = await ana.ask<{
        conversation: { templates: { key: string; locale: string; staleness: string; revisionId: string }[] };
      }>(
        `query ($id: ID!, $useAnyway: Boolean!) { conversation(id: $id) {
           templates(visibility: private, useAnyway: $useAnyway) { key locale staleness revisionId } } }`,
        { id: conversationId, useAnyway },
      );
      return asked.conversation.templates.find(({ key }) => key === `parcel-late-${count}`);
    };
    const before = await offered(false);
    await changeSource(english, "Your parcel comes within 7 days.");
    const [withheld, anyway] = [await offered(false), await offered(true)];
    const use = {
      templateRevisionId: anyway?.revisionId,
      key: anyway?.key,
      locale: "de",
      register: "formal",
      channelClass: "any",
      text: GERMAN,
    };
    const save = (useAnywayReason: string | null) => ({
      save: {
        conversationId,
        visibility: "private",
        body: GERMAN,
        language: "de",
        templateUses: [{ ...use, useAnywayReason }],
        clientId: crypto.randomUUID(),
      },
    });
    const SAVE_DRAFT = "mutation ($save: SaveInput!) { saveDraft(save: $save) { revision { id } } }";
    expect([
      before?.locale,
      withheld?.locale,
      anyway?.staleness,
      await ana.refused(SAVE_DRAFT, save(null)),
      await ana.refused(SAVE_DRAFT, save("The customer asked about the old parcel")),
    ]).toEqual(["de", "en", "contract", "REASON_REQUIRED", undefined]);
  });
});

describe("the overview", () => {
  test("tells each member what is theirs to do", async () => {
    const english = await source();
    await putLive({ writer: lena, approver: ruth }, english);
    const needs = async () => [
      (await german(lena, english.templateId))?.needs,
      (await german(ruth, english.templateId))?.needs,
    ];
    const missing = await needs();
    const written = await write(lena, { templateId: english.templateId, locale: "de", text: GERMAN });
    const draft = await needs();
    await lena.ask(...step("submit", written));
    const submitted = await needs();
    await ruth.ask(...step("approve", written));
    expect([missing, draft, submitted, await needs()]).toEqual([
      [["missing"], []],
      [["draft"], []],
      [[], ["review"]],
      [["publish"], ["publish"]],
    ]);
  });

  test("the cheap count is what the whole table says, for each member", async () => {
    const english = await source();
    await write(lena, { templateId: english.templateId, locale: "de", text: GERMAN });
    const counted = async (who: Browser) => {
      const { localisation, localisationTasks } = await who.ask<{
        localisation: { rows: { cells: { variants: { needs: string[] }[] }[] }[] };
        localisationTasks: number;
      }>(
        `query ($id: ID!) { localisationTasks(brandId: $id)
           localisation(brandId: $id) { rows { cells { variants { needs } } } } }`,
        { id: brandId },
      );
      const texts = localisation.rows.flatMap(({ cells }) => cells.flatMap(({ variants }) => variants));
      return { told: localisationTasks, there: texts.filter(({ needs }) => needs.length > 0).length };
    };
    const [writer, approver] = [await counted(lena), await counted(ruth)];
    expect([writer.told, approver.told, writer.told > 0]).toEqual([writer.there, approver.there, true]);
  });

  test("tells what is left out on purpose from what is missing", async () => {
    const english = await source();
    await putLive({ writer: lena, approver: ruth }, english);
    const { templateId } = english;
    const absence = {
      templateId,
      locale: "de",
      register: "formal",
      channelClass: "any",
      reason: "no parcels there",
    };
    const { markAbsent } = await lena.ask<{ markAbsent: { id: string; absentReason: string } }>(
      "mutation ($absence: AbsenceInput!) { markAbsent(absence: $absence) { id absentReason } }",
      { absence },
    );
    const absent = (await german(lena, templateId))?.needs;
    await lena.ask("mutation ($id: ID!) { expectVariant(variantId: $id) { id } }", { id: markAbsent.id });
    expect([markAbsent.absentReason, absent, (await german(lena, templateId))?.needs]).toEqual([
      "no parcels there",
      [],
      ["missing"],
    ]);
  });
});
