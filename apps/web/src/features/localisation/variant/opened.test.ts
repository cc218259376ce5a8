import { describe, expect, test } from "vitest";
import { variantAddress, variantId } from "../address.ts";
import { comparedParts } from "../inspector/compared-parts.ts";
import { aligned } from "./align.ts";
import { readUnsaved } from "./left-behind.ts";
import { mayDo } from "./may.ts";
import {
  isDirty,
  meet,
  notYet,
  type Opened,
  type Places,
  type Revision,
  type Source,
  stalenessOf,
} from "./opened.ts";
import { draftBlock, linesOf, listOf, wordsOf } from "./words.ts";

const sent = (text: string) => [
  { text: null, use: "greeting" },
  { text, use: null },
];
const source = (n: number, text: string): Source => ({
  id: `s${n}`,
  n,
  title: "Delay",
  samples: [],
  blocks: sent(text),
});
const revision = (n: number, text: string, rest: Partial<Revision> = {}): Revision => ({
  id: `r${n}`,
  n,
  title: "Verspätung",
  keywords: [],
  samples: [],
  origin: "human",
  createdAt: "2026-03-01T10:00:00Z",
  parentId: n > 1 ? `r${n - 1}` : null,
  state: "draft",
  blocks: sent(text),
  author: { id: "lena", name: "Lena" },
  madeFrom: source(1, "It is late."),
  ticks: [],
  decisions: [],
  ...rest,
});
const template: Places = {
  id: "t",
  key: "delay",
  kind: "reply",
  intent: "order.delay",
  channelClasses: ["any"],
  sourceLocale: "en",
  variables: [],
  version: 1,
  variants: [],
};
const withRevisions = (...revisions: Revision[]): Pick<Opened, "variant" | "source"> => ({
  variant: {
    id: "v",
    locale: "de",
    register: "formal",
    channelClass: "any",
    absentReason: null,
    live: null,
    source: source(1, "It is late."),
    revisions,
    findings: [],
    comments: [],
  },
  source: source(1, "It is late."),
});
const typed = (opened: Opened, text: string): Opened => ({
  ...opened,
  words: { ...wordsOf(revision(1, text)) },
});

describe("a text in an editor", () => {
  const first = meet({ ...notYet, template }, withRevisions(revision(1, "Es dauert.")));

  test("what nobody has begun starts with the source's shared parts and room for the rest", () => {
    const opened = meet({ ...notYet, template }, { variant: null, source: source(1, "It is late.") });
    expect([opened.words?.blocks.map(({ block }) => block), isDirty(opened)]).toEqual([
      [
        { kind: "shared", block: "greeting" },
        { kind: "own", text: "" },
      ],
      false,
    ]);
  });

  test("another's revision comes in by itself while nothing is being written", () => {
    const next = meet(first, withRevisions(revision(2, "Es dauert noch."), revision(1, "Es dauert.")));
    expect([next.baseId, next.words?.blocks[1]?.block, next.conflict]).toEqual([
      "r2",
      { kind: "own", text: "Es dauert noch." },
      null,
    ]);
  });

  test("another's revision of the same text is told, and what is being written stays", () => {
    const mine = typed(first, "Es kommt später.");
    const next = meet(mine, withRevisions(revision(2, "Es dauert noch."), revision(1, "Es dauert.")));
    expect([next.baseId, next.words, next.conflict?.id]).toEqual(["r1", mine.words, "r2"]);
  });

  test("a text that was left behind in this browser comes back, and tells of what came meanwhile", () => {
    const stored = JSON.stringify({ words: typed(first, "Es kommt später.").words, baseId: "r1" });
    const left = readUnsaved(stored);
    const fresh = { ...notYet, template };
    const same = meet(fresh, withRevisions(revision(1, "Es dauert.")), left);
    const newer = meet(fresh, withRevisions(revision(2, "Neu."), revision(1, "Es dauert.")), left);
    expect([same.words?.blocks[1]?.block, same.conflict, newer.conflict?.id]).toEqual([
      { kind: "own", text: "Es kommt später." },
      null,
      "r2",
    ]);
  });

  test.each([["null"], ["{}"], ['{"words":{"title":1}}'], ['{"words":{"title":"a","blocks":{}}}']])(
    "what is not understood in the browser's storage is nothing: %s",
    (stored) => expect(readUnsaved(stored)).toBeNull(),
  );
});

