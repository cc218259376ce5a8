import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { type Digest, flawsOf, type Link, leafBytes } from "./chain.ts";

const digest: Digest = async (bytes) => createHash("sha256").update(bytes).digest("hex");

/** A chain as the server writes it. */
async function chainOf(actions: readonly string[]): Promise<Link[]> {
  const links: Link[] = [];
  for (const [index, action] of actions.entries()) {
    const event = { actorId: "m1", at: `2026-01-01T10:00:0${index}.000Z`, subjectId: "s1" };
    const leaf = JSON.stringify({
      type: action,
      actor: event.actorId,
      at: event.at,
      subject: event.subjectId,
      seq: index + 1,
      prev: links.at(-1)?.leafHash ?? null,
    });
    const leafHash = await digest(leafBytes(leaf));
    links.push({ id: `e${index + 1}`, action, ...event, streamSeq: index + 1, leaf, leafHash });
  }
  return links;
}

const actions = ["message.received", "draft.saved", "reply.queued", "reply.sent"];
const change = (links: Link[], index: number, changed: Partial<Link>) =>
  links.map((link, at) => (at === index ? { ...link, ...changed } : link));

test("a chain that nobody touched has no flaw", async () => {
  expect([...(await flawsOf(await chainOf(actions), digest))]).toEqual([]);
});

test("changed words in a leaf, a missing event, another order, and another actor beside the leaf are all found", async () => {
  const links = await chainOf(actions);
  const [one, two, three, four] = links as [Link, Link, Link, Link];
  const rewritten = change(links, 1, { leaf: two.leaf.replace("m1", "m2") });
  const found = async (chain: readonly Link[]) => [...(await flawsOf(chain, digest))];
  expect([
    await found(rewritten),
    await found([one, three, four]),
    await found([one, three, two, four]),
    await found(change(links, 2, { actorId: "m2" })),
    await found(links.slice(1)),
  ]).toEqual([
    [["e2", "hash"]],
    [["e3", "link"]],
    [
      ["e3", "link"],
      ["e2", "link"],
      ["e4", "link"],
    ],
    [["e3", "shown"]],
    [["e2", "link"]],
  ]);
});

test("one who rewrites a leaf and its hash breaks the link of the next", async () => {
  const links = await chainOf(actions);
  const leaf = (links[1] as Link).leaf.replace("draft.saved", "draft.saved_beside");
  const forged = change(links, 1, {
    leaf,
    action: "draft.saved_beside",
    leafHash: await digest(leafBytes(leaf)),
  });
  expect([...(await flawsOf(forged, digest))]).toEqual([["e3", "link"]]);
});
