import { describe, expect, test } from "vitest";
import { diffTokens } from "./compare/token-diff.ts";
import { neighbour } from "./finding-card.ts";
import { snippetOf } from "./stops.ts";

/** `-gone-` and `+new+` around what is the same. */
function marked(before: string, after: string, language = "en"): string {
  const signs = { same: "", deleted: "-", inserted: "+" };
  return diffTokens(before, after, language)
    .map(({ kind, text }) => `${signs[kind]}${text}${signs[kind]}`)
    .join("");
}

describe("the difference of two texts", () => {
  test.each<[string, string, string, string?]>([
    ["We are sorry.", "We are very sorry.", "We are +very +sorry."],
    ["We refund it.", "We replace it.", "We -refund-+replace+ it."],
    ["one two three", "eins zwei three", "-one two-+eins zwei+ three"],
    ["same", "same", "same"],
    ["", "new", "+new+"],
    ["old", "", "-old-"],
    ["非常抱歉给您带来不便", "非常抱歉给你带来不便", "非常抱歉给-您-+你+带来不便", "zh"],
    ["نعتذر عن التأخير", "نعتذر عن الخطأ", "نعتذر عن -التأخير-+الخطأ+", "ar"],
  ])("%s → %s", (...[before, after, expected, language]) => {
    expect(marked(before, after, language)).toBe(expected);
  });
  test("2,000 words against 2,000 others stay within reason", () => {
    const words = (seed: number) =>
      Array.from({ length: 2000 }, (_, index) => `w${(index * seed) % 97}`).join(" ");
    const runs = diffTokens(words(3), words(5), "en");
    expect(
      runs
        .filter(({ kind }) => kind !== "inserted")
        .map(({ text }) => text)
        .join(""),
    ).toBe(words(3));
  });
});

describe("a template with places to fill", () => {
  test("places of one name are filled together; the caret ends after the text", () => {
    const pieces = [
      { text: "Hi " },
      { name: "name", shown: "name" },
      { text: ", bye " },
      { name: "name", shown: "name" },
    ];
    expect(snippetOf(pieces).replace(/\$\{(\d)(?::\w+)?\}/g, "#$1")).toBe("Hi #1, bye #1#0");
  });
  test("braces of the text open no place", () => {
    expect(snippetOf([{ text: "use {x}" }])).toMatch(/^use \\\{x\\\}/);
  });
});

describe("the neighbouring finding", () => {
  const all = [
    { from: 2, to: 4 },
    { from: 6, to: 9 },
    { from: 6, to: 12 },
  ];
  test.each([
    [{ from: 0, to: 0 }, 1, 0],
    [{ from: 2, to: 4 }, 1, 1],
    [{ from: 6, to: 9 }, 1, 2],
    [{ from: 6, to: 12 }, 1, 0],
    [{ from: 20, to: 20 }, 1, 0],
    [{ from: 0, to: 0 }, -1, 2],
    [{ from: 2, to: 4 }, -1, 2],
    [{ from: 5, to: 5 }, -1, 0],
  ] as const)("from %j by %i is number %i", (selection, step, expected) => {
    expect(neighbour(all, selection, step)).toBe(expected);
  });
});
