import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, eventually, type Parley, startParley } from "../app/test/parley.ts";

let parley: Parley;
let ana: Browser;

beforeAll(async () => {
  parley = await startParley();
  ana = await parley.as("Ana");
});
afterAll(() => parley.stop());

interface Row {
  readonly id: string;
  readonly inboundVersion: number;
  readonly public: Readonly<Record<string, unknown>>;
}

const find = (handle: string) =>
  eventually(`the conversation of ${handle}`, async () => {
    const { conversations } = await ana.ask<{ conversations: { nodes: Row[] } }>(
      `query ($search: String) { conversations(filter: { search: $search }) {
        nodes { id inboundVersion public: replyContext(visibility: public) } } }`,
      { search: handle },
    );
    return conversations.nodes[0];
  });

const send = async ({ id, inboundVersion }: Row, body: string) => {
  const { saveDraft } = await ana.ask<{ saveDraft: { draft: { id: string }; revision: { id: string } } }>(
    "mutation ($save: SaveInput!) { saveDraft(save: $save) { draft { id } revision { id } } }",
    {
      save: {
        conversationId: id,
        visibility: "public",
        body,
        language: "de",
        clientId: crypto.randomUUID(),
      },
    },
  );
  const { sendReply } = await ana.ask<{
    sendReply: { draft: { check: { findings: { rule: string; message: string }[] } } };
  }>(
    "mutation ($send: SendInput!) { sendReply(send: $send) { draft { check { findings { rule message } } } item { id } } }",
    {
      send: {
        draftId: saveDraft.draft.id,
        revisionId: saveDraft.revision.id,
        inboundVersion,
        clientId: crypto.randomUUID(),
      },
    },
  );
  return sendReply.draft.check.findings.map(({ message }) => message);
};

test("a check knows the customer's tone, the calendar and who writes", async () => {
  const { public: context } = await find("m.brandt");
  const { complaint, sensitive, signature, register, expected, hours } = context;
  expect({
    complaint,
    sensitive,
    signature,
    register,
    expected,
    days: Array.isArray(hours) && hours.length,
  }).toEqual({
    complaint: true,
    sensitive: false,
    signature: "AR",
    register: "formal",
    expected: "de",
    days: 7,
  });
});

test("a reply like the brand's last public one is found out at the server, with its twin; the thread's address is known", async () => {
  const first =
    "Liebe Hannah, danke für Ihre Nachricht. Wir geben Ihr Lob heute noch an das Team in Hamburg weiter.";
  const [hannah, maren] = [await find("hannah_lenz"), await find("m.brandt")];
  await send(hannah, first);
  await parley.sql("UPDATE outbox_item SET run_at = now()");
  await eventually("the reply in the thread", async () => {
    const { public: context } = await find("hannah_lenz");
    return context.threadRegister === "formal";
  });
  const { public: context } = await find("m.brandt");
  expect(context.history).toContain(first);
  expect(await send(maren, first.replace("Hannah", "Maren"))).toContain("canned.reply.reply");
});
