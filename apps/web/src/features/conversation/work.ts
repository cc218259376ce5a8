import { api } from "../../base/api.ts";
import { words } from "../../base/i18n.ts";
import { fullTime } from "../../base/times.ts";
import type { Frame } from "../../workbench/contribution.ts";
import {
  AddNoteDocument,
  AssignConversationDocument,
  ChangeStateDocument,
  ConversationMembersDocument,
  RevealMessageDocument,
} from "./conversation.documents.ts";
import { type Conversation, conversationOf, type OpenConversation } from "./open-conversation.ts";
import { snoozeTimes } from "./snooze.ts";

/** Why a question may be left unanswered on purpose. */
export const unansweredReasons = [
  "thanks",
  "no_question",
  "answered_elsewhere",
  "not_for_us",
  "duplicate",
  "spam",
  "abuse",
] as const;

/** Give a conversation to a member, or to nobody. */
export async function assign(id: string, assigneeId: string | null): Promise<void> {
  await api().client.mutate({ mutation: AssignConversationDocument, variables: { id, assigneeId } });
  await conversationOf(id).load();
}

/** Choose who works on it. */
export async function pickAssignee(frame: Frame, id: string): Promise<void> {
  const { conversation } = conversationOf(id).state.get();
  if (!conversation) return;
  const { t } = words.get();
  const { data } = await api().client.query({
    query: ConversationMembersDocument,
    variables: { brandId: conversation.brand.id },
  });
  const nobody = { id: "", label: t(($) => $.conversation.nobody), icon: "circle-slash" as const };
  const people = (data?.members ?? []).map((member) => ({
    id: member.id,
    label: member.name,
    icon: "person" as const,
    checked: member.id === conversation.assignee?.id,
  }));
  const chosen = await frame.pick({
    title: t(($) => $.conversation.commands.assign),
    choices: conversation.assignee ? [...people, nobody] : people,
  });
  if (chosen) await assign(id, chosen.id || null);
}

type State = Conversation["state"];

/** Open it, set it aside, or finish it. Who leaves a question unanswered says why. */
export async function changeState(frame: Frame, id: string, state: Exclude<State, "snoozed">): Promise<void> {
  const { conversation } = conversationOf(id).state.get();
  if (!conversation) return;
  if (state === "done" && conversation.waitingSince) {
    const unansweredReason = await pickReason(frame);
    if (unansweredReason) await store(id, { state, unansweredReason });
  } else await store(id, { state });
}

async function pickReason(frame: Frame): Promise<string | undefined> {
  const { t } = words.get();
  const chosen = await frame.pick({
    title: t(($) => $.conversation.unanswered.title),
    choices: unansweredReasons.map((reason) => ({
      id: reason,
      label: t(($) => $.conversation.unanswered[reason]),
    })),
  });
  return chosen?.id;
}

/** Set it aside until a time of the member's choice. */
export async function snooze(frame: Frame, id: string): Promise<void> {
  const { t, language } = words.get();
  const times = snoozeTimes(new Date());
  const chosen = await frame.pick({
    title: t(($) => $.conversation.commands.snooze),
    choices: times.map((time) => ({
      id: time.id,
      label: t(($) => $.conversation.snooze[time.id]),
      detail: fullTime(time.until.getTime(), language),
      icon: "clockface",
    })),
  });
  const time = times.find((one) => one.id === chosen?.id);
  if (time) await store(id, { state: "snoozed", snoozedUntil: time.until.toISOString() });
}

interface StateChange {
  readonly state: State;
  readonly snoozedUntil?: string;
  readonly unansweredReason?: string;
}

async function store(id: string, change: StateChange): Promise<void> {
  await api().client.mutate({ mutation: ChangeStateDocument, variables: { id, change } });
  await conversationOf(id).load();
}

const purposes = ["answer", "identify_order", "quality", "security", "legal"] as const;

/** Show the personal data of a message for a purpose. Looking is recorded. */
export async function revealMessage(frame: Frame, open: OpenConversation, messageId: string): Promise<void> {
  const { t } = words.get();
  const chosen = await frame.pick({
    title: t(($) => $.conversation.hidden.purpose),
    choices: purposes.map((purpose) => ({
      id: purpose,
      label: t(($) => $.conversation.hidden.purposes[purpose]),
    })),
  });
  const purpose = purposes.find((one) => one === chosen?.id);
  if (!purpose) return;
  const { data } = await api().client.mutate({
    mutation: RevealMessageDocument,
    variables: { id: messageId, purpose },
  });
  if (data) open.reveal(messageId, data.revealMessage);
}

/** Leave colleagues a note. */
export async function addNote(conversationId: string, body: string): Promise<void> {
  await api().client.mutate({ mutation: AddNoteDocument, variables: { conversationId, body } });
  await conversationOf(conversationId).load();
}
