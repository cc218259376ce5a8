import { expect, test } from "vitest";
import type { Post } from "./sandbox-api.ts";
import { arrived, chatOf, HANDLE, hueOf, initialsOf, personasOf, threadsOf } from "./wall.ts";

let next = 0;
function post(changed: Partial<Post> = {}): Post {
  next += 1;
  return {
    id: `p${next}`,
    threadId: "t1",
    parentId: null,
    author: "anna",
    authorName: "Anna B",
    byAccount: false,
    channel: "comment",
    body: "Hello",
    at: new Date(next * 1000).toISOString(),
    editedAt: null,
    deletedAt: null,
    counterpart: null,
    ...changed,
  };
}

const direct = (counterpart: string, changed: Partial<Post> = {}) =>
  post({ channel: "direct", counterpart, author: counterpart, threadId: `d-${counterpart}`, ...changed });

test("threads stand by their newest post, and direct messages are in none", () => {
  const posts = [
    post(),
    post({ threadId: "t2", channel: "mention" }),
    direct("anna"),
    post({ byAccount: true }),
  ];
  expect(threadsOf(posts).map(({ id, posts: inThread }) => [id, inThread.length])).toEqual([
    ["t1", 2],
    ["t2", 1],
  ]);
});

test("a persona reads their own direct messages, also those the account began, and nobody else's", () => {
  const posts = [
    direct("bo"),
    direct("anna", { author: "nordwind", byAccount: true, body: "We write first" }),
    post(),
  ];
  expect(chatOf(posts, { handle: "anna", name: "" }).map(({ body }) => body)).toEqual(["We write first"]);
});

test("personas are all who wrote, by name, never the account", () => {
  const posts = [
    post(),
    post({ author: "zoe", authorName: null }),
    post({ author: "nordwind", byAccount: true }),
  ];
  expect(personasOf([...posts, post({ authorName: null })])).toEqual([
    { handle: "anna", name: "Anna B" },
    { handle: "zoe", name: "" },
  ]);
});

test("only the account's posts arrive, and only once", () => {
  const old = post({ byAccount: true });
  const fresh = post({ byAccount: true });
  expect(arrived([old], [old, fresh, post()])).toEqual([fresh]);
});

test.each([
  [{ name: "Anna Maria Berg", handle: "amb" }, "AB"],
  [{ name: "", handle: "zoe.k" }, "zk"],
  [{ name: "عمر", handle: "omar_f" }, "ع"],
])("the initials of %o", (persona, expected) => {
  expect(initialsOf(persona)).toBe(expected);
});

test("hues are degrees and differ between handles", () => {
  const hues = ["anna", "bo", "zoe.k"].map(hueOf);
  expect([new Set(hues).size, hues.every((hue) => hue >= 0 && hue < 360)]).toEqual([3, true]);
});

test.each([
  ["anna.b-1", true],
  ["anna b", false],
  ["", false],
])("the handle “%s” is fit: %s", (handle, fit) => {
  expect(HANDLE.test(handle)).toBe(fit);
});
