import { type Checker, createChecker } from "../policy/checker.ts";
import type { ReplyContext } from "../policy/context.ts";
import type { Finding } from "../policy/finding.ts";
import { applyFix } from "../policy/fix.ts";
import type { Example, Pack, RuleDef } from "../policy/pack.ts";
import type { Policy } from "../policy/policy.ts";
import type { PackFault } from "./pack-problems.ts";

/** The context an example is checked in: what it says itself, and for the rest what the rule asks for. */
export function exampleContext(
  { lang = "en", in: given = {} }: Example,
  { when = {} }: RuleDef,
): ReplyContext {
  return {
    channel: when.channel?.[0] ?? "x",
    visibility: when.visibility ?? "public",
    language: lang,
    countries: when.country ?? ["US"],
    ...(when.register?.[0] && { register: when.register[0] }),
    ...given,
  };
}

/** How an example of a pack fares: what its rule finds in it, and why it does not hold. */
export interface ExampleRun {
  readonly rule: string;
  readonly list: (typeof LISTS)[number];
  readonly example: Example;
  readonly path: readonly (string | number)[];
  readonly findings: readonly Finding[];
  /** Null when it holds. */
  readonly fault: PackFault | null;
}

/** Run all examples of a pack under a policy that contains it. */
export function runExamples(pack: Pack, policy: Policy): readonly ExampleRun[] {
  const plain = createChecker(policy);
  return pack.rules.flatMap((rule, index) =>
    LISTS.flatMap((list) =>
      (rule.tests?.[list] ?? []).map((example, number): ExampleRun => {
        const { brand } = example;
        const checker = brand ? createChecker(policy.with({ brand: { ...policy.brand, ...brand } })) : plain;
        const { findings, fault } = runExample(example, { rule, list, checker });
        const path = ["rules", index, "tests", list, number];
        const told = fault && { ...fault, path, details: { rule: rule.id, ...fault.details } };
        return { rule: rule.id, list, example, path, findings, fault: told };
      }),
    ),
  );
}

const LISTS = ["match", "noMatch"] as const;

interface Trial {
  readonly rule: RuleDef;
  readonly list: (typeof LISTS)[number];
  readonly checker: Checker;
}

function runExample(
  example: Example,
  { rule, list, checker }: Trial,
): { readonly findings: readonly Finding[]; readonly fault: Fault | null } {
  const context = exampleContext(example, rule);
  const findings = checker.check(example.text, context).filter((finding) => finding.rule === rule.id);
  const fault = list === "match" ? missedMatch(example, findings) : falseAlarm(example, findings);
  return {
    findings,
    fault: fault ?? brokenFix(example, findings, (text) => checker.check(text, context)),
  };
}

type Fault = Omit<PackFault, "path">;

function missedMatch({ text, span }: Example, findings: readonly Finding[]): Fault | null {
  if (findings.length === 0) return { code: "pack.example_not_found", details: { text } };
  const found = findings.map(({ start, end }) => text.slice(start, end));
  if (span === undefined || found.includes(span)) return null;
  return { code: "pack.example_other_span", details: { text, span, found: found.join(" | ") } };
}

function falseAlarm({ text }: Example, [finding]: readonly Finding[]): Fault | null {
  return finding
    ? { code: "pack.example_found", details: { text, found: text.slice(finding.start, finding.end) } }
    : null;
}

/** A fix has to remove its finding and must not raise another. */
function brokenFix(
  { text }: Example,
  findings: readonly Finding[],
  check: (text: string) => readonly Finding[],
): Fault | null {
  const before = check(text);
  const count = (of: readonly Finding[], rule: string): number =>
    of.filter((one) => one.rule === rule).length;
  for (const { finding, fix } of findings.flatMap((one) => one.fixes.map((fix) => ({ finding: one, fix })))) {
    const fixed = applyFix(text, fix);
    const after = check(fixed);
    const raised = after.find(({ rule }) => !before.some((known) => known.rule === rule));
    const details = { text, fixed, fix: fix.kind, raised: raised?.rule ?? finding.rule };
    if (count(after, finding.rule) >= count(before, finding.rule))
      return { code: "pack.fix_keeps_finding", details };
    if (raised) return { code: "pack.fix_raises_finding", details };
  }
  return null;
}
