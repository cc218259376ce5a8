import { createHash } from "node:crypto";
import type { Severity } from "@parley/shared/policy";
import type { TemplateFinding } from "@parley/shared/template";

/** A finding that a tick can name. */
export interface ReportedFinding extends TemplateFinding {
  /** The same for the same check, block and words: it changes with what it is about. */
  readonly id: string;
}

/** What the checks said of a revision at one time. */
export interface CheckReport {
  readonly findings: readonly Omit<ReportedFinding, "fixes">[];
}

/** Give findings their ids. Equal ones in one block are told apart by their order. */
export function identified(findings: readonly TemplateFinding[]): readonly ReportedFinding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const about = JSON.stringify([finding.code, finding.block, finding.args]);
    const nth = seen.get(about) ?? 0;
    seen.set(about, nth + 1);
    const id = createHash("sha256").update(`${about} ${nth}`).digest("hex").slice(0, 16);
    return { ...finding, id };
  });
}

export const reportOf = (findings: readonly ReportedFinding[]): CheckReport => ({
  findings: findings.map(({ fixes: _, ...finding }) => finding),
});

export const countOf = (report: CheckReport | null, severity: Severity): number =>
  report?.findings.filter((finding) => finding.severity === severity).length ?? 0;
