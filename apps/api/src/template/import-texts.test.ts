import { createSecretKey, randomBytes } from "node:crypto";
import type { DataSource } from "typeorm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect } from "../app/data-source.ts";
import { type Parley, startParley } from "../app/test/parley.ts";
import type { ActAs } from "../base/tx.ts";
import { systemViewer } from "../base/viewer.ts";
import { foreignTexts } from "../cli/foreign-texts.ts";
import { actAs } from "../ledger/act.ts";
import { importTexts } from "./import-texts.ts";

let parley: Parley;
let db: DataSource;
let act: ActAs;
let brandId: string;

beforeAll(async () => {
  const key = randomBytes(32);
  parley = await startParley({ PARLEY_KEY: key.toString("base64url") });
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

const stored = (key: string) =>
  parley.sql(
    `SELECT v.locale, r.n, r.origin, r.blocks -> 0 ->> 'text' AS text, s.state, r.source_revision_id IS NOT NULL AS pinned
     FROM template t JOIN variant v ON v.template_id = t.id JOIN template_revision r ON r.variant_id = v.id
     JOIN revision_standing s ON s.id = r.id WHERE t.brand_id = $1 AND t.key = $2 ORDER BY v.locale DESC`,
    [brandId, key],
  );

const CSV = [
  "Title,Default language,Default text,German text,Variant status",
  '"Mug broken!",English,"Hello {{ticket.requester.first_name}}, we send a new mug.","Guten Tag {{ticket.requester.first_name}}, wir senden eine neue Tasse.",Current',
  "Refund,English,We refund you.,Wir erstatten den Betrag.,Current",
].join("\n");

test("Zendesk's dynamic content becomes drafts with our variables; what has the name of one of ours is told and left", async () => {
  const { value, problems } = foreignTexts("zendesk", CSV, undefined);
  const { added, known } = await importTexts(act, { brandId, texts: value ?? [] });
  expect([problems, added, known, await stored("mug-broken")]).toEqual([
    [],
    ["mug-broken"],
    ["Refund"],
    [
      {
        locale: "en",
        n: 1,
        origin: "import",
        text: "Hello {$customerName}, we send a new mug.",
        state: "draft",
        pinned: false,
      },
      {
        locale: "de",
        n: 1,
        origin: "import",
        text: "Guten Tag {$customerName}, wir senden eine neue Tasse.",
        state: "draft",
        pinned: true,
      },
    ],
  ]);
});

test("ICU messages become drafts, and a broken one is told", async () => {
  const file = JSON.stringify({
    "mug count": "{n, plural, one {# mug} other {# mugs}}",
    broken: "{n, plural, one {",
  });
  const { value, problems } = foreignTexts("icu", file, "en");
  const { added } = await importTexts(act, { brandId, texts: value ?? [] });
  const [row] = (await stored("mug-count")) as { text: string }[];
  expect([problems.map(({ code }) => code), added, row?.text.includes(".match $n")]).toEqual([
    ["icu-broken"],
    ["mug-count"],
    true,
  ]);
});
