import type { Draft } from "../open-conversation.ts";

/** How a reply under way stands, as a person wants to know it. */
export type Standing =
  | { readonly kind: "review" }
  /** Until `until` (milliseconds) it can be taken back. */
  | { readonly kind: "undoable"; readonly itemId: string; readonly until: number }
  | { readonly kind: "sending" }
  | { readonly kind: "again"; readonly at: number; readonly tries: number }
  | { readonly kind: "unknown" }
  | { readonly kind: "person"; readonly itemId: string; readonly reason: string | null };

/** Where a reply that somebody has let go of stands now. */
export function standingOf({ state, delivery }: Pick<Draft, "state" | "delivery">): Standing {
  if (state === "in_review" || !delivery) return { kind: "review" };
  const tries = delivery.attempts.length;
  const runAt = Date.parse(delivery.runAt);
  switch (delivery.state) {
    case "queued":
      return tries === 0
        ? { kind: "undoable", itemId: delivery.id, until: runAt }
        : { kind: "again", at: runAt, tries };
    case "unknown":
      return { kind: "unknown" };
    case "needs_person":
      return { kind: "person", itemId: delivery.id, reason: delivery.reason };
    case "sending":
    case "sent":
    case "failed":
    case "undone":
    case "void":
      return { kind: "sending" };
  }
}
