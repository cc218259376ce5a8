import { api } from "../../base/api.ts";
import { changes, refetchOnChange } from "../../base/changes.ts";
import { words } from "../../base/i18n.ts";
import { createStore, type Readable, type Store } from "../../base/store.ts";
import type { Undo } from "../../base/undo.ts";
import type { ResultOf } from "../../gql/graphql.ts";
import type { Badge } from "../../workbench/pieces.ts";
import { ReviewQueueDocument } from "./review.documents.ts";

export type Waiting = ResultOf<typeof ReviewQueueDocument>["reviewQueue"][number];

/** What waits for a second person. */
export interface Queue {
  readonly rows: readonly Waiting[];
  readonly status: "loading" | "ready" | "failed";
  readonly error: unknown;
}

const state: Store<Queue> = createStore<Queue>({ rows: [], status: "loading", error: null });

export const queue: Readable<Queue> = state;

/** How many wait for the viewer, on the view's icon. */
export const queueBadge: Store<Badge | null> = createStore<Badge | null>(null);

/** Fetch the queue now and whenever something in it may have changed. */
export function watchQueue(viewerId: () => string | undefined): Undo {
  const refresh = () => refreshQueue(viewerId());
  void refresh();
  return refetchOnChange(changes, {
    concerns: ({ kind }) => kind === "review" || kind === "draft",
    refetch: refresh,
  });
}

export async function refreshQueue(viewerId: string | undefined): Promise<void> {
  try {
    const { data } = await api().client.query({ query: ReviewQueueDocument, fetchPolicy: "no-cache" });
    const rows = byWait(data?.reviewQueue ?? []);
    state.set({ rows, status: "ready", error: null });
    const count = rows.filter((row) => !isOwn(row, viewerId)).length;
    queueBadge.set({ count, label: words.get().t(($) => $.review.waitingCount, { count }) });
  } catch (error) {
    state.update((before) => ({ ...before, status: "failed", error }));
  }
}

/** Longest waiting first. */
export function byWait(rows: readonly Waiting[]): readonly Waiting[] {
  return rows.toSorted((a, b) => Date.parse(askedAt(a)) - Date.parse(askedAt(b)));
}

export const askedAt = ({ check, updatedAt }: Pick<Waiting, "check" | "updatedAt">): string =>
  check?.createdAt ?? updatedAt;

/** Whether the viewer wrote or asked, as far as the queue knows; the server knows every contributor. */
export function isOwn({ author, head, check }: Waiting, viewerId: string | undefined): boolean {
  return [author?.id, head?.author?.id, check?.author?.id].some((id) => id !== undefined && id === viewerId);
}

export const addressOf = ({ id, conversation }: Pick<Waiting, "id" | "conversation">): string =>
  `review:${conversation.id}/${id}`;

/** The next that the viewer may decide on, after another one; from the top when there is none after it. */
export function nextWaiting(
  rows: readonly Waiting[],
  { after, viewerId }: { readonly after: string | null; readonly viewerId: string | undefined },
): Waiting | undefined {
  const at = rows.findIndex(({ id }) => id === after);
  return [...rows.slice(at + 1), ...rows.slice(0, Math.max(0, at))].find((row) => !isOwn(row, viewerId));
}
