import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, eventually, type Parley, startParley } from "../app/test/parley.ts";

let parley: Parley;
let ana: Browser;

beforeAll(async () => {
  parley = await startParley();
  ana = await parley.as("Ana");
}, 120_000);
afterAll(() => parley.stop());

test("a sent reply tells which text it was made from, and how far it has moved from it", async () => {
  const asked = await eventually("the conversation", async () => {
    const { conversations } = await ana.ask<{
      conversations: {
        nodes: {
          id: string;
          inboundVersion: number;
          templates: {
            key: string;
            revisionId: string;
            locale: string;
            register: string;
            channelClass: string;
            text: string;
          }[];
        }[];
      };
    }>(
      `query { conversations(filter: { search: "hannah_lenz" }) { nodes { id inboundVersion
         templates(visibility: public) { key revisionId locale register channelClass text } } } }`,
    );
    return conversations.nodes[0];
  });
  const choice = asked.templates.find(({ key }) => key === "praise-thanks") ?? asked.templates[0];
  const inserted = "Vielen Dank für Ihre Worte.";
  const { saveDraft } = await ana.ask<{ saveDraft: { draft: { id: string }; revision: { id: string } } }>(
    "mutation ($save: SaveInput!) { saveDraft(save: $save) { draft { id } revision { id } } }",
    {
      save: {
        conversationId: asked.id,
        visibility: "public",
        body: "Vielen Dank für Ihre Worte, liebe Hannah, das freut uns sehr.",
        language: "de",
        clientId: crypto.randomUUID(),
        templateUses: [
          {
            templateRevisionId: choice?.revisionId,
            key: choice?.key,
            locale: "de",
            register: "formal",
            channelClass: "any",
            text: inserted,
          },
          {
            templateRevisionId: crypto.randomUUID(),
            key: "gone",
            locale: "de",
            register: "formal",
            channelClass: "any",
            text: "",
          },
        ],
      },
    },
  );
  const seen = { draftId: saveDraft.draft.id, revisionId: saveDraft.revision.id };
  const { sendReply } = await ana.ask<{ sendReply: { item: { id: string } } }>(
    "mutation ($send: SendInput!) { sendReply(send: $send) { item { id } } }",
    { send: { ...seen, inboundVersion: asked.inboundVersion, clientId: crypto.randomUUID() } },
  );
  await parley.sql("UPDATE outbox_item SET run_at = now() WHERE id = $1", [sendReply.item.id]);
  const uses = await eventually("its use", async () => {
    const rows = await parley.sql<{ template: string; variant: string; kept: number }>(
      `SELECT v.template_id AS template, v.id AS variant, u.kept FROM template_use u
       JOIN template_revision r ON r.id = u.template_revision_id JOIN variant v ON v.id = r.variant_id`,
    );
    return rows.length > 0 ? rows : null;
  });
  const { template, conversation } = await ana.ask<{
    template: { usage: { variantId: string; sent: number; kept: number; madePersonal: number }[] };
    conversation: { everyDraft: { id: string; madePersonal: number }[] };
  }>(
    `query ($template: ID!, $conversation: ID!) {
       template(templateId: $template) { usage { variantId sent kept madePersonal } }
       conversation(id: $conversation) { everyDraft { id madePersonal } } }`,
    { template: uses[0]?.template, conversation: asked.id },
  );
  const percent = (share: number) => Math.round(100 * share);
  const usage = template.usage.map(({ kept, madePersonal, ...rest }) => ({
    ...rest,
    kept: percent(kept),
    madePersonal: percent(madePersonal),
  }));
  const draft = conversation.everyDraft.find(({ id }) => id === saveDraft.draft.id);
  expect([uses.length, usage, percent(draft?.madePersonal ?? -1)]).toEqual([
    1,
    [{ variantId: uses[0]?.variant, sent: 1, kept: 100, madePersonal: 38 }],
    38,
  ]);
});
