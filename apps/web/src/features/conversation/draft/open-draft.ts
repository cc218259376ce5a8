import type { OpenConversation } from "../open-conversation.ts";
import type { DraftKeeper } from "./draft-keeper.ts";
import { allKeepers, keeperOf } from "./keepers.ts";
import { leftBehind, type Visibility } from "./unsaved.ts";

/** The keeper of a conversation's draft; a new one learns at once what server and browser know. */
export function openDraft(
  open: OpenConversation,
  { memberId, visibility }: { readonly memberId: string; readonly visibility: Visibility },
): DraftKeeper {
  const isNew = !allKeepers.get().has(`${open.id} ${visibility}`);
  const place = { memberId, conversationId: open.id, visibility };
  const keeper = keeperOf(place);
  const { conversation } = open.state.get();
  if (!isNew || !conversation) return keeper;
  const draft = conversation.drafts.find((one) => one.visibility === visibility);
  keeper.meet(draft ? { id: draft.id, head: draft.head } : null, keeper.turn);
  void restoreLeft(open, memberId);
  return keeper;
}

/** Bring back what pages that are gone did not get to the server, for drafts that are open here. */
export async function restoreLeft(open: OpenConversation, memberId: string): Promise<void> {
  for (const { conversationId, visibility, unsaved, forget } of await leftBehind(memberId)) {
    if (conversationId !== open.id || visibility === "note") continue;
    openDraft(open, { memberId, visibility }).restore(unsaved);
    // The keeper has its own copy by now.
    forget();
  }
}
