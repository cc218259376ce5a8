import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, eventually, type Parley, startParley } from "../app/test/parley.ts";

let parley: Parley;
let ana: Browser;
let brandId: string;

beforeAll(async () => {
  parley = await startParley();
  ana = await parley.as("Ana");
  const [brand] = await parley.sql<{ id: string }>("SELECT id FROM brand WHERE key = 'nordwind'");
  brandId = brand?.id ?? "";
}, 120_000);
afterAll(() => parley.stop());

interface Example {
  readonly template: string;
  readonly locale: string;
  readonly kind: string;
  readonly text: string;
  readonly traits: readonly string[];
}

const examples = async (browser: Browser, language: string) => {
  const { suggestionExamples } = await browser.ask<{ suggestionExamples: Example[] }>(
    `query ($brandId: ID!, $language: String!) {
       suggestionExamples(brandId: $brandId, language: $language) { template locale kind text traits } }`,
    { brandId, language },
  );
  return suggestionExamples;
};

/** A reply to a conversation, made from a template and delivered. */
async function reply(handle: string, template: string): Promise<void> {
  const conversation = await eventually(`the conversation of ${handle}`, async () => {
    const { conversations } = await ana.ask<{
      conversations: { nodes: { id: string; inboundVersion: number }[] };
    }>(
      "query ($search: String) { conversations(filter: { search: $search }) { nodes { id inboundVersion } } }",
      { search: handle },
    );
    return conversations.nodes[0];
  });
  const [text] = await parley.sql<{ id: string }>(
    `SELECT r.id FROM template_revision r JOIN variant v ON v.id = r.variant_id JOIN template t ON t.id = v.template_id
     WHERE t.key = $1 AND v.locale = 'de' LIMIT 1`,
    [template],
  );
  const body = "Liebe Hannah, das freut uns sehr!";
  const use = {
    templateRevisionId: text?.id,
    key: template,
    locale: "de",
    register: "informal",
    channelClass: "any",
  };
  const { saveDraft } = await ana.ask<{ saveDraft: { draft: { id: string }; revision: { id: string } } }>(
    "mutation ($save: SaveInput!) { saveDraft(save: $save) { draft { id } revision { id } } }",
    {
      save: {
        conversationId: conversation.id,
        visibility: "public",
        body,
        language: "de",
        clientId: crypto.randomUUID(),
        templateUses: [{ ...use, text: body }],
      },
    },
  );
  const { sendReply } = await ana.ask<{ sendReply: { item: { id: string } } }>(
    "mutation ($send: SendInput!) { sendReply(send: $send) { item { id } } }",
    {
      send: {
        draftId: saveDraft.draft.id,
        revisionId: saveDraft.revision.id,
        inboundVersion: conversation.inboundVersion,
        clientId: crypto.randomUUID(),
      },
    },
  );
  await parley.sql("UPDATE outbox_item SET run_at = now() WHERE id = $1", [sendReply.item.id]);
  await eventually("delivery", async () => {
    const [row] = await parley.sql<{ state: string }>("SELECT state FROM outbox_item WHERE id = $1", [
      sendReply.item.id,
    ]);
    return row?.state === "sent";
  });
}

test("templates teach by title, keywords and samples in one language, each text once", async () => {
  const found = await examples(ana, "de-AT");
  const names = found.map(({ template, text }) => `${template} ${text}`);
  expect({
    languages: [...new Set(found.map(({ locale }) => locale.split("-")[0]))],
    kinds: [...new Set(found.map(({ kind }) => kind))],
    twice: names.length - new Set(names).size,
  }).toEqual({ languages: ["de"], kinds: ["title", "keywords", "sample"], twice: 0 });
});

test("a reply that was sent teaches by the question before it, and by who sent it where", async () => {
  await reply("hannah_lenz", "thanks-praise");
  const [first] = await examples(ana, "de");
  expect([first?.template, first?.kind, (first?.text.length ?? 0) > 0, first?.traits.slice(1)]).toEqual([
    "thanks-praise",
    "reply",
    true,
    ["visibility:public", "agent:me", "after:nothing"],
  ]);
});

test("who may not write replies learns nothing of them", async () => {
  const lena = await parley.as("Lena");
  await expect(examples(lena, "de")).rejects.toThrow();
});
