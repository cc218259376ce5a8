// The house style's greps: what no linter rule says. Each has a reason; exceptions are named by file.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { missingOptionals } from "./complete-lock.mjs";
import { ROOT } from "./prepare.mjs";

const tracked = spawnSync("git", ["ls-files", "-co", "--exclude-standard"], { cwd: ROOT, encoding: "utf8" })
  .stdout.split("\n")
  .filter(Boolean);
const isSource = (path) => /\.(ts|tsx|mjs)$/.test(path) && !/\/gql\/|\/dist\//.test(path);
const isTest = (path) => /\.test\.tsx?$|\.spec\.ts$|\/test\/|^e2e\//.test(path);
const isProduct = (path) => isSource(path) && !isTest(path) && /^(apps|libs)\//.test(path);

/** `only`: which files; `found`: what must not stand there; `except`: files that may, with a reason beside them. */
const greps = [
  {
    why: "a test-only path in the product",
    only: isProduct,
    found: /NODE_ENV|\b_?forTesting\b|resetForTests/,
  },
  {
    why: "an assertion through unknown",
    only: isProduct,
    found: /\bas unknown as\b/,
    except: ["apps/api/src/ledger/act.ts", "apps/api/src/base/load.ts"],
  },
  { why: "a mock of our own module", only: isTest, found: /vi\.mock\(["']\.{1,2}\// },
  { why: "a skipped or focused test", only: isTest, found: /\b(it|test|describe)\.(skip|only|todo|fixme)\b/ },
  {
    why: "history in a comment",
    only: isSource,
    found: /(\/\/|\*).*\b(previously|no longer|now uses|refactored|legacy)\b/i,
    except: ["scripts/style.mjs"],
  },
  {
    why: "a comment that repeats the signature",
    only: isSource,
    found: /@param|@returns|\/\/ ?={4,}/,
    except: ["scripts/style.mjs"],
  },
  {
    why: "a vague role name",
    only: isProduct,
    found: /\bclass \w+(Manager|Service|Helper|Util|Handler|Processor)\b/,
  },
  {
    why: "a write outside an act",
    only: (path) => isProduct(path) && path.startsWith("apps/api/"),
    found:
      /\.manager\.(save|insert|update|upsert|delete|remove)\(|\.transaction\(|createQueryRunner|\bas Tx\b/,
    except: [
      // Bookkeeping of connections, not of anybody's data: who migrates, who asks, who holds a delivery's lock.
      "apps/api/src/app/migrate.ts",
      "apps/api/src/member/viewer-of.ts",
      "apps/api/src/outbox/work-outbox.ts",
      "apps/api/src/ledger/act.ts",
      "apps/api/src/base/read.ts",
      "apps/api/src/outbox/deliver.ts",
      "apps/api/src/ledger/sequence.ts",
    ],
  },
  {
    why: "the environment outside app",
    only: (path) => isProduct(path) && path.startsWith("apps/api/"),
    found: /process\.env\b/,
    except: [
      "apps/api/src/app/config.ts",
      "apps/api/src/base/sentence.ts",
      "apps/api/src/cli/file-argument.ts",
    ],
  },
];
const badNames = /(^|\/)(utils?|helpers?|common|misc|types|constants)(\/|\.tsx?$)/;

const faults = [];
for (const path of tracked) {
  if (isProduct(path) && badNames.test(path))
    faults.push(`${path}: a dumping ground: name the file for what it holds`);
  if (/package-lock\.json$|\.npmrc$/.test(path) && /https?:\/\//.test(withoutFunding(path)))
    faults.push(`${path}: a registry's address`);
  const checks = greps.filter(({ only, except = [] }) => only(path) && !except.includes(path));
  if (checks.length === 0) continue;
  readFileSync(join(ROOT, path), "utf8")
    .split("\n")
    .forEach((line, index) => {
      for (const { why, found } of checks)
        if (found.test(line)) faults.push(`${path}:${index + 1}: ${why}: ${line.trim()}`);
    });
}

/** Funding and issue pages are addresses too, but not where packages come from. */
function withoutFunding(path) {
  const text = readFileSync(join(ROOT, path), "utf8");
  return path.endsWith(".json") ? (text.match(/"resolved": "[^"]*"/g) ?? []).join("\n") : text;
}

for (const { name } of missingOptionals(JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8"))))
  faults.push(
    `package-lock.json: lacks ${name}, so \`npm ci\` refuses it: run node scripts/complete-lock.mjs`,
  );

for (const fault of faults) process.stdout.write(`${fault}\n`);
process.exitCode = faults.length > 0 ? 1 : 0;