describe("what may be done", () => {
  const lena = { id: "lena", abilities: ["template.write", "template.approve"], ownWords: false };
  const ruth = { id: "ruth", abilities: ["template.approve"], ownWords: false };
  const yes = (opened: Opened, actor: typeof lena) =>
    Object.entries(mayDo(opened, actor)).flatMap(([what, may]) => (may ? [what] : []));
  const at = (state: string, rest: Partial<Revision> = {}) =>
    meet({ ...notYet, template }, withRevisions(revision(1, "Es dauert.", { state, ...rest })));

  test.each([
    ["draft", lena, ["write", "submit", "leaveOut", "comment", "tick"]],
    ["in-review", lena, ["write", "withdraw", "leaveOut", "reject", "own", "comment", "tick"]],
    [
      "in-review",
      { ...lena, ownWords: true },
      ["write", "withdraw", "leaveOut", "approve", "reject", "comment", "tick"],
    ],
    ["in-review", ruth, ["approve", "reject", "comment", "tick"]],
    ["approved", ruth, ["reject", "publish", "comment"]],
    ["rejected", ruth, ["comment"]],
    ["draft", { ...ruth, abilities: [] }, []],
  ])("%s for %j", (state, actor, expected) => expect(yes(at(state), actor)).toEqual(expected));

  test("while something is being written it can only be kept or dropped", () => {
    expect(yes(typed(at("in-review"), "Neu."), lena)).toEqual(["write", "save", "submit", "own", "comment"]);
  });

  test("those who wrote before the last approval may approve what others wrote since", () => {
    const old = revision(1, "Es dauert.", { state: "live", decisions: [decided("approved")] });
    const byOther = revision(2, "Neu.", { state: "in-review", author: { id: "sam", name: "Sam" } });
    const opened = meet({ ...notYet, template }, withRevisions(byOther, old));
    expect([mayDo(opened, lena).approve, mayDo(opened, { ...lena, id: "sam" }).approve]).toEqual([
      true,
      false,
    ]);
  });
});

const decided = (state: string): Revision["decisions"][number] => ({
  id: "d",
  state,
  reason: "",
  read: false,
  createdAt: "2026-03-01T10:00:00Z",
  validFrom: null,
  validTo: null,
  actor: null,
});

test("a text is stale by what its source has changed since it was made", () => {
  const made = revision(1, "Es dauert.");
  const of = (text: string) => stalenessOf(made, source(2, text));
  expect([
    stalenessOf(made, source(1, "It is late.")),
    of("It is late!"),
    of("It comes late."),
    of("It is {$n} days late."),
  ]).toEqual(["current", "cosmetic", "wording", "contract"]);
});

test("parts stand beside those they belong to", () => {
  const own = (text: string) => ({ kind: "own", text }) as const;
  const shared = (block: string) => ({ kind: "shared", block }) as const;
  const rows = aligned(
    [shared("greeting"), own("a"), own("b"), shared("sign-off")],
    [shared("greeting"), own("A"), shared("sign-off"), own("PS")].map(draftBlock),
  );
  expect(rows.map((row) => [row.source?.index ?? null, row.target?.index ?? null])).toEqual([
    [0, 0],
    [1, 1],
    [2, null],
    [3, 2],
    [null, 3],
  ]);
});

test("a part that came in does not make all that follow look changed", () => {
  const own = (text: string) => ({ kind: "own", text }) as const;
  const parts = comparedParts([own("one"), own("two")], [own("one"), own("new"), own("two")]);
  expect(parts.filter(({ before, after }) => before !== after)).toEqual([
    { n: 2, key: "null 1", before: "", after: "new" },
  ]);
});

test("lists are read as people type them, and addresses lead back", () => {
  const address = variantAddress("b/t/pt-BR/informal/short");
  expect([listOf("verspätet, spät،  متأخر、遅い,"), linesOf(" a \n\n b"), variantId(address)]).toEqual([
    ["verspätet", "spät", "متأخر", "遅い"],
    ["a", "b"],
    "b/t/pt-BR/informal/short",
  ]);
});
