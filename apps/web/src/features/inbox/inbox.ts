import { api } from "../../base/api.ts";
import { changes, refetchOnChange } from "../../base/changes.ts";
import { words } from "../../base/i18n.ts";
import { createStore, type Store } from "../../base/store.ts";
import { createStored } from "../../base/stored.ts";
import { type Undo, undoAll } from "../../base/undo.ts";
import type { Badge } from "../../workbench/pieces.ts";
import { InboxCountsDocument, InboxDocument } from "./inbox.documents.ts";
import { InboxList } from "./inbox-list.ts";
import { filterOf, firstQuestion, type Preset, presets, type Question, readQuestion } from "./question.ts";

/** What the inbox is asked for; kept in this browser without the words that were searched for. */
export const question: Store<Question> = createStored(
  "inbox.question",
  readQuestion,
  ({ search: _, ...kept }) => kept,
);

/** How many conversations each beginning has, under the present narrowing; null until it is known. */
export const counts: Store<Readonly<Record<Preset, number>> | null> = createStore<Readonly<
  Record<Preset, number>
> | null>(null);

/** How many wait, on the inbox's icon. */
export const waitingBadge: Store<Badge | null> = createStore<Badge | null>(null);

export const list = new InboxList(async ({ filter, first, after }) => {
  const { data } = await api().client.query({
    query: InboxDocument,
    variables: { filter, first, ...(after ? { after } : {}) },
    fetchPolicy: "no-cache",
  });
  if (!data) throw new Error("the answer about the inbox is empty");
  return data.conversations;
});

/** Ask for what the question says, from now on and whenever something changes. */
export function watchInbox(): Undo {
  const ask = () => {
    void list.ask(filterOf(question.get()));
    void count();
  };
  ask();
  return undoAll([
    question.subscribe(ask),
    refetchOnChange(changes, {
      concerns: ({ kind }) => kind === "conversation" || kind === "draft" || kind === "outbox",
      refetch: () => {
        void list.refresh();
        void count();
      },
    }),
  ]);
}

async function count(): Promise<void> {
  const asked = question.get();
  const filter = (preset: Preset) => filterOf({ ...asked, preset });
  const [waiting, mine, unassigned, all] = presets.map(filter);
  if (!waiting || !mine || !unassigned || !all) return;
  const { data } = await api().client.query({
    query: InboxCountsDocument,
    // The icon counts all who wait, whatever the list is narrowed to.
    variables: { waiting, mine, unassigned, all, everywhere: filterOf(firstQuestion) },
    fetchPolicy: "no-cache",
    // A count that cannot be had is not shown; the list says what is wrong.
    errorPolicy: "ignore",
  });
  counts.set(data ?? null);
  if (data) tellBadge(data.everywhere);
}

function tellBadge(waiting: number): void {
  waitingBadge.set({ count: waiting, label: words.get().t(($) => $.inbox.waitingCount, { count: waiting }) });
}
