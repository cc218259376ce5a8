import type { Variable } from "@parley/shared/template";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, type Parley, startParley } from "../app/test/parley.ts";
import { addTemplate, putLive, write } from "../app/test/write-template.ts";

let parley: Parley;
let lena: Browser;
let ruth: Browser;
let sam: Browser;
let ana: Browser;
let brandId: string;

beforeAll(async () => {
  parley = await startParley();
  [lena, ruth, sam, ana] = (await Promise.all(
    ["Lena", "Ruth", "Sam", "Ana"].map((name) => parley.as(name)),
  )) as [Browser, Browser, Browser, Browser];
  const [brand] = await parley.sql<{ id: string }>("SELECT id FROM brand WHERE key = 'nordwind'");
  brandId = brand?.id ?? "";
}, 120_000);
afterAll(() => parley.stop());

const days: Variable = {
  name: "days",
  type: "number",
  source: "manual",
  required: true,
  maxLength: 3,
  pii: "none",
  choices: [],
  functions: [],
  words: { en: { label: "working days", sample: "4" } },
};

const ADD = "mutation ($template: AddTemplateInput!) { addTemplate(template: $template) { id } }";
const CHANGE = "mutation ($change: ChangeTemplateInput!) { changeTemplate(change: $change) { version } }";
const AFFECTED =
  "query ($id: ID!, $variables: [JSON!]!) { affectedTexts(templateId: $id, variables: $variables) { locale live findings { code args } } }";

const described = (key: string) => ({
  brandId,
  key,
  sourceLocale: "en",
  intent: "order.delay",
  channelClasses: ["any"],
  variables: [days],
});
const changeTo = (templateId: string, variables: readonly Variable[], version = 1) => ({
  change: { templateId, version, intent: "order.delay", channelClasses: ["any"], variables },
});

/** A template that counts days, live in English and begun in German. */
async function counted(key: string): Promise<string> {
  const { addTemplate: added } = await lena.ask<{ addTemplate: { id: string } }>(ADD, {
    template: described(key),
  });
  const templateId = added.id;
  const text = (one: string, other: string) =>
    `.input {$days :integer}\n.match $days\none {{${one}}}\n* {{${other}}}`;
  const english = await write(lena, {
    templateId,
    locale: "en",
    text: text("It takes one day.", "It takes {$days} days."),
  });
  await putLive({ writer: lena, approver: ruth }, english);
  await write(lena, {
    templateId,
    locale: "de",
    text: text("Es dauert einen Tag.", "Es dauert {$days} Tage."),
  });
  return templateId;
}

test("says which texts a change makes stale, and they are so once it is made", async () => {
  const templateId = await counted("days-left");
  const { affectedTexts: harmless } = await lena.ask<{ affectedTexts: unknown }>(AFFECTED, {
    id: templateId,
    variables: [
      { ...days, maxLength: 5 },
      { ...days, name: "reason", type: "text" },
    ],
  });
  const { affectedTexts: grave } = await lena.ask<{ affectedTexts: unknown }>(AFFECTED, {
    id: templateId,
    variables: [{ ...days, name: "" }],
  });
  const standings = async () => {
    const { localisation } = await lena.ask<{
      localisation: {
        rows: {
          template: { id: string };
          cells: { locale: string; variants: { staleness: string }[] }[];
        }[];
      };
    }>(
      `query ($id: ID!) { localisation(brandId: $id, filter: { locales: ["en", "de"] }) { rows { template { id }
        cells { locale variants { staleness } } } } }`,
      { id: brandId },
    );
    const row = localisation.rows.find(({ template }) => template.id === templateId);
    return row?.cells.flatMap(({ variants }) => variants.map(({ staleness }) => staleness));
  };
  const before = await standings();
  await lena.ask(CHANGE, changeTo(templateId, []));
  expect({ harmless, grave, before, after: await standings() }).toEqual({
    harmless: [],
    grave: [
      { locale: "en", live: true, findings: [{ code: "unknown-variable", args: { name: "days" } }] },
      { locale: "de", live: false, findings: [{ code: "unknown-variable", args: { name: "days" } }] },
    ],
    before: ["current", "current"],
    after: ["contract", "contract"],
  });
});

test("a variable's own words stand where no language brings them", async () => {
  const { addTemplate: added } = await lena.ask<{ addTemplate: { id: string } }>(ADD, {
    template: described("own-words"),
  });
  const { template } = await ana.ask<{ template: { variables: Variable[] } }>(
    "query ($id: ID!) { template(templateId: $id) { variables } }",
    { id: added.id },
  );
  expect(template.variables).toEqual([days]);
});

test("of two who begin one key at once the second hears that it is taken", async () => {
  const both = await Promise.all(
    [lena, sam].map((who) => who.refused(ADD, { template: described("at-once") })),
  );
  expect(both.toSorted()).toEqual(["BAD_USER_INPUT", undefined]);
});

test.each<[string, object]>([
  ["a key with signs", { key: "Ärger!" }],
  ["no channel", { channelClasses: [] }],
  ["a dotted name", { variables: [{ ...days, name: "order.owner" }] }],
  ["a name that objects have of their own", { variables: [{ ...days, name: "constructor" }] }],
  ["one name twice", { variables: [days, days] }],
  ["a choice of nothing", { variables: [{ ...days, type: "choice" }] }],
  ["words that are none", { variables: [{ ...days, words: { en: "days" } }] }],
])("refuses %s", async (_, wrong) => {
  expect(await lena.refused(ADD, { template: { ...described("wrong"), ...wrong } })).toBe("BAD_USER_INPUT");
});

test("an agent neither adds nor weighs", async () => {
  const { id } = await addTemplate(lena, brandId, "not-for-agents");
  expect([
    await ana.refused(ADD, { template: described("by-an-agent") }),
    await ana.refused(AFFECTED, { id, variables: [] }),
  ]).toEqual(["FORBIDDEN", "FORBIDDEN"]);
});
