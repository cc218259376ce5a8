import { expect, test } from "vitest";

type Count = (report: unknown, status: number | null) => { passed: number; failed: number; skipped: number };
const { countTests } = (await import(new URL("count-tests.mjs", import.meta.url).href)) as {
  countTests: Count;
};

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((one) => ({ status: one })),
});
const report = (passed: number, failed: number, testResults = [file("passed", "passed")]) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: 2,
  numTodoTests: 1,
  testResults,
});

test.each([
  { name: "a good run", given: report(5, 0), status: 0, failed: 0 },
  { name: "a failing test", given: report(5, 2, [file("failed", "failed")]), status: 1, failed: 2 },
  { name: "a file that cannot be loaded", given: report(5, 0, [file("failed")]), status: 1, failed: 1 },
  { name: "an error outside of tests", given: report(5, 0), status: 1, failed: 1 },
  { name: "a run that was ended from outside", given: report(5, 0), status: null, failed: 1 },
])("$name is counted", ({ given, status, failed }) => {
  expect(countTests(given, status)).toEqual({ passed: 5, failed, skipped: 3 });
});

test("a run without a report or without a test is a failure", () => {
  const empty = { ...report(0, 0, []), numPendingTests: 0, numTodoTests: 0 };
  expect([countTests(undefined, 1), countTests(empty, 0)]).toEqual([
    { passed: 0, failed: 1, skipped: 0 },
    { passed: 0, failed: 1, skipped: 0 },
  ]);
});
