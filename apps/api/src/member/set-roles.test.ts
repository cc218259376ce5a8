import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, type Parley, startParley } from "../app/test/parley.ts";

let parley: Parley;
let sam: Browser;
let ids: Readonly<Record<string, string>>;
let brandId: string;

beforeAll(async () => {
  parley = await startParley();
  sam = await parley.as("Sam");
  const members = await parley.sql<{ id: string; name: string }>("SELECT id, name FROM member");
  ids = Object.fromEntries(members.map(({ id, name }) => [name.split(" ")[0] ?? "", id]));
  const [brand] = await parley.sql<{ id: string }>("SELECT id FROM brand WHERE key = 'nordwind'");
  brandId = brand?.id ?? "";
});
afterAll(() => parley.stop());

const SET = "mutation ($held: HeldRolesInput!) { setRoles(held: $held) }";
const held = (name: string, roles: readonly string[]) => ({
  held: { brandId, memberId: ids[name] ?? crypto.randomUUID(), roles },
});
const people = async () => {
  const answer = await sam.ask<Record<string, { name: string; roles?: string[] }[]>>(
    `query ($brandId: ID!) { members(brandId: $brandId) { name roles: rolesIn(brandId: $brandId) }
       formerMembers(brandId: $brandId) { name } }`,
    { brandId },
  );
  return {
    members: answer.members?.filter(({ name }) => name.startsWith("Jonas")),
    former: answer.formerMembers,
  };
};
const seenBy = async (browser: Browser) => {
  const { viewer } = await browser.ask<{ viewer: { memberships: { brandId: string; roles: string[] }[] } }>(
    "{ viewer { memberships { brandId roles } } }",
  );
  return viewer.memberships.find((one) => one.brandId === brandId)?.roles;
};

test("an administrator decides who does what; it counts at once, is on record, and can be given back", async () => {
  const jonas = await parley.as("Jonas");
  const before = await seenBy(jonas);
  await sam.ask(SET, held("Jonas", ["localiser", "agent"]));
  const more = await seenBy(jonas);
  await sam.ask(SET, held("Jonas", []));
  const ended = [await seenBy(jonas), await people()];
  await sam.ask(SET, held("Jonas", ["agent"]));
  const back = [await seenBy(jonas), await people()];
  const events = await parley.sql<{ leaf: string; actor: string }>(
    `SELECT convert_from(leaf_bytes, 'UTF8') AS leaf, actor_id AS actor FROM audit.event
     WHERE action = 'member.roles_changed' ORDER BY stream_seq`,
  );
  expect([before, more, ended, back]).toEqual([
    ["agent"],
    ["agent", "localiser"],
    [undefined, { members: [], former: [{ name: "Jonas Weber" }] }],
    [["agent"], { members: [{ name: "Jonas Weber", roles: ["agent"] }], former: [] }],
  ]);
  expect(events.map(({ leaf, actor }) => [actor === ids.Sam, JSON.parse(leaf).facts])).toEqual([
    [true, { before: ["agent"], after: ["agent", "localiser"] }],
    [true, { before: ["agent", "localiser"], after: [] }],
    [true, { before: [], after: ["agent"] }],
  ]);
});

test("what somebody did keeps their name after their part has ended", async () => {
  const jonas = await parley.as("Jonas");
  const { conversations } = await jonas.ask<{ conversations: { nodes: { id: string }[] } }>(
    'query { conversations(first: 1, filter: { search: "grit" }) { nodes { id } } }',
  );
  const conversationId = conversations.nodes[0]?.id;
  await jonas.ask(
    "mutation ($id: ID!, $body: String!) { addNote(conversationId: $id, body: $body) { id } }",
    {
      id: conversationId,
      body: "Schon angerufen.",
    },
  );
  await sam.ask(SET, held("Jonas", []));
  const { conversation } = await sam.ask<{ conversation: { notes: { author: { name: string } }[] } }>(
    "query ($id: ID!) { conversation(id: $id) { notes { author { name } } } }",
    { id: conversationId },
  );
  await sam.ask(SET, held("Jonas", ["agent"]));
  expect(conversation.notes.map(({ author }) => author.name)).toEqual(["Jonas Weber"]);
});

test("a brand keeps somebody who manages its people; others, strangers and other brands are refused", async () => {
  const ruth = await parley.as("Ruth");
  expect([
    await sam.refused(SET, held("Sam", ["lead"])),
    await ruth.refused(SET, held("Ruth", ["admin"])),
    await sam.refused(SET, held("Nobody", ["agent"])),
    await sam.refused(SET, { held: { ...held("Jonas", ["agent"]).held, brandId: crypto.randomUUID() } }),
    await sam.refused(SET, held("Jonas", ["owner"])),
    await seenBy(sam),
  ]).toEqual(["LAST_ADMIN", "FORBIDDEN", "NOT_FOUND", "FORBIDDEN", "BAD_USER_INPUT", ["lead", "admin"]]);
});
