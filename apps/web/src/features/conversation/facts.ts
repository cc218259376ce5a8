import type { MachineTask } from "./machine/machine-help.ts";
import type { Conversation, Surface } from "./open-conversation.ts";

/** What commands have to know of the conversation in front. */
export interface ConversationFacts {
  readonly id: string;
  readonly state: Conversation["state"];
  readonly waiting: boolean;
  readonly mine: boolean;
  readonly assigned: boolean;
  readonly mayWork: boolean;
  readonly mayWrite: boolean;
  /** The private or public half of the same matter. */
  readonly linkedId: string | null;
  /** For whom the composer writes. */
  readonly surface: Surface | null;
  /** For whom it may write. */
  readonly surfaces: readonly Surface[];
  /** Whether there is a text that could be sent. */
  readonly sendable: boolean;
  /** What an outside machine may do here. */
  readonly machine: readonly MachineTask[];
}

declare module "../../workbench/state.ts" {
  interface WorkbenchState {
    /** The conversation in the active editor. */
    readonly conversation?: ConversationFacts | null;
  }
}

/** For whom one may write here: nobody can answer a private message in public. */
export function surfacesOf({
  visibility,
  abilities,
}: Pick<Conversation, "visibility" | "abilities">): readonly Surface[] {
  const replies: readonly Surface[] = visibility === "public" ? ["public", "private"] : ["private"];
  return [
    ...(abilities.includes("reply.write") ? replies : []),
    ...(abilities.includes("conversation.work") ? (["note"] as const) : []),
  ];
}

/** What the composer begins with: the draft that was changed last, else an answer where the question was asked. */
export function firstSurface(
  conversation: Pick<Conversation, "visibility" | "abilities" | "drafts">,
): Surface | null {
  const possible = surfacesOf(conversation);
  const [latest] = conversation.drafts.toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt));
  const wanted = latest?.visibility ?? conversation.visibility;
  return possible.includes(wanted) ? wanted : (possible[0] ?? null);
}
