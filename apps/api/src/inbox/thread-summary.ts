import type { ImportedMessage, PreparedThread } from "./imported-thread.ts";

/** What a thread's messages alone tell about it. */
export type ThreadSummary = Pick<PreparedThread, "count" | "inbound" | "last" | "lastInbound" | "waiting"> & {
  /** The newest message's words. */
  readonly newest: string;
};

/** Sum up a thread. Messages of one instant count in the order they came in. */
export function summarize(messages: readonly ImportedMessage[]): ThreadSummary {
  const inOrder = messages.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const answered = inOrder.findLastIndex(({ byBrand }) => byBrand);
  const inbound = inOrder.filter(({ byBrand }) => !byBrand);
  const newest = inOrder.at(-1);
  return {
    count: inOrder.length,
    inbound: inbound.length,
    last: newest?.at ?? new Date(0),
    lastInbound: inbound.at(-1)?.at ?? null,
    waiting: inOrder.slice(answered + 1)[0]?.at ?? null,
    newest: newest?.body ?? "",
  };
}
