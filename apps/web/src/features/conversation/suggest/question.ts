import type { Circumstances } from "@parley/shared/suggest";
import type { Visibility } from "../draft/unsaved.ts";
import type { Conversation } from "../open-conversation.ts";
import type { TemplateChoice } from "../template/templates.ts";

/** What waits for an answer: all that the customer wrote since the brand last did. */
export function questionOf({ messages }: Pick<Conversation, "messages">): string {
  const answered = messages.findLastIndex(({ direction }) => direction === "outbound");
  const since = messages.slice(answered + 1).filter(({ deletedAt }) => deletedAt === null);
  const last = messages.findLast(({ direction, deletedAt }) => direction === "inbound" && deletedAt === null);
  const asking = since.length > 0 ? since : last ? [last] : [];
  return asking.map(({ body }) => body).join("\n");
}

/** What else tells which template fits: where one is, and what was said here already. */
export function circumstancesOf(
  { account, drafts }: Pick<Conversation, "account" | "drafts">,
  visibility: Visibility,
  choices: readonly Pick<TemplateChoice, "key" | "staleness">[],
): Circumstances {
  const used = drafts
    .filter(({ state }) => state === "sent" || state === "queued")
    .flatMap(({ head }) => head?.templateUses.map(({ key }) => key) ?? []);
  return {
    traits: [
      `platform:${account.platform}`,
      `visibility:${visibility}`,
      "agent:me",
      `after:${used.at(-1) ?? "nothing"}`,
    ],
    usedHere: new Set(used),
    stale: new Map(
      choices.flatMap(({ key, staleness }) =>
        staleness === "wording" || staleness === "contract" ? [[key, staleness] as const] : [],
      ),
    ),
  };
}
