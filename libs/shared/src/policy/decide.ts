import type { Finding } from "./finding.ts";

/** Findings that stop a reply: errors and findings that need a reason, unless a member gave one; `never` always. */
export function blocking(findings: readonly Finding[], overridden: ReadonlySet<string>): readonly Finding[] {
  return findings.filter(({ id, severity, overridable }) => {
    if (overridable === "never") return severity === "error";
    const needsReason = severity === "error" || (overridable === "with-reason" && severity === "warning");
    return needsReason && !overridden.has(id);
  });
}
