import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..");
const read = (file: string): string => readFileSync(join(ROOT, file), "utf8");

test.each(["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"])("every path that %s names exists", (file) => {
  const named = [...read(file).matchAll(/`([\w@.-]+(?:\/[\w@.<>-]+)+)`|\]\(([^)#:]+)\)/g)]
    .map(([, code, link]) => code ?? link ?? "")
    .filter(
      (path) =>
        /^(apps|libs|locales|e2e|bench|docs|scripts)\/|\.md$|^LICENSE$/.test(path) && !path.includes("<"),
    );
  expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  expect(named.length).toBeGreaterThan(file === "ARCHITECTURE.md" ? 30 : 0);
});

test("every decision says why, what and at what cost, in at most a page", () => {
  const wrong = readdirSync(join(ROOT, "docs/decisions")).filter((page) => {
    const text = read(`docs/decisions/${page}`);
    return (
      !["**Because**", "**Decision.**", "**Cost.**"].every((part) => text.includes(part)) ||
      text.length > 4000
    );
  });
  expect(wrong).toEqual([]);
});
