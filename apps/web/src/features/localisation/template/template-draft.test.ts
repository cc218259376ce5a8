import type { Variable } from "@parley/shared/template";
import { expect, test } from "vitest";
import { beginDraft, clashesOf, type Described, newVariable, rebased, wordsOf } from "./template-draft.ts";
import { placeOf, problemsOf } from "./template-problems.ts";
import { readDraft } from "./unsaved-templates.ts";

const named = (name: string, changed: Partial<Variable> = {}): Variable => ({
  ...newVariable,
  name,
  ...changed,
});

const stored: Described = {
  id: "1",
  key: "order-delay",
  kind: "reply",
  intent: "order.delay",
  channelClasses: ["any"],
  sourceLocale: "en",
  variables: [named("days"), named("reason")],
  version: 3,
};

/** A draft of the stored template in which something was written. */
function written(changed: Partial<ReturnType<typeof wordsOf>>) {
  const draft = beginDraft(stored);
  return { ...draft, words: { ...draft.words, ...changed } };
}

test("what only one of two people changed is kept, each variable for itself", () => {
  const mine = written({ variables: [named("days", { maxLength: 2 }), named("reason"), named("date")] });
  const theirs = { ...stored, version: 4, intent: "order.late", variables: [named("days"), named("cause")] };
  expect(clashesOf(mine, wordsOf(theirs))).toEqual([]);
  expect(rebased(mine, theirs, "mine")).toMatchObject({
    version: 4,
    words: {
      intent: "order.late",
      variables: [named("days", { maxLength: 2 }), named("cause"), named("date")],
    },
  });
});

test("what both changed differently is for a person to decide", () => {
  const mine = written({ variables: [named("days", { maxLength: 2 }), named("reason")] });
  const theirs = { ...stored, version: 4, variables: [named("reason")] };
  expect(clashesOf(mine, wordsOf(theirs))).toEqual([
    { part: "variable", name: "days", mine: named("days", { maxLength: 2 }), theirs: undefined },
  ]);
  expect(rebased(mine, theirs, "theirs").words.variables).toEqual([named("reason")]);
  expect(rebased(mine, theirs, "mine").words.variables).toEqual([
    named("reason"),
    named("days", { maxLength: 2 }),
  ]);
});

test("two variables that have one name for a while both stay", () => {
  const mine = written({ variables: [named("days"), named("reason"), named("days", { type: "date" })] });
  const theirs = { ...stored, version: 4, intent: "order.late" };
  expect(rebased(mine, theirs, "mine").words.variables).toHaveLength(3);
});

test("a problem names its place", () => {
  const words = {
    ...wordsOf(stored),
    key: "Order delay",
    variables: [named("days"), named("days", { maxLength: 0 }), named("x.y", { type: "choice" })],
  };
  const problems = problemsOf(words, { isNew: true, templates: [] });
  expect(problems.map((one) => `${placeOf(one)}: ${one.fault}`)).toEqual([
    "key: signs",
    "title: empty",
    "variables-1-name: twice",
    "variables-1-maxLength: range",
    "variables-2-name: signs",
    "variables-2-choices: none",
  ]);
});

test("a key that another template of its kind has is taken", () => {
  const words = { ...wordsOf(stored), title: "Late" };
  const faults = (kind: "reply" | "block") =>
    problemsOf({ ...words, kind }, { isNew: true, templates: [stored] }).map(({ fault }) => fault);
  expect([faults("reply"), faults("block")]).toEqual([["taken"], []]);
});

test("what was kept comes back, faults and all; what is not understood does not", () => {
  const draft = written({ key: "", variables: [named("")] });
  expect([
    readDraft(JSON.parse(JSON.stringify(draft))),
    readDraft(null),
    readDraft({ ...draft, words: { ...draft.words, variables: [{ type: "colour" }] } }),
    readDraft({ ...draft, words: "none" }),
  ]).toEqual([draft, null, null, null]);
});
