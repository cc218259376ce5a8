import type { ResultOf } from "../../gql/graphql.ts";
import type { IconName } from "../../ui/icon-names.ts";
import type { StoryDocument } from "./ledger.documents.ts";

export type LedgerEvent = ResultOf<typeof StoryDocument>["ledger"][number];

/** What an event is about: what the customer did, writing, deciding, delivering, or organising the work. */
export const kinds = ["customer", "writing", "review", "delivery", "work"] as const;
export type Kind = (typeof kinds)[number];

const deciding = ["review_requested", "approved", "changes_requested"];

export function kindOf(action: string): Kind {
  const [group = "", name = ""] = action.split(".");
  if (action === "message.revealed") return "work";
  if (group === "message" || action === "conversation.imported") return "customer";
  if (group === "draft" || group === "machine") return "writing";
  if (group === "reply") return deciding.includes(name) ? "review" : "delivery";
  return "work";
}

const icons: Readonly<Record<string, IconName>> = {
  "message.received": "comment",
  "message.edited": "edit",
  "message.deleted": "trash",
  "message.seen_elsewhere": "link-external",
  "conversation.imported": "inbox",
  "conversation.assigned": "person-add",
  "conversation.unassigned": "person",
  "conversation.state_changed": "tag",
  "note.added": "note",
  "draft.saved": "edit",
  "draft.saved_beside": "git-compare",
  "draft.discarded": "trash",
  "machine.asked": "sparkle",
  "machine.answered": "sparkle",
  "machine.refused": "circle-slash",
  "machine.withheld": "shield",
  "machine.accepted": "check",
  "machine.edited": "edit",
  "machine.dismissed": "close",
  "reply.review_requested": "law",
  "reply.approved": "pass",
  "reply.changes_requested": "comment-unresolved",
  "reply.queued": "send",
  "reply.attempt_started": "play",
  "reply.attempt_ended": "question",
  "reply.sent": "pass-filled",
  "reply.failed": "error",
  "reply.held_back": "shield",
  "reply.needs_person": "warning",
  "reply.undone": "discard",
};

export const iconOf = (action: string): IconName => icons[action] ?? "circle-filled";

const careful: ReadonlySet<string> = new Set([
  "reply.changes_requested",
  "reply.held_back",
  "machine.refused",
  "machine.withheld",
]);

/** Whether it went well or not; most events are neither. */
export function toneOf({
  action,
  facts,
}: Pick<LedgerEvent, "action" | "facts">): "good" | "bad" | "careful" | "plain" {
  if (action === "reply.approved" || action === "reply.sent") return "good";
  if (action === "reply.failed" || action === "reply.needs_person") return "bad";
  if (careful.has(action)) return "careful";
  if (action === "reply.attempt_ended") return textIn(facts, "outcome") === "unknown" ? "bad" : "careful";
  return "plain";
}

/** The text as it was then, a person's or a machine's; null where the event has none or it is erased. */
export function bodyOf({ words }: Pick<LedgerEvent, "words">): string | null {
  return textIn(words, "body") ?? textIn(words, "text");
}

/** One step of the story: an event, or a row of saves by one hand with nothing between them. */
export interface Step {
  readonly event: LedgerEvent;
  /** All events of the step, oldest first; `event` is the last. */
  readonly events: readonly LedgerEvent[];
  readonly kind: Kind;
  /** The text of the same draft before this step, to see what changed; null for the first. */
  readonly before: string | null;
}

/** Fold an event list into steps. Nothing is left out: a folded step holds its events. */
export function stepsOf(events: readonly LedgerEvent[]): readonly Step[] {
  const steps: Step[] = [];
  const texts = new Map<string, string>();
  for (const event of events) {
    const last = steps.at(-1);
    const before = texts.get(event.subjectId) ?? null;
    const body = bodyOf(event);
    if (body !== null) texts.set(event.subjectId, body);
    if (last && isSameHand(last.event, event)) {
      steps[steps.length - 1] = { ...last, event, events: [...last.events, event] };
    } else {
      steps.push({ event, events: [event], kind: kindOf(event.action), before });
    }
  }
  return steps;
}

const isSameHand = (one: LedgerEvent, other: LedgerEvent): boolean =>
  one.action === "draft.saved" &&
  other.action === "draft.saved" &&
  one.actorId === other.actorId &&
  one.subjectId === other.subjectId;

/** How many events there are of each kind. */
export function countKinds(events: readonly LedgerEvent[]): Readonly<Record<Kind, number>> {
  const counts = { customer: 0, writing: 0, review: 0, delivery: 0, work: 0 };
  for (const { action } of events) counts[kindOf(action)] += 1;
  return counts;
}

type Facts = Readonly<Record<string, unknown>> | null | undefined;

/** A text among facts or words. They are JSON from many versions, so nothing about them is taken for granted. */
export function textIn(facts: Facts, name: string): string | null {
  const value = facts?.[name];
  return typeof value === "string" ? value : null;
}

export function numberIn(facts: Facts, name: string): number | null {
  const value = facts?.[name];
  return typeof value === "number" ? value : null;
}

/** The members of a list among facts that are objects. */
export function listIn(facts: Facts, name: string): readonly Readonly<Record<string, unknown>>[] {
  const value = facts?.[name];
  return Array.isArray(value) ? value.filter((one) => typeof one === "object" && one !== null) : [];
}

export function textsIn(facts: Facts, name: string): readonly string[] {
  const value = facts?.[name];
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}
