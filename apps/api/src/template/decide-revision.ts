import type { RevisionState } from "@parley/shared/template";
import { DomainError } from "../base/errors.ts";
import type { ActAs, LedgerRecord, Tx } from "../base/tx.ts";
import type { Viewer } from "../base/viewer.ts";
import { Brand } from "../brand/brand.entity.ts";
import { type CheckReport, countOf, reportOf } from "./check-report.ts";
import { TemplateDecision } from "./decision.entity.ts";
import { checkRevision } from "./findings-now.ts";
import {
  type LockedRevision,
  lockRevision,
  recordOf,
  refuseOtherStates,
  variantChanged,
} from "./lock-variant.ts";
import { needed } from "./needed.ts";
import { rememberPairs } from "./remember-pairs.ts";
import { ticksOf } from "./tick-finding.ts";

export interface Decided extends LockedRevision {
  readonly decision: TemplateDecision;
}

export interface Submitted {
  readonly templateRevisionId: string;
  /** The member has read what a machine wrote. */
  readonly read: boolean;
}

export interface Refused {
  readonly templateRevisionId: string;
  readonly reason: string;
}

/** Ask for a text to be approved. One with an error cannot be. */
export const submitRevision = (act: ActAs, { templateRevisionId, read }: Submitted): Promise<Decided> =>
  decide(act, {
    templateRevisionId,
    ability: "template.write",
    state: "in-review",
    work: async (tx, by, locked) => {
      refuseOtherStates(locked, ["draft"]);
      const report = await fitReport(tx, locked, { read, ticked: false });
      return decideOn(tx, by, { locked, state: "in-review", report, read });
    },
  });

/** Take a text back from review. */
export const withdrawRevision = (act: ActAs, templateRevisionId: string): Promise<Decided> =>
  decide(act, {
    templateRevisionId,
    ability: "template.write",
    state: "draft",
    work: async (tx, by, locked) => {
      refuseOtherStates(locked, ["in-review"]);
      return decideOn(tx, by, { locked, state: "draft" });
    },
  });

/** Say yes to exactly this text, under the checks of this moment. Each warning needs its tick. */
export const approveRevision = (act: ActAs, templateRevisionId: string): Promise<Decided> =>
  decide(act, {
    templateRevisionId,
    ability: "template.approve",
    state: "approved",
    work: async (tx, by, locked) => {
      refuseOtherStates(locked, ["in-review"]);
      await refuseOwnWords(tx, by, locked);
      const report = await fitReport(tx, locked, { read: false, ticked: true });
      await rememberPairs(tx, locked);
      return decideOn(tx, by, { locked, state: "approved", report });
    },
  });

/** Say no, with the reason. The text stays as it was; a better one is a new revision. */
export const rejectRevision = (act: ActAs, { templateRevisionId, reason }: Refused): Promise<Decided> =>
  decide(act, {
    templateRevisionId,
    ability: "template.approve",
    state: "rejected",
    work: async (tx, by, locked) => {
      refuseOtherStates(locked, ["in-review", "approved"]);
      // It may be waiting for its time to be live.
      await tx.query("DELETE FROM live_revision WHERE revision_id = $1", [locked.revision.id]);
      return decideOn(tx, by, { locked, state: "rejected", reason: needed(reason) });
    },
  });

interface Deciding {
  readonly templateRevisionId: string;
  readonly ability: "template.write" | "template.approve";
  readonly state: RevisionState;
  readonly work: (tx: Tx, by: Viewer, locked: LockedRevision) => Promise<TemplateDecision>;
}

const ACTIONS: Readonly<Record<RevisionState, string>> = {
  draft: "template.withdrawn",
  "in-review": "template.submitted",
  approved: "template.approved",
  live: "template.published",
  retired: "template.retired",
  rejected: "template.rejected",
};

/** One decision about a revision, in an act of its own. */
export function decide(act: ActAs, { templateRevisionId, ability, work }: Deciding): Promise<Decided> {
  return act({
    do: async (tx, by) => {
      const locked = await lockRevision(tx, by, { templateRevisionId, ability });
      return { ...locked, decision: await work(tx, by, locked) };
    },
    record: decisionRecord,
    changes: ({ variant }) => [variantChanged(variant)],
  });
}

export function decisionRecord({ decision, ...locked }: Decided): LedgerRecord {
  const { id, state, reason, checks, read, validFrom, validTo } = decision;
  return recordOf(locked, ACTIONS[state], {
    ...(reason !== "" && { payload: { reason } }),
    facts: {
      decision: id,
      ...(checks && { errors: countOf(checks, "error"), warnings: countOf(checks, "warning") }),
      ...(read && { read }),
      ...(validFrom && { valid_from: validFrom.toISOString() }),
      ...(validTo && { valid_to: validTo.toISOString() }),
    },
  });
}

interface NewDecision {
  readonly locked: LockedRevision;
  readonly state: RevisionState;
  readonly report?: CheckReport;
  readonly reason?: string;
  readonly read?: boolean;
  readonly validFrom?: Date;
  readonly validTo?: Date | null;
}

export async function decideOn(tx: Tx, by: Viewer, given: NewDecision): Promise<TemplateDecision> {
  const { locked, state, report, reason = "", read = false, validFrom = null, validTo = null } = given;
  const { id } = await tx.save(TemplateDecision, {
    brandId: locked.variant.brandId,
    variantId: locked.variant.id,
    revisionId: locked.revision.id,
    state,
    actorId: by.kind === "system" ? null : by.id,
    reason,
    checks: report ?? null,
    read,
    validFrom,
    validTo,
  });
  return tx.findOneByOrFail(TemplateDecision, { id });
}

/** What the checks say now. Errors refuse; with `ticked` so do warnings that nobody accepted. */
export async function fitReport(
  tx: Tx,
  locked: LockedRevision,
  { read, ticked }: { readonly read: boolean; readonly ticked: boolean },
): Promise<CheckReport> {
  const findings = await checkRevision(tx, locked, read);
  const ticks = new Set((await ticksOf(tx, locked.revision.id)).map(({ findingId }) => findingId));
  const stops = findings.filter(
    ({ id, severity }) => severity === "error" || (ticked && severity === "warning" && !ticks.has(id)),
  );
  if (stops.length > 0) throw new DomainError("TEMPLATE_REFUSED", { findings: reportOf(stops).findings });
  return reportOf(findings);
}

async function refuseOwnWords(tx: Tx, by: Viewer, { variant, revision }: LockedRevision): Promise<void> {
  const { settings } = await tx.findOneByOrFail(Brand, { id: variant.brandId });
  if (settings.templateApproval !== "another-person") return;
  const authors = await tx.query<{ id: string }[]>(
    "SELECT author AS id FROM template_authors($1) AS author",
    [revision.id],
  );
  if (authors.some(({ id }) => id === by.id)) throw new DomainError("OWN_WORDS");
}
