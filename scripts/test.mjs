// `npm test [RUN ...]`: everything that can be proved by running it. Its last line is `N passed, N failed, N skipped`.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { countTests } from "./count-tests.mjs";
import { ensureBuilt, NODE, ROOT, StepFailed } from "./prepare.mjs";
import { ensureSystemPackages } from "./system-packages.mjs";
import { tell } from "./words.mjs";

/** `project` is one of vitest.config.ts; a run that finds no test counts as failed. */
const runs = [
  { name: "unit", project: "unit" },
  { name: "api", project: "api" },
  { name: "api-15", project: "api", env: { PARLEY_TEST_POSTGRES: "debian" } },
  { name: "e2e", project: "e2e" },
];
const reports = join(ROOT, "test-results");
/** A hanging test must end as a failure before whoever started it gives up. */
const deadline = Date.now() + 45 * 60_000;
const total = { passed: 0, failed: 0, skipped: 0 };

function add({ passed, failed, skipped }) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}

/** Run one vitest project and count what its report says. */
function runTests({ name, project, env = {} }) {
  const began = Date.now();
  const file = join(reports, `${name}.json`);
  rmSync(file, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  // vitest leaves one processor free, which on a machine with two halves the speed. Journeys go one at a time.
  const workers = project === "e2e" ? [] : ["--maxWorkers=2"];
  const { status } = spawnSync(
    NODE,
    ["node_modules/vitest/vitest.mjs", "run", "--project", project, ...workers, ...reporters],
    {
      cwd: ROOT,
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...env },
      timeout: Math.max(1000, deadline - Date.now()),
    },
  );
  const report = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
  const counted = countTests(report, status);
  add(counted);
  tell("test_run", { name, ...counted, seconds: Math.round((Date.now() - began) / 1000) });
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !runs.some((run) => run.name === name));
if (unknown.length > 0) {
  tell("test_usage", { runs: runs.map(({ name }) => name).join(" ") });
  process.exit(2);
}
mkdirSync(reports, { recursive: true });
try {
  ensureBuilt();
  ensureSystemPackages();
  for (const run of runs) if (wanted.length === 0 || wanted.includes(run.name)) runTests(run);
} catch (error) {
  if (!(error instanceof StepFailed)) throw error;
  tell("step_failed", { step: error.message });
  add({ passed: 0, failed: 1, skipped: 0 });
}
process.stdout.write(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
process.exitCode = total.failed > 0 || total.passed === 0 || (process.env.CI && total.skipped > 0) ? 1 : 0;
