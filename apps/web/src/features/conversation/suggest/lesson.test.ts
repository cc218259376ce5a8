import type { Example } from "@parley/shared/suggest";
import { expect, test } from "vitest";
import { learntFirst, marksOf, sameMarks } from "./lesson.ts";

const example = (text: string, label = "delay"): Example => ({ lang: "de", label, text });
const [late, gone, broken] = [example("Wo bleibt es?"), example("Es ist weg"), example("Kaputt", "damaged")];

test("the same examples in another order are the same lesson", () => {
  expect([
    sameMarks(marksOf([late, gone]), marksOf([gone, late, late])),
    sameMarks(marksOf([late, gone]), marksOf([late, broken])),
    sameMarks(marksOf([late]), marksOf([example("Wo bleibt es?", "damaged")])),
  ]).toEqual([true, false, false]);
});

test("what a model has learnt stands before what came since", () => {
  expect(learntFirst([broken, late, gone], marksOf([late, gone]))).toEqual({
    examples: [late, gone, broken],
    learnt: 2,
  });
});

test("marks say nothing of the words", () => {
  expect([...marksOf([late])].every((mark) => Number.isInteger(mark) && mark >= 0)).toBe(true);
});
