import { words } from "../../../base/i18n.ts";
import type { Frame } from "../../../workbench/contribution.ts";
import { checkSays } from "../finding-words.ts";
import { tick } from "./life.ts";
import type { OpenVariant } from "./open-variant.ts";
import type { VariantFinding } from "./variant-check.ts";

interface Question {
  readonly title: string;
  readonly label: string;
  readonly action: string;
}

/** A reason in the member's own words; nothing when they think better of it. */
export async function askReason(frame: Frame, question: Question): Promise<string | null> {
  const said = await frame.prompt({ ...question, multiline: true });
  const reason = said?.trim() ?? "";
  return reason === "" ? null : reason;
}

/** Accept a warning in this revision, with the reason. */
export async function tickWithReason(
  open: OpenVariant,
  finding: VariantFinding,
  frame: Frame,
): Promise<void> {
  const { t } = words.get();
  const reason = await askReason(frame, {
    title: checkSays(finding),
    label: t(($) => $.localisation.checks.why),
    action: t(($) => $.localisation.checks.accept),
  });
  if (reason !== null) await tick(open, finding.id, reason);
}
