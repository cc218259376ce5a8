import { expect, test } from "vitest";
import { circumstancesOf, questionOf } from "./question.ts";

type Messages = Parameters<typeof questionOf>[0]["messages"];
const said = (...lines: readonly string[]): Messages =>
  lines.map((line, index) => ({
    id: String(index),
    at: "2026-01-01T00:00:00Z",
    authorHandle: "x",
    body: line.slice(2),
    deletedAt: line.startsWith("-") ? "2026-01-01T00:00:00Z" : null,
    direction: line.startsWith("<") ? "outbound" : "inbound",
    editedAt: null,
    language: "en",
    hidden: [],
  }));

test.each([
  [
    "what came since the last answer",
    ["> Hi", "< Hello", "> Where is it?", "> It is late"],
    "Where is it?\nIt is late",
  ],
  ["the last question when it is answered", ["> Where is it?", "< Here"], "Where is it?"],
  ["nothing that was deleted", ["> Where is it?", "- My number is"], "Where is it?"],
  ["nothing when nobody asked", ["< Hello"], ""],
])("the question is %s", (_, lines, question) => {
  expect(questionOf({ messages: said(...lines) })).toBe(question);
});

test("circumstances are where one is, what was said, and which texts are behind", () => {
  const draft = (state: "sent" | "open", key: string) => ({ state, head: { templateUses: [{ key }] } });
  const conversation = {
    account: { platform: "network" },
    drafts: [draft("sent", "acknowledge"), draft("open", "refund")],
  } as Parameters<typeof circumstancesOf>[0];
  const choices = [
    { key: "delay", staleness: "current" },
    { key: "refund", staleness: "wording" },
  ];
  expect(circumstancesOf(conversation, "private", choices)).toEqual({
    traits: ["platform:network", "visibility:private", "agent:me", "after:acknowledge"],
    usedHere: new Set(["acknowledge"]),
    stale: new Map([["refund", "wording"]]),
  });
});
