import { expect, test } from "vitest";
import { hiddenParts } from "./hidden-parts.ts";

const hide = (body: string, ...hidden: readonly (readonly [start: number, end: number, entity: string])[]) =>
  hiddenParts({ body, hidden: hidden.map(([start, end, entity]) => ({ start, end, entity })) }).map(
    ({ text, entity }) => [text, entity],
  );

test("a text is cut where something is hidden", () => {
  expect(hide("My number is •• and IBAN ••••.", [25, 29, "iban"], [13, 15, "phone"])).toEqual([
    ["My number is ", null],
    ["••", "phone"],
    [" and IBAN ", null],
    ["••••", "iban"],
    [".", null],
  ]);
});

test("stretches at both ends and over each other leave nothing out and nothing twice", () => {
  expect(hide("••••", [0, 4, "iban"], [1, 3, "phone"])).toEqual([["••••", "iban"]]);
});

test("a text without any is one part, an empty one none", () => {
  expect([hide("Hello"), hide("")]).toEqual([[["Hello", null]], []]);
});
