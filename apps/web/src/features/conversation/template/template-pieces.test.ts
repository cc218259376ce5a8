import { expect, test } from "vitest";
import { templatePieces } from "./template-pieces.ts";

test("holes are places to fill, the same variable one of them; values are plain text", () => {
  const text = "Hallo Maren, ⟦Nummer⟧ und ⟦Nummer⟧: ⟦…⟧";
  const mark = (kind: string, variable: string, [shown, from = 0]: readonly [string, number?]) => {
    const start = text.indexOf(shown, from);
    return { kind, start, end: start + shown.length, variable };
  };
  const marks = [
    mark("filled", "customerName", ["Maren", 0]),
    mark("unresolved", "orderNumber", ["⟦Nummer⟧", 0]),
    mark("unresolved", "orderNumber", ["⟦Nummer⟧", 25]),
    mark("manual", "", ["⟦…⟧", 0]),
  ];
  expect(templatePieces(text, marks)).toEqual([
    { text: "Hallo Maren, " },
    { name: "orderNumber", shown: "⟦Nummer⟧" },
    { text: " und " },
    { name: "orderNumber", shown: "⟦Nummer⟧" },
    { text: ": " },
    { name: "free 2", shown: "⟦…⟧" },
  ]);
});

test("a template without holes is one piece", () => {
  expect(templatePieces("Danke!", [])).toEqual([{ text: "Danke!" }]);
});
