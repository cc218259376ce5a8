import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, eventually, type Parley, startParley } from "../app/test/parley.ts";

let parley: Parley;
let ana: Browser;
let ruth: Browser;

beforeAll(async () => {
  parley = await startParley();
  ana = await parley.as("Ana");
  ruth = await parley.as("Ruth");
});
afterAll(() => parley.stop());

interface Row {
  readonly id: string;
  readonly inboundVersion: number;
  readonly customer: { readonly handle: string };
}

const find = (handle: string) =>
  eventually(`the conversation of ${handle}`, async () => {
    const { conversations } = await ana.ask<{ conversations: { nodes: Row[] } }>(
      `query ($search: String) { conversations(filter: { search: $search }) { nodes { id inboundVersion customer { handle } } } }`,
      { search: handle },
    );
    return conversations.nodes[0];
  });

const save = async (browser: Browser, conversationId: string, body: string) => {
  const { saveDraft } = await browser.ask<{ saveDraft: { draft: { id: string }; revision: { id: string } } }>(
    "mutation ($save: SaveInput!) { saveDraft(save: $save) { draft { id } revision { id } conflict { id } } }",
    {
      save: { conversationId, visibility: "public", body, language: "de", clientId: crypto.randomUUID() },
    },
  );
  return { draftId: saveDraft.draft.id, revisionId: saveDraft.revision.id };
};

const SEND = `mutation ($send: SendInput!) { sendReply(send: $send) {
  draft { id state check { policyDigest findings { rule severity } } } item { id state } } }`;
interface Sent {
  readonly sendReply: {
    readonly draft: {
      readonly id: string;
      readonly state: string;
      readonly check: { readonly policyDigest: string };
    };
    readonly item: { readonly id: string; readonly state: string } | null;
  };
}

test("a reply is written, queued, taken back, sent again, and arrives once", async () => {
  const { id, inboundVersion } = await find("hannah_lenz");
  const saved = await save(
    ana,
    id,
    "Liebe Hannah, das freut uns sehr. Wir geben es dem Team in Hamburg weiter!",
  );
  const send = { ...saved, inboundVersion, clientId: crypto.randomUUID() };
  const first = await ana.ask<Sent>(SEND, { send });
  const again = await ana.ask<Sent>(SEND, { send });
  expect([first.sendReply.draft.state, again.sendReply.item?.id]).toEqual([
    "queued",
    first.sendReply.item?.id,
  ]);
  await ana.ask("mutation ($id: ID!) { undoSend(itemId: $id) { state } }", { id: first.sendReply.item?.id });
  const second = await ana.ask<Sent>(SEND, { send: { ...send, clientId: crypto.randomUUID() } });
  await parley.sql("UPDATE outbox_item SET run_at = now() WHERE id = $1", [second.sendReply.item?.id]);
  await eventually("delivery", async () => {
    const rows = await parley.sql<{ state: string }>("SELECT state FROM outbox_item WHERE id = $1", [
      second.sendReply.item?.id,
    ]);
    return rows[0]?.state === "sent";
  });
  const posts = await parley.sql<{ n: number }>(
    "SELECT count(*)::int AS n FROM sandbox.post WHERE by_account AND body LIKE 'Liebe Hannah%'",
  );
  const thread = await ana.ask<{
    conversation: { state: string; waitingSince: null; messages: { direction: string }[] };
  }>("query ($id: ID!) { conversation(id: $id) { state waitingSince messages { direction } } }", { id });
  expect([posts[0]?.n, thread.conversation]).toEqual([
    1,
    { state: "pending", waitingSince: null, messages: [{ direction: "inbound" }, { direction: "outbound" }] },
  ]);
});

test("a finding that may not stand stops a reply, whatever the client says", async () => {
  const { id, inboundVersion } = await find("m.brandt");
  const saved = await save(ana, id, "Guten Tag {{name}}, bitte haben Sie noch etwas Geduld.");
  const send = { ...saved, inboundVersion, clientId: crypto.randomUUID() };
  expect(await ana.refused(SEND, { send })).toBe("CHECK_FAILED");
});

test("the whole story of a reviewed reply stands in the ledger, and nobody approves their own words", async () => {
  const { id, inboundVersion } = await find("priya.n");
  const { draftId, revisionId } = await save(
    ana,
    id,
    "Hi Priya, thanks for writing. We are looking into it now. ^AR",
  );
  const sent = await ana.ask<Sent>(SEND, {
    send: { draftId, revisionId, inboundVersion, clientId: crypto.randomUUID() },
  });
  expect([sent.sendReply.draft.state, sent.sendReply.item]).toEqual(["in_review", null]);
  const approve = {
    draftId,
    revisionId,
    inboundVersion,
    policyDigest: sent.sendReply.draft.check.policyDigest,
    clientId: crypto.randomUUID(),
  };
  const APPROVE = "mutation ($approve: ApproveInput!) { approveReply(approve: $approve) { item { id } } }";
  expect(await ana.refused(APPROVE, { approve })).toBe("FORBIDDEN");
  const sam = await parley.as("Sam");
  const own = await save(sam, (await find("lucas_m")).id, "Bonjour Lucas, nous regardons cela. ^SD");
  const ownSent = await sam.ask<Sent>(SEND, {
    send: { ...own, inboundVersion: 1, clientId: crypto.randomUUID() },
  });
  expect(
    await sam.refused(APPROVE, {
      approve: {
        ...own,
        inboundVersion: 1,
        policyDigest: ownSent.sendReply.draft.check.policyDigest,
        clientId: crypto.randomUUID(),
      },
    }),
  ).toBe("OWN_WORDS");
  await ruth.ask(APPROVE, { approve });
  expect(await ruth.refused(APPROVE, { approve: { ...approve, clientId: crypto.randomUUID() } })).toBe(
    "NOT_IN_REVIEW",
  );
  const { ledger } = await ruth.ask<{ ledger: { action: string }[] }>(
    "query ($id: ID!) { ledger(conversationId: $id) { action leaf leafHash } }",
    { id },
  );
  expect(ledger.map(({ action }) => action)).toEqual([
    "message.received",
    "draft.saved",
    "reply.review_requested",
    "reply.approved",
  ]);
});
