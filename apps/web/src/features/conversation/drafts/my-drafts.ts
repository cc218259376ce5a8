import { api } from "../../../base/api.ts";
import { changes, refetchOnChange } from "../../../base/changes.ts";
import { words } from "../../../base/i18n.ts";
import { beforeLeaving } from "../../../base/leaving.ts";
import { createStore, type Readable, type Store } from "../../../base/store.ts";
import { type Undo, undoAll } from "../../../base/undo.ts";
import type { ResultOf } from "../../../gql/graphql.ts";
import type { Frame } from "../../../workbench/contribution.ts";
import type { Badge } from "../../../workbench/pieces.ts";
import type { When } from "../../../workbench/state.ts";
import { MyDraftsDocument } from "../conversation.documents.ts";
import { flushAll } from "../draft/keepers.ts";
import { restoreLeft } from "../draft/open-draft.ts";
import { forgetAll, leftBehind } from "../draft/unsaved.ts";
import { conversationOf } from "../open-conversation.ts";

export type MyDraft = ResultOf<typeof MyDraftsDocument>["myDrafts"][number];

interface Known {
  readonly drafts: readonly MyDraft[];
  readonly error: unknown;
}

const known: Store<Known | null> = createStore<Known | null>(null);

/** The member's unsent replies; null until they are known. */
export const myDrafts: Readable<Known | null> = known;

/** How many replies wait to be finished. */
export const draftsBadge: Store<Badge | null> = createStore<Badge | null>(null);

export async function loadDrafts(): Promise<void> {
  const { data } = await api()
    .client.query({ query: MyDraftsDocument, fetchPolicy: "no-cache" })
    .catch((error: unknown) => {
      known.update((before) => ({ drafts: before?.drafts ?? [], error }));
      return { data: null };
    });
  if (!data) return;
  // What somebody began and emptied again is nothing to come back to.
  const drafts = data.myDrafts.filter(({ head }) => head && head.body.trim() !== "");
  known.set({ drafts, error: null });
  const count = drafts.filter(({ state }) => state !== "in_review").length;
  draftsBadge.set({ count, label: words.get().t(($) => $.conversation.drafts.count, { count }) });
}

/** Whether the member may write replies anywhere; others have no drafts to come back to. */
export const writesReplies: When = ({ viewer }) =>
  viewer?.memberships.some(({ abilities }) => abilities.includes("reply.write")) ?? false;

/** Once somebody who writes replies is signed in: bring back what is unfinished, and keep the list true. */
export function watchDrafts(frame: Frame): Undo {
  let undo: Undo | null = null;
  const begin = () => {
    const state = frame.state.get();
    if (state.viewer && writesReplies(state)) undo ??= follow(frame, state.viewer.id);
  };
  begin();
  return undoAll([() => undo?.(), frame.state.subscribe(begin)]);
}

function follow(frame: Frame, memberId: string): Undo {
  void loadDrafts().then(() => tellUnfinished(frame));
  void bringBack(memberId).catch((error: unknown) => frame.fail(error));
  return undoAll([
    refetchOnChange(changes, {
      concerns: ({ kind }) => kind === "draft" || kind === "outbox" || kind === "review",
      refetch: loadDrafts,
    }),
    beforeLeaving(async () => {
      await flushAll();
      forgetAll(memberId);
    }),
  ]);
}

/** Texts that a page before this one could not store go to the server now, whether their conversation is open or not. */
async function bringBack(memberId: string): Promise<void> {
  const places = new Set((await leftBehind(memberId)).map(({ conversationId }) => conversationId));
  for (const id of places) {
    const open = conversationOf(id);
    await open.load();
    await restoreLeft(open, memberId);
  }
}

/** Unfinished replies are mentioned once, when one comes in. */
function tellUnfinished(frame: Frame): void {
  const count = draftsBadge.get()?.count ?? 0;
  if (count === 0) return;
  const { t } = words.get();
  frame.notify({
    severity: "info",
    text: t(($) => $.conversation.drafts.unfinished, { count }),
    key: "drafts.unfinished",
    actions: [{ label: t(($) => $.conversation.drafts.show), run: () => frame.showView("drafts") }],
  });
}
