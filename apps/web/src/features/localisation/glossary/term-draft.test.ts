import { describe, expect, test } from "vitest";
import type { Term } from "./open-glossary.ts";
import {
  beginDraft,
  clashesOf,
  isChanged,
  rebased,
  type TermDraft,
  withList,
  wordsOf,
} from "./term-draft.ts";
import { problemsOf } from "./term-problems.ts";
import { matching } from "./term-rows.ts";
import { NEW, readDrafts } from "./unsaved-terms.ts";

const term = (changed: Partial<Term> = {}): Term => ({
  id: "t1",
  term: "booking",
  keep: false,
  translations: { de: ["Buchung"], fr: ["réservation"] },
  forbidden: { de: ["Booking"] },
  note: "",
  version: 1,
  updatedAt: "2026-01-01T00:00:00Z",
  author: null,
  ...changed,
});

const draft = (changed: Partial<TermDraft["words"]>): TermDraft => {
  const begun = beginDraft(term());
  return { ...begun, words: { ...begun.words, ...changed } };
};

describe("a draft of a term", () => {
  test.each([
    ["as it was begun", draft({}), false],
    ["with a language emptied", draft({ translations: withList({ de: ["Buchung"] }, "de", []) }), true],
    ["with another note", draft({ note: "of a trip" }), true],
  ])("%s", (_, one, changed) => {
    expect(isChanged(one)).toBe(changed);
  });

  test("what only one of two people changed clashes with nothing, and both changes are kept", () => {
    const mine = draft({ translations: { de: ["Buchung", "Reservierung"], fr: ["réservation"] } });
    const theirs = term({ version: 2, note: "of a trip", forbidden: {} });
    expect([clashesOf(mine, wordsOf(theirs)), rebased(mine, theirs, "mine")]).toEqual([
      [],
      {
        termId: "t1",
        version: 2,
        base: wordsOf(theirs),
        words: { ...mine.words, note: "of a trip", forbidden: {} },
      },
    ]);
  });

  test.each([
    ["mine", ["Reise"], "hers"],
    ["theirs", ["Urlaub"], "hers"],
  ] as const)("where both changed one language, %s is taken there", (whose, de, note) => {
    const mine = draft({ translations: { de: ["Reise"], fr: ["réservation"] } });
    const theirs = term({ version: 2, note: "hers", translations: { de: ["Urlaub"], fr: ["réservation"] } });
    const { words } = rebased(mine, theirs, whose);
    expect([clashesOf(mine, wordsOf(theirs)), words.translations.de, words.note]).toEqual([
      [{ part: "translations", locale: "de", mine: "Reise", theirs: "Urlaub" }],
      de,
      note,
    ]);
  });

  test("two who wrote the same do not clash", () => {
    expect(clashesOf(draft({ keep: true }), wordsOf(term({ version: 2, keep: true })))).toEqual([]);
  });

  test("comes back as it was after a reload, and what is not understood is left out", () => {
    const kept = { t1: draft({ note: "n" }), [NEW]: { ...draft({}), termId: null }, odd: { version: "1" } };
    expect(readDrafts(JSON.parse(JSON.stringify(kept)))).toEqual({ t1: kept.t1, [NEW]: kept[NEW] });
  });
});

describe("what stands in the way of saving", () => {
  test.each([
    ["nothing", {}, []],
    ["another term of this name", { term: " trip " }, [{ code: "taken", termId: "t2" }]],
    [
      "a word that is right and forbidden, whatever its case",
      { translations: { de: ["booking"] } },
      [{ code: "both", locale: "de", word: "booking" }],
    ],
    [
      "too many words",
      { translations: { fr: Array.from({ length: 21 }, (_, n) => `mot ${n}`) } },
      [{ code: "tooMany", locale: "fr" }],
    ],
  ])("%s", (_, changed, problems) => {
    const terms = [term(), term({ id: "t2", term: "trip" })];
    expect(problemsOf({ ...wordsOf(term()), ...changed }, { termId: "t1", terms })).toEqual(problems);
  });
});

test.each([
  ["", ["t1", "t2"]],
  ["RESERVATION", ["t1"]],
  ["trip", ["t2"]],
  ["nowhere", []],
])("a search for %j", (query, found) => {
  const terms = [term(), term({ id: "t2", term: "trip", translations: {}, forbidden: {} })];
  expect(matching(terms, query).map(({ id }) => id)).toEqual(found);
});
