import { api } from "../../../base/api.ts";
import { words } from "../../../base/i18n.ts";
import type { Frame } from "../../../workbench/contribution.ts";
import { openDraft } from "../draft/open-draft.ts";
import { conversationOf } from "../open-conversation.ts";
import {
  SuggestReplyDocument,
  TranslateDraftDocument,
  TranslateMessageDocument,
} from "./machine.documents.ts";
import { place } from "./offers.ts";
import { translated } from "./translations.ts";

/** The reply that is being written in a conversation, and its keeper; nothing while one writes a note. */
function writing(frame: Frame, id: string) {
  const open = conversationOf(id);
  const { conversation } = open.state.get();
  const visibility = open.surface.get();
  const memberId = frame.state.get().viewer?.id;
  if (!conversation || !memberId || !visibility || visibility === "note") return null;
  return { frame, open, conversation, visibility, keeper: openDraft(open, { memberId, visibility }) };
}

/** Have a reply drafted into the composer. What stood there comes back when it is dismissed. */
export async function suggest(frame: Frame, id: string): Promise<void> {
  const here = writing(frame, id);
  if (!here) return;
  const { t } = words.get();
  const { visibility, keeper } = here;
  const { body } = keeper.state.get().text;
  const asked = api().client.mutate({ mutation: SuggestReplyDocument, variables: { id, visibility } });
  const { data } = await frame.progress.show(
    t(($) => $.conversation.machine.drafting),
    asked,
  );
  // Who has written on meanwhile does not want their words replaced.
  if (!data || keeper.state.get().text.body !== body) return;
  const { suggestReply } = data;
  place(suggestReply, here, suggestReply.rests[0]?.locale ?? null);
  frame.announce(t(($) => $.conversation.machine.drafted));
}

/** Have the draft translated into the customer's language. */
export async function translateDraft(frame: Frame, id: string): Promise<void> {
  const here = writing(frame, id);
  if (!here) return;
  const { t } = words.get();
  const { conversation, visibility, keeper } = here;
  const { body, language } = keeper.state.get().text;
  const to = conversation.language ?? conversation.brand.settings.languages[0];
  if (!to || body.trim() === "") return;
  if (language === to) {
    frame.notify({
      severity: "info",
      text: t(($) => $.conversation.machine.sameLanguage),
      key: "machine.same",
    });
    return;
  }
  const draft = { conversationId: id, visibility, text: body, from: language, to };
  const asked = api().client.mutate({ mutation: TranslateDraftDocument, variables: { draft } });
  const { data } = await frame.progress.show(
    t(($) => $.conversation.machine.translating),
    asked,
  );
  if (!data || keeper.state.get().text.body !== body) return;
  place(data.translateDraft, here, to);
  frame.announce(t(($) => $.conversation.machine.translated));
}

/** Have a customer's message translated for the member; without one named, their last. */
export async function translateMessage(frame: Frame, id: string, messageId?: string): Promise<void> {
  const { conversation } = conversationOf(id).state.get();
  const theirs = conversation?.messages.findLast(
    ({ direction, deletedAt }) => direction === "inbound" && deletedAt === null,
  );
  const wanted = messageId ?? theirs?.id;
  if (!wanted) return;
  const { t, language: to } = words.get();
  const asked = api().client.mutate({ mutation: TranslateMessageDocument, variables: { id: wanted, to } });
  const { data } = await frame.progress.show(
    t(($) => $.conversation.machine.translating),
    asked,
  );
  if (!data) return;
  translated.set(new Map([...translated.get(), [wanted, { ...data.translateMessage, language: to }]]));
  frame.announce(data.translateMessage.text);
}
