import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import words from "../../../../../locales/en/ui/ledger.json" with { type: "json" };
import { countKinds, kindOf, type LedgerEvent, stepsOf } from "./story.ts";

let next = 0;
function event(action: string, changed: Partial<LedgerEvent> = {}): LedgerEvent {
  next += 1;
  return {
    id: `e${next}`,
    action,
    actorId: "jonas",
    actor: { id: "jonas", name: "Jonas" },
    at: "2026-01-01T10:00:00Z",
    erased: false,
    facts: {},
    leaf: "{}",
    leafHash: "",
    streamSeq: next,
    subjectId: "d1",
    words: null,
    ...changed,
  };
}

const saved = (body: string, changed: Partial<LedgerEvent> = {}) =>
  event("draft.saved", { words: { body }, ...changed });

test("saves by one hand are one step; another hand, another draft or anything between begins a new one", () => {
  const events = [
    saved("a"),
    saved("ab"),
    saved("abc", { actorId: "mia" }),
    saved("x", { actorId: "mia", subjectId: "d2" }),
    event("note.added", { subjectId: "n" }),
    saved("xy", { actorId: "mia", subjectId: "d2" }),
  ];
  expect(stepsOf(events).map((step) => [step.kind, step.events.length, step.before])).toEqual([
    ["writing", 2, null],
    ["writing", 1, "ab"],
    ["writing", 1, null],
    ["work", 1, null],
    ["writing", 1, "x"],
  ]);
});

test("no event is lost in folding, and each counts", () => {
  const events = [
    "message.received",
    "draft.saved",
    "draft.saved",
    "reply.approved",
    "reply.sent",
    "note.added",
  ].map((action) => event(action));
  expect(stepsOf(events).flatMap((step) => step.events)).toEqual(events);
  expect(countKinds(events)).toEqual({ customer: 1, writing: 2, review: 1, delivery: 1, work: 1 });
});

test.each([
  ["message.received", "customer"],
  ["conversation.imported", "customer"],
  ["draft.saved_beside", "writing"],
  ["reply.review_requested", "review"],
  ["reply.queued", "delivery"],
  ["reply.held_back", "delivery"],
  ["conversation.assigned", "work"],
  ["message.revealed", "work"],
])("%s is about %s", (action, kind) => {
  expect(kindOf(action)).toBe(kind);
});

test("there are words for every action that the API records about a conversation", () => {
  const root = join(import.meta.dirname, "../../../../api/src");
  const sources = globSync("**/*.ts", { cwd: root }).filter((file) => !/\.test\.ts$|(^|\/)test\//.test(file));
  const written = sources.flatMap((file) => {
    const text = readFileSync(join(root, file), "utf8");
    // What rows are sorted by looks alike.
    return [
      ...text.matchAll(/(?<!By\()"((?:message|conversation|note|draft|reply|customer)\.[a-z_]+)"/g),
    ].map(([, action]) => action);
  });
  const made = ["sent", "failed", "needs_person"].map((state) => `reply.${state}`);
  const abilities = new Set([
    "conversation.read",
    "conversation.work",
    "customer.reveal",
    "reply.write",
    "reply.decide",
  ]);
  const actions = new Set([...written, ...made].filter((action) => action && !abilities.has(action)));
  const known = words.actions as Readonly<Record<string, Readonly<Record<string, string>>>>;
  const missing = [...actions].filter((action) => {
    const [group = "", name = ""] = (action ?? "").split(".");
    return !known[group]?.[name] && !known[group]?.[`${name}_other`];
  });
  expect(missing).toEqual([]);
});
