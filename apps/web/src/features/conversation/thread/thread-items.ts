import { startOfDay } from "../../../base/times.ts";
import type { Draft, Message, Note } from "../open-conversation.ts";

/** What stands in a thread, in the order in which it came about; replies that have not arrived yet come last. */
export type ThreadItem =
  | { readonly kind: "day"; readonly id: string; readonly at: number }
  | { readonly kind: "message"; readonly id: string; readonly at: number; readonly message: Message }
  | { readonly kind: "note"; readonly id: string; readonly at: number; readonly note: Note }
  | { readonly kind: "reply"; readonly id: string; readonly at: number; readonly draft: Draft };

interface Parts {
  readonly messages: readonly Message[];
  readonly notes: readonly Note[];
  readonly drafts: readonly Draft[];
}

/** Messages, notes and replies under way as one thread, with a heading for each day. */
export function threadItems({ messages, notes, drafts }: Parts): readonly ThreadItem[] {
  const past: ThreadItem[] = [
    ...messages.map((message) => ({
      kind: "message" as const,
      id: message.id,
      at: Date.parse(message.at),
      message,
    })),
    ...notes.map((note) => ({ kind: "note" as const, id: note.id, at: Date.parse(note.createdAt), note })),
  ].sort((a, b) => a.at - b.at);
  const underWay = drafts
    .filter(isUnderWay)
    .map((draft) => ({ kind: "reply" as const, id: draft.id, at: Date.parse(draft.updatedAt), draft }));
  return withDays([...past, ...underWay]);
}

/** A reply that its author has let go of: asked for a review, or on its way. */
export function isUnderWay({ state }: Pick<Draft, "state">): boolean {
  return state === "in_review" || state === "queued";
}

function withDays(items: readonly ThreadItem[]): readonly ThreadItem[] {
  return items.flatMap((item, index) => {
    const before = items[index - 1];
    const day = startOfDay(item.at);
    const isNew = item.kind !== "reply" && (!before || startOfDay(before.at) !== day);
    return isNew ? [{ kind: "day" as const, id: `day-${day}`, at: day }, item] : [item];
  });
}
