import { createChecker } from "./checker.ts";
import type { ReplyContext } from "./context.ts";
import type { Finding } from "./finding.ts";
import { applyFix } from "./fix.ts";
import type { Example, Pack, RuleDef } from "./pack.ts";
import type { PackFault } from "./pack-problems.ts";
import type { Policy } from "./policy.ts";

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

/** The examples of a pack that do not hold under a policy that contains it, with their place in the pack. */
export function failedExamples(pack: Pack, policy: Policy): readonly PackFault[] {
  const checker = createChecker(policy);
  return pack.rules.flatMap((rule, index) => {
    const faults = (list: "match" | "noMatch"): readonly PackFault[] =>
      rule.tests[list].flatMap((example, number) => {
        const context = exampleContext(example, rule);
        const findings = checker.check(example.text, context).filter((finding) => finding.rule === rule.id);
        const fault = list === "match" ? missedMatch(example, findings) : falseAlarm(example, findings);
        const broken = fault ?? brokenFix(example, findings, (text) => checker.check(text, context));
        const path = ["rules", index, "tests", list, number];
        return broken ? [{ ...broken, path, details: { rule: rule.id, ...broken.details } }] : [];
      });
    return [...faults("match"), ...faults("noMatch")];
  });
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
  for (const finding of findings) {
    for (const fix of finding.fixes) {
      const fixed = applyFix(text, fix);
      const after = check(fixed);
      const stays =
        after.filter(({ rule }) => rule === finding.rule).length >=
        before.filter(({ rule }) => rule === finding.rule).length;
      const raised = after.find(({ rule }) => !before.some((known) => known.rule === rule));
      if (stays || raised) {
        return {
          code: stays ? "pack.fix_keeps_finding" : "pack.fix_raises_finding",
          details: { text, fixed, fix: fix.kind, raised: raised?.rule ?? finding.rule },
        };
      }
    }
  }
  return null;
}
