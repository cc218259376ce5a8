import { expect, test } from "vitest";
import { type Circumstances, createHabits } from "./habits.ts";

const nowhere: Circumstances = { traits: [], usedHere: new Set(), stale: new Map() };
const uses = [
  ...Array.from({ length: 30 }, () => ({ label: "invite", traits: ["visibility:public"] })),
  ...Array.from({ length: 30 }, () => ({ label: "refund", traits: ["visibility:private"] })),
];

function factors(here: Partial<Circumstances>) {
  const lean = createHabits(uses)({ ...nowhere, ...here });
  return Object.fromEntries(
    ["invite", "refund", "new"].map((label) => [label, Number(lean(label).toFixed(2))]),
  );
}

test.each([
  ["nothing known leans nowhere", {}, { invite: 1, refund: 1, new: 1 }],
  [
    "a label leans to where it is used",
    { traits: ["visibility:public"] },
    { invite: 1.75, refund: 0.5, new: 1 },
  ],
  ["a trait nobody met leans nowhere", { traits: ["platform:other"] }, { invite: 1, refund: 1, new: 1 }],
  ["what was said already helps less", { usedHere: new Set(["refund"]) }, { invite: 1, refund: 0.4, new: 1 }],
  [
    "a text behind its source goes down",
    {
      stale: new Map([
        ["invite", "contract"],
        ["refund", "wording"],
      ] as const),
    },
    { invite: 0.3, refund: 0.8, new: 1 },
  ],
])("%s", (_, here, expected) => {
  expect(factors(here)).toEqual(expected);
});

test("without any use, nothing leans", () => {
  expect(createHabits([])({ ...nowhere, traits: ["visibility:public"] })("refund")).toBe(1);
});
