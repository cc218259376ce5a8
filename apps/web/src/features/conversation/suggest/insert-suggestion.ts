import type { Piece } from "../../../editor/stops.ts";
import { insertPieces } from "../../../editor/stops.ts";
import { viewIn } from "../../../editor/view-in.ts";
import { openDraft } from "../draft/open-draft.ts";
import type { Visibility } from "../draft/unsaved.ts";
import type { OpenConversation } from "../open-conversation.ts";
import { takeTemplate } from "../template/insert-template.ts";
import type { TemplateChoice } from "../template/templates.ts";

interface Inserting {
  readonly open: OpenConversation;
  readonly memberId: string;
  readonly visibility: Visibility;
}

/** Put a suggested template into the reply, at the caret, and stand in its first place to fill. */
export async function insertSuggestion(choice: TemplateChoice, inserting: Inserting): Promise<void> {
  const { open, memberId, visibility } = inserting;
  const keeper = openDraft(open, { memberId, visibility });
  const pieces = await takeTemplate(choice, { open, keeper });
  if (pieces.length === 0) return;
  if (open.surface.get() !== visibility) {
    open.surface.set(visibility);
    await painted();
  }
  const view = viewIn(document.querySelector(`[data-conversation="${open.id}"] .reply`));
  if (view) {
    const { from, to } = view.state.selection.main;
    insertPieces(view, pieces, { from, to });
  } else {
    const { body } = keeper.state.get().text;
    keeper.change({ body: [body.trimEnd(), plain(pieces)].filter(Boolean).join("\n\n") });
  }
}

/** Places to fill as they are shown: the draft marks them as unresolved. */
const plain = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => ("text" in piece ? piece.text : piece.shown)).join("");

/** The composer for the other side is there once React has shown it. */
const painted = () =>
  new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
