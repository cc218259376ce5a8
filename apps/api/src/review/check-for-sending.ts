import { blocking, type Finding } from "@parley/shared/policy";
import { DomainError } from "../base/errors.ts";
import type { Tx } from "../base/tx.ts";
import { Brand, type BrandSettings } from "../brand/brand.entity.ts";
import { checkDraft, type Verdict } from "../draft/check-draft.ts";
import type { LockedDraft } from "../draft/lock-draft.ts";
import type { KeptFinding, Override } from "../draft/reply-check.entity.ts";
import { refuseUnread } from "../machine/decide-machine-text.ts";

export interface Cleared extends Verdict {
  readonly settings: BrandSettings;
}

/** Check a reply that is to leave, by the rules of this moment. Refuses what may not be sent, with the places. */
export async function checkForSending(
  tx: Tx,
  locked: LockedDraft,
  overrides: readonly Override[],
): Promise<Cleared> {
  const { draft, revision, conversation } = locked;
  if (revision.body.trim() === "") throw new DomainError("NOTHING_TO_SEND");
  if (revision.unresolved.length > 0)
    throw new DomainError("UNRESOLVED_VARIABLE", { unresolved: revision.unresolved });
  await refuseUnread(tx, {
    conversationId: conversation.id,
    visibility: draft.visibility,
    body: revision.body,
  });
  const { settings } = await tx.findOneByOrFail(Brand, { id: conversation.brandId });
  const verdict = await checkDraft(tx, { ...locked, now: new Date() });
  refuseBadOverrides(overrides, verdict.findings, settings);
  const stopping = blocking(verdict.findings, new Set(overrides.map(({ findingId }) => findingId)));
  if (stopping.length > 0) throw new DomainError("CHECK_FAILED", { findings: stopping.map(kept) });
  return { ...verdict, settings };
}

/** What is stored and shown of a finding. */
export const kept = ({ id, rule, severity, start, end, message }: Finding): KeptFinding => ({
  id,
  rule,
  severity,
  start,
  end,
  message,
});

function refuseBadOverrides(
  overrides: readonly Override[],
  findings: readonly Finding[],
  settings: BrandSettings,
): void {
  for (const { findingId, reasonCode, text } of overrides) {
    const finding = findings.find(({ id }) => id === findingId);
    if (finding?.overridable === "never")
      throw new DomainError("OVERRIDE_NOT_ALLOWED", { rule: finding.rule });
    const known = settings.overrideReasons.includes(reasonCode);
    if (!known || (reasonCode === "other" && text.trim() === "")) {
      throw new DomainError("OVERRIDE_NEEDS_REASON", { rule: finding?.rule ?? findingId });
    }
  }
}

/** Whether the brand wants a second person to look at a reply with these findings. */
export function needsApproval({ approval }: BrandSettings, findings: readonly Finding[]): boolean {
  if (approval === "ON_WARNING") return findings.some(({ severity }) => severity !== "info");
  return approval === "ALWAYS";
}
