import { words } from "../../../base/i18n.ts";
import type { Piece } from "../../../editor/stops.ts";
import type { Frame } from "../../../workbench/contribution.ts";
import { ask } from "../asking.ts";
import type { DraftKeeper } from "../draft/draft-keeper.ts";
import { variablesOf } from "../draft/draft-text.ts";
import { openDraft } from "../draft/open-draft.ts";
import type { OpenConversation } from "../open-conversation.ts";
import { templatePieces } from "./template-pieces.ts";
import { type TemplateChoice, templatesFor } from "./templates.ts";

/** Keep which template a draft is made from, and what its holes stand for. */
function recordUse(keeper: DraftKeeper, choice: TemplateChoice): void {
  const { key, locale, register, channelClass, revisionId, text, marks } = choice;
  const { uses, variables } = keeper.state.get().text;
  keeper.change({
    uses: [...uses, { templateRevisionId: revisionId, key, locale, register, channelClass, text }],
    variables: { ...variables, ...variablesOf(text, marks) },
  });
}

/**
 * The pieces of a template that goes into a draft, whose use is kept; none when the member thinks better of it. Another
 * language goes in only after a yes to exactly that.
 */
export async function takeTemplate(
  choice: TemplateChoice,
  { open, keeper }: { readonly open: OpenConversation; readonly keeper: DraftKeeper },
): Promise<readonly Piece[]> {
  const foreign = choice.compromises.find(({ kind }) => kind === "language" || kind === "country");
  if (choice.needsClick && foreign) {
    const { wanted, used } = foreign;
    const wantsIt = await ask.insert({ conversationId: open.id, wanted, used });
    if (!wantsIt) return [];
  }
  recordUse(keeper, choice);
  return templatePieces(choice.text, choice.marks);
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
