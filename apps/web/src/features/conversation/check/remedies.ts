import type { Finding, Fix } from "@parley/shared/policy";
import { api } from "../../../base/api.ts";
import { words } from "../../../base/i18n.ts";
import { applyEdits, type Remedy } from "../../../editor/finding-lint.ts";
import type { Workbench } from "../../../workbench/workbench.ts";
import { ask } from "../asking.ts";
import { ReportFindingDocument } from "../conversation.documents.ts";
import type { DraftKeeper } from "../draft/draft-keeper.ts";
import { openDraft } from "../draft/open-draft.ts";
import type { Conversation, OpenConversation } from "../open-conversation.ts";
import { fixWords, titleOf } from "./finding-words.ts";
import type { ReplyCheck } from "./reply-check.ts";

interface Remedied {
  readonly check: ReplyCheck;
  readonly open: OpenConversation;
  readonly conversation: Conversation;
  readonly keeper: DraftKeeper;
  readonly frame: Workbench;
}

/** What can be done about a finding: its fixes, and where the rule allows it a decision to send all the same. */
export function remediesFor(finding: Finding, remedied: Remedied): readonly Remedy[] {
  const fixes = finding.fixes.map((fix, index) => fixRemedy(fix, index === 0, remedied));
  return [...fixes, ...overrideRemedies(finding, remedied), reportRemedy(finding, remedied)];
}

function fixRemedy(fix: Fix, preferred: boolean, remedied: Remedied): Remedy {
  return {
    label: fixWords(fix),
    preferred,
    apply: (view, placed) => {
      if (fix.kind === "move-to-private") moveToPrivate(remedied);
      applyEdits(view, placed, fix.edits);
    },
  };
}

/** What was asked in public goes into the private draft; the fix leaves the invitation to it in public. */
function moveToPrivate({ open, keeper, frame }: Remedied): void {
  const memberId = frame.state.get().viewer?.id;
  if (!memberId) return;
  const { text } = keeper.state.get();
  const hidden = openDraft(open, { memberId, visibility: "private" });
  if (hidden.state.get().text.body.trim() === "") hidden.change(text);
  const { t } = words.get();
  frame.notify({
    severity: "info",
    text: t(($) => $.conversation.movedToPrivate),
    key: `moved ${open.id}`,
    actions: [{ label: t(($) => $.conversation.showPrivate), run: () => open.surface.set("private") }],
  });
}

function overrideRemedies(finding: Finding, { check, conversation }: Remedied): readonly Remedy[] {
  const { t } = words.get();
  if (finding.overridable === "never" || finding.severity === "info") return [];
  const { [finding.id]: decided, ...others } = check.overrides.get();
  if (decided)
    return [{ label: t(($) => $.conversation.override.takeBack), apply: () => check.overrides.set(others) }];
  const begin = async () => {
    const override = await ask.override({
      conversationId: conversation.id,
      message: titleOf(finding),
      reasons: conversation.brand.settings.overrideReasons,
    });
    if (override) check.overrides.update((now) => ({ ...now, [finding.id]: override }));
  };
  return [{ label: t(($) => $.conversation.override.begin), apply: () => void begin() }];
}

/** So much around a finding is told to whoever keeps the rule; the server masks what is personal in it. */
const AROUND = 120;

function reportRemedy(finding: Finding, { conversation, keeper, frame }: Remedied): Remedy {
  const { t } = words.get();
  const report = async () => {
    const { body } = keeper.state.get().text;
    const sentence = body.slice(Math.max(0, finding.start - AROUND), finding.end + AROUND);
    const { rule, evidence } = finding;
    const variables = { report: { brandId: conversation.brand.id, rule, pack: evidence.pack, sentence } };
    await api().client.mutate({ mutation: ReportFindingDocument, variables });
    frame.notify({
      severity: "success",
      text: t(($) => $.conversation.report.thanks),
      key: `report ${finding.id}`,
    });
  };
  return {
    label: t(($) => $.conversation.report.begin),
    apply: () => void report().catch((error: unknown) => frame.fail(error)),
  };
}
