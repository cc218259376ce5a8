import type { VariablesOf } from "../../gql/graphql.ts";
import type { InboxDocument } from "./inbox.documents.ts";

export type Filter = VariablesOf<typeof InboxDocument>["filter"];

export const presets = ["waiting", "mine", "unassigned", "all"] as const;
export type Preset = (typeof presets)[number];
export const states = ["open", "pending", "snoozed", "done"] as const;
export type ConversationState = (typeof states)[number];
export const channels = ["comment", "mention", "direct"] as const;

/** What the inbox is asked for: one of four beginnings, narrowed further. Null does not limit. */
export interface Question {
  readonly preset: Preset;
  readonly brandId: string | null;
  readonly accountId: string | null;
  readonly channel: (typeof channels)[number] | null;
  readonly language: string | null;
  readonly state: ConversationState | null;
  readonly assigneeId: string | null;
  readonly search: string;
}

/** What narrows a beginning. */
export const narrowings = ["brandId", "accountId", "channel", "language", "state", "assigneeId"] as const;
export type Narrowing = (typeof narrowings)[number];

export const firstQuestion: Question = {
  preset: "waiting",
  brandId: null,
  accountId: null,
  channel: null,
  language: null,
  state: null,
  assigneeId: null,
  search: "",
};

const beginnings: Readonly<Record<Preset, Filter>> = {
  // What was left unanswered on purpose waits no more, though nobody answered it.
  waiting: { waiting: true, states: ["open", "pending"] },
  mine: { mine: true, states: ["open", "pending", "snoozed"] },
  unassigned: { unassigned: true, states: ["open", "pending"] },
  all: {},
};

/** The server's filter for a question. */
export function filterOf(question: Question): Filter {
  const { preset, brandId, accountId, channel, language, state, assigneeId, search } = question;
  return {
    ...beginnings[preset],
    ...(brandId ? { brandId } : {}),
    ...(accountId ? { accountId } : {}),
    ...(channel ? { channel } : {}),
    ...(language ? { language } : {}),
    ...(state ? { states: [state] } : {}),
    ...(assigneeId && preset !== "mine" ? { assigneeId, unassigned: false } : {}),
    ...(search.trim() ? { search: search.trim() } : {}),
  };
}

/** How many narrowings are in force. */
export function narrowed(question: Question): number {
  return narrowings.filter((key) => question[key] !== null).length;
}

/** Another value for one narrowing; an account of another brand cannot stay. */
export function narrow(question: Question, key: Narrowing, value: string | null): Question {
  const next = { ...question, [key]: value || null };
  return key === "brandId" ? { ...next, accountId: null, assigneeId: null } : next;
}

/** The beginning and the search alone. */
export function widen({ preset, search }: Question): Question {
  return { ...firstQuestion, preset, search };
}

/** What was stored, as a question again. Words that were searched for are not stored: they may be personal. */
export function readQuestion(stored: unknown): Question {
  if (typeof stored !== "object" || stored === null) return firstQuestion;
  const found = stored as Record<string, unknown>;
  const text = (key: string) => (typeof found[key] === "string" ? found[key] : null);
  const among = <T extends string>(known: readonly T[], key: string) =>
    known.find((value) => value === found[key]) ?? null;
  return {
    preset: among(presets, "preset") ?? firstQuestion.preset,
    brandId: text("brandId"),
    accountId: text("accountId"),
    channel: among(channels, "channel"),
    language: text("language"),
    state: among(states, "state"),
    assigneeId: text("assigneeId"),
    search: "",
  };
}
