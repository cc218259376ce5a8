/**
 * What one run of vitest comes to, from its JSON report and its exit code. A file that could not be loaded has no test to fail,
 * and an error outside of tests fails none: each counts as one. So does a run without a report or without a test.
 */
export function countTests(report, status) {
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const passed = report.numPassedTests;
  const skipped = report.numPendingTests + report.numTodoTests;
  const unloaded = report.testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  ).length;
  const failed = report.numFailedTests + unloaded;
  const silent = failed === 0 && (status !== 0 || passed + skipped === 0);
  return { passed, failed: silent ? 1 : failed, skipped };
}
