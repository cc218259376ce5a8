import { words } from "../../../base/i18n.ts";
import type { Frame } from "../../../workbench/contribution.ts";
import type { DraftKeeper } from "../draft/draft-keeper.ts";
import { variablesOf } from "../draft/draft-text.ts";
import { openDraft } from "../draft/open-draft.ts";
import type { OpenConversation } from "../open-conversation.ts";
import { type TemplateChoice, templatesFor } from "./templates.ts";

/** Keep which template a draft is made from, and what its holes stand for. */
export function recordUse(keeper: DraftKeeper, choice: TemplateChoice): void {
  const { key, locale, register, channelClass, revisionId, text, marks } = choice;
  const { uses, variables } = keeper.state.get().text;
  keeper.change({
    uses: [...uses, { templateRevisionId: revisionId, key, locale, register, channelClass, text }],
    variables: { ...variables, ...variablesOf(text, marks) },
  });
}

const REMINDER = "guideline-reminder";

/** Put the brand's reminder of its privacy rules under what stands in the public reply. */
export async function remindOfGuideline(frame: Frame, open: OpenConversation): Promise<void> {
  const memberId = frame.state.get().viewer?.id;
  if (!memberId) return;
  const choice = (await templatesFor(open.id, "public")).find(({ key }) => key === REMINDER);
  if (!choice) {
    const { t } = words.get();
    frame.notify({ severity: "info", text: t(($) => $.conversation.hidden.noReminder), key: "noReminder" });
    return;
  }
  const keeper = openDraft(open, { memberId, visibility: "public" });
  const { body } = keeper.state.get().text;
  recordUse(keeper, choice);
  keeper.change({ body: body.trim() === "" ? choice.text : `${body.trimEnd()}\n\n${choice.text}` });
  open.surface.set("public");
}
