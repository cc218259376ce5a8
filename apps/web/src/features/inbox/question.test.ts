import { expect, test } from "vitest";
import { filterOf, firstQuestion, narrow, narrowed, type Question, readQuestion, widen } from "./question.ts";

const question = (changed: Partial<Question>): Question => ({ ...firstQuestion, ...changed });

test.each<[string, Partial<Question>, object]>([
  ["what waits", {}, { waiting: true, states: ["open", "pending"] }],
  ["everything", { preset: "all" }, {}],
  ["another state than the beginning's", { preset: "mine", state: "done" }, { mine: true, states: ["done"] }],
  [
    "a colleague's, which is not what nobody has",
    { preset: "unassigned", assigneeId: "7" },
    { states: ["open", "pending"], unassigned: false, assigneeId: "7" },
  ],
  [
    "one's own, whoever was chosen before",
    { preset: "mine", assigneeId: "7", state: "open" },
    { mine: true, states: ["open"] },
  ],
  ["words without the blanks around them", { preset: "all", search: "  Koffer " }, { search: "Koffer" }],
])("asks for %s", (_, changed, filter) => {
  expect(filterOf(question(changed))).toEqual(filter);
});

test("another brand lets go of account and assignee", () => {
  const before = question({ brandId: "1", accountId: "a", assigneeId: "m", channel: "comment" });
  expect(narrow(before, "brandId", "2")).toEqual(question({ brandId: "2", channel: "comment" }));
});

test("what narrows is counted and let go, search and beginning stay", () => {
  const before = question({ preset: "all", language: "de", state: "open", search: "x" });
  expect([narrowed(before), widen(before)]).toEqual([2, question({ preset: "all", search: "x" })]);
});

test.each<[unknown, Partial<Question>]>([
  [null, {}],
  ["junk", {}],
  [{ preset: "everything", channel: "fax", language: 7 }, {}],
  [
    { preset: "mine", language: "de", search: "Maren" },
    { preset: "mine", language: "de" },
  ],
])("reads %j from storage as far as it is understood", (stored, changed) => {
  expect(readQuestion(stored)).toEqual(question(changed));
});
