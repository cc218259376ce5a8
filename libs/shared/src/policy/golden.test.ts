import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { loadIdentifier } from "../language/index.ts";
import {
  applyFix,
  type BrandProfile,
  createChecker,
  type Finding,
  NO_BRAND,
  type ReplyContext,
} from "./index.ts";
import { builtInPolicy } from "./test/built-in.ts";

const CASES = new URL("test/cases/", import.meta.url);
const policy = builtInPolicy({ identifier: await loadIdentifier() });
const plain = createChecker(policy);
const words: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(new URL("../../../../locales/en/findings.json", import.meta.url), "utf8"),
);

/** What the cases of one file share: the language is the file's name, `public` and X unless it says otherwise. */
interface Setting {
  readonly in?: Partial<ReplyContext>;
  readonly brand?: Partial<BrandProfile>;
}

const files = readdirSync(CASES, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".txt"))
  .sort();

function answer(reply: string, language: string, setting: Setting): string {
  const context: ReplyContext = {
    channel: "x",
    visibility: "public",
    language,
    countries: [],
    ...setting.in,
  };
  const checker = setting.brand
    ? createChecker(policy.with({ brand: { ...NO_BRAND, ...setting.brand } }))
    : plain;
  const found = checker.check(reply, context);
  expect(found.flatMap(unsaid)).toEqual([]);
  const fixes = found.flatMap((finding) =>
    finding.fixes.map((fix) => ({ finding, fixed: applyFix(reply, fix), fix })),
  );
  for (const { finding, fixed, fix } of fixes) {
    const count = (list: readonly Finding[], rule: string) => list.filter((one) => one.rule === rule).length;
    const after = checker.check(fixed, context);
    const raised = after
      .filter(({ rule }) => !found.some((known) => known.rule === rule))
      .map(({ rule }) => rule);
    expect({ reply, fix: fix.kind, fixed, raised }).toEqual({ reply, fix: fix.kind, fixed, raised: [] });
    expect(count(after, finding.rule), `${fix.kind} of ${finding.rule}: ${fixed}`).toBeLessThan(
      count(found, finding.rule),
    );
  }
  return found.map((finding) => line(finding, reply)).join("\n") || "none";
}

/** Codes that nobody has put into words. */
function unsaid({ message, evidence, fixes }: Finding): readonly string[] {
  const keys = [`${message}.title`, `${message}.why`, ...evidence.why.map((code) => `why.${code}`)];
  return [...keys, ...fixes.map(({ title }) => title)].filter((key) => words[key] === undefined);
}

function line({ start, end, severity, rule, message, evidence }: Finding, reply: string): string {
  const variant = message.slice(rule.length);
  const entity = evidence.entity ? ` ${evidence.entity}` : "";
  return `${start}-${end} ${severity} ${rule}${variant}${entity} ${JSON.stringify(reply.slice(start, end))} (${evidence.why.join(", ")})`;
}

test.each(files)("%s", async (name) => {
  const language = name.replace(/^.*\/|\.txt$/g, "");
  const [head = "", ...blocks] = readFileSync(new URL(name, CASES), "utf8").split(/^=== reply\n/m);
  const setting: Setting = JSON.parse(/^=== setting\n(.*)$/ms.exec(head)?.[1] ?? "{}");
  const answered = blocks.map((block) => {
    const [reply = ""] = block.split(/^=== findings\n/m);
    return `=== reply\n${reply}=== findings\n${answer(reply.replace(/\n$/, ""), language, setting)}\n`;
  });
  await expect(head + answered.join("")).toMatchFileSnapshot(new URL(name, CASES).pathname);
});
