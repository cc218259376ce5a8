import { expect, test } from "vitest";
import type { Delivery, Draft } from "../open-conversation.ts";
import { standingOf } from "./delivery-state.ts";

const runAt = "2026-11-21T12:00:10.000Z";
const delivery = (state: Delivery["state"], tries = 0): Delivery =>
  ({ id: "i", state, runAt, reason: "too_many_attempts", attempts: Array(tries).fill({}) }) as never;

test.each<[string, Pick<Draft, "state" | "delivery">, object]>([
  ["a reply that is reviewed", { state: "in_review", delivery: null }, { kind: "review" }],
  [
    "one that was sent before and is reviewed now",
    { state: "in_review", delivery: delivery("undone") },
    { kind: "review" },
  ],
  [
    "one that has not left yet",
    { state: "queued", delivery: delivery("queued") },
    { kind: "undoable", itemId: "i", until: Date.parse(runAt) },
  ],
  [
    "one that is tried again",
    { state: "queued", delivery: delivery("queued", 2) },
    { kind: "again", at: Date.parse(runAt), tries: 2 },
  ],
  ["one on its way", { state: "queued", delivery: delivery("sending", 1) }, { kind: "sending" }],
  ["one whose answer was lost", { state: "queued", delivery: delivery("unknown", 1) }, { kind: "unknown" }],
  [
    "one that nobody can tell of",
    { state: "queued", delivery: delivery("needs_person", 3) },
    { kind: "person", itemId: "i", reason: "too_many_attempts" },
  ],
])("tells of %s", (_, draft, standing) => {
  expect(standingOf(draft)).toEqual(standing);
});
