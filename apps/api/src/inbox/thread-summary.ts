import type { ImportedMessage } from "./imported-thread.ts";

/** What the inbox shows of a thread, told by its messages alone. */
export interface ThreadSummary {
  readonly count: number;
  readonly inbound: number;
  readonly last: Date;
  readonly lastInbound: Date | null;
  /** The arrival of the oldest inbound message after the brand's last one. */
  readonly waiting: Date | null;
  /** The newest message's words. */
  readonly newest: string;
}

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
