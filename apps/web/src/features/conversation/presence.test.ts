import { expect, test } from "vitest";
import { heard, type Present, stillThere } from "./presence.ts";

const jonas: Present = { memberId: "jonas", doing: "viewing", at: 0 };
const mariam: Present = { memberId: "mariam", doing: "writing", at: 20_000 };

test.each<[string, Parameters<typeof heard>[1], readonly Present[]]>([
  ["one who comes", { memberId: "mariam", doing: "writing", at: 20_000 }, [jonas, mariam]],
  [
    "one who begins to write",
    { memberId: "jonas", doing: "writing", at: 5 },
    [{ ...jonas, doing: "writing", at: 5 }],
  ],
  ["one who goes", { memberId: "jonas", doing: "gone", at: 5 }, []],
  ["one who goes and was not known", { memberId: "mariam", doing: "gone", at: 5 }, [jonas]],
])("hears of %s", (_, said, present) => {
  expect(heard([jonas], said)).toEqual(present);
});

test("who falls silent is gone after two rounds and a bit", () => {
  expect([stillThere([jonas, mariam], 34_999), stillThere([jonas, mariam], 35_000)]).toEqual([
    [jonas, mariam],
    [mariam],
  ]);
});
