import { describe, expect, test } from "vitest";
import { filtered, noFilter, share } from "./filter.ts";
import {
  type Cell,
  cellLook,
  firstPlace,
  lookOf,
  type Overview,
  type Standing,
  tasksOf,
} from "./standing.ts";
import { targetOf } from "./use-grid.ts";

const standing = (rest: Partial<Standing> = {}): Standing => ({
  variantId: "v",
  register: "formal",
  channelClass: "any",
  absentReason: null,
  templateRevisionId: "r1",
  n: 1,
  state: "live",
  liveRevisionId: "r1",
  liveN: 1,
  staleness: "current",
  errors: 0,
  warnings: 0,
  comments: 0,
  needs: [],
  ...rest,
});
const cell = (locale: string, variants: readonly Standing[], rest: Partial<Cell> = {}): Cell => ({
  locale,
  variants: [...variants],
  missing: [],
  needs: variants.flatMap(({ needs }) => needs),
  ...rest,
});
const row = (key: string, cells: readonly Cell[], kind = "reply") => ({
  title: `Title of ${key}`,
  template: { id: key, key, kind, intent: key, sourceLocale: "en" },
  cells: [...cells],
});
const short = { register: "formal", channelClass: "short" };
const overview: Overview = {
  coverage: ["de", "ja"].map((locale) => ({ locale, wanted: 4, covered: 3, stale: 1 })),
  rows: [
    row("delay", [
      cell("de", [standing({ staleness: "wording", needs: ["stale"] })]),
      cell("ja", [], { missing: [short], needs: ["missing"] }),
    ]),
    row("Übergabe", [
      cell("de", [
        standing({ state: "in-review", templateRevisionId: "r2", needs: ["review"], warnings: 1 }),
      ]),
      cell("ja", [standing({ absentReason: "never asked", liveRevisionId: null })]),
    ]),
    row("greeting", [cell("de", [standing()]), cell("ja", [standing()])], "block"),
  ],
};

describe("how a text stands", () => {
  test.each([
    [{}, "live"],
    [{ staleness: "contract" }, "contract"],
    [{ state: "draft", templateRevisionId: "r2", staleness: "wording" }, "draft"],
    [{ state: "in-review", templateRevisionId: "r2" }, "review"],
    [{ state: "approved", templateRevisionId: "r2" }, "approved"],
    [{ state: "rejected", templateRevisionId: "r2" }, "rejected"],
    [{ state: "retired", liveRevisionId: null }, "retired"],
    [{ state: "live", liveRevisionId: null }, "approved"],
    [{ absentReason: "no such product" }, "absent"],
  ])("%j is %s", (rest, look) => expect(lookOf(standing(rest))).toBe(look));

  test("a cell shows what matters most, and opens it", () => {
    const mixed = cell("de", [
      standing(),
      standing({ channelClass: "short", state: "draft", needs: ["draft"] }),
    ]);
    const gap = cell("de", [standing()], { missing: [short] });
    expect([
      [cellLook(mixed), firstPlace(mixed)?.channelClass],
      [cellLook(gap), firstPlace(gap)],
      [cellLook(cell("de", [])), firstPlace(cell("de", []))],
    ]).toEqual([
      ["draft", "short"],
      ["missing", short],
      ["none", null],
    ]);
  });

  test("what can be decided at once comes before what has to be written", () => {
    expect(
      tasksOf(overview).map(({ row: { template }, locale, need }) => [template.key, locale, need]),
    ).toEqual([
      ["Übergabe", "de", "review"],
      ["delay", "de", "stale"],
      ["delay", "ja", "missing"],
    ]);
  });
});

describe("the table narrowed", () => {
  test.each([
    [{}, ["delay", "Übergabe", "greeting"]],
    [{ text: "uberg" }, ["Übergabe"]],
    [{ needsMe: true }, ["delay", "Übergabe"]],
    [{ needsMe: true, locales: ["ja"] }, ["delay"]],
    [{ kind: "block" as const }, ["greeting"]],
    [{ only: "missing" as const }, ["delay"]],
    [{ only: "stale" as const, locales: ["de"] }, ["delay"]],
    [{ only: "absent" as const }, ["Übergabe"]],
    [{ only: "findings" as const }, ["Übergabe"]],
  ])("%j leaves %j", (filter, keys) => {
    const { rows } = filtered(overview, { ...noFilter, ...filter });
    expect(rows.map(({ template }) => template.key)).toEqual(keys);
  });

  test("a language nobody wants anything in is complete", () => {
    expect([share({ wanted: 4, covered: 3 }), share({ wanted: 0, covered: 0 })]).toEqual([0.75, 1]);
  });
});

test.each([
  ["ArrowDown", false, { row: 3, column: 2 }],
  ["ArrowRight", false, { row: 2, column: 3 }],
  ["ArrowRight", true, { row: 2, column: 1 }],
  ["Home", false, { row: 2, column: -1 }],
  ["End", false, { row: 2, column: 12 }],
  ["PageDown", false, { row: 12, column: 2 }],
  ["a", false, null],
])("%s in a grid (right to left: %s) leads to %j", (key, rtl, expected) => {
  const stroke = { key, ctrlKey: false, metaKey: false, altKey: false };
  const moving = { from: { row: 2, column: 2 }, size: { rows: 40, columns: 13, firstColumn: -1 }, rtl };
  expect(targetOf(stroke, moving)).toEqual(expected);
});
