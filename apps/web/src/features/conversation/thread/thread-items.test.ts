import { expect, test } from "vitest";
import type { Draft, Message, Note } from "../open-conversation.ts";
import { threadItems } from "./thread-items.ts";

const at = (day: number, hour: number) => new Date(2026, 10, day, hour).toISOString();
const message = (id: string, when: string) => ({ id, at: when }) as Message;
const note = (id: string, when: string) => ({ id, createdAt: when }) as Note;
const draft = (id: string, state: Draft["state"]) => ({ id, state, updatedAt: at(20, 9) }) as Draft;

test("a thread is told in order, a day at a time, with what is under way at its end", () => {
  const items = threadItems({
    messages: [message("first", at(20, 10)), message("second", at(21, 9))],
    notes: [note("between", at(20, 12))],
    drafts: [draft("written", "open"), draft("queued", "queued"), draft("reviewed", "in_review")],
  });
  expect(items.map(({ kind, id }) => (kind === "day" ? "day" : id))).toEqual([
    "day",
    "first",
    "between",
    "day",
    "second",
    "queued",
    "reviewed",
  ]);
});
