import { blocking, type Finding } from "@parley/shared/policy";
import { api } from "../../base/api.ts";
import { sayCode, words } from "../../base/i18n.ts";
import { languageName } from "../../base/languages.ts";
import type { Frame } from "../../workbench/contribution.ts";
import { ask } from "./asking.ts";
import { checkOf, type ReplyCheck } from "./check/reply-check.ts";
import {
  DiscardDraftDocument,
  ResolveDeliveryDocument,
  SendReplyDocument,
  UndoSendDocument,
} from "./conversation.documents.ts";
import type { DraftKeeper } from "./draft/draft-keeper.ts";
import { openDraft } from "./draft/open-draft.ts";
import type { Visibility } from "./draft/unsaved.ts";
import { allDecided, offerIn, offerKey, offers } from "./machine/offers.ts";
import { noteOf } from "./note.ts";
import { type Conversation, conversationOf, type OpenConversation } from "./open-conversation.ts";
import { confirmSetting } from "./settings.ts";

interface Replying {
  readonly frame: Frame;
  readonly open: OpenConversation;
  readonly conversation: Conversation;
  readonly memberId: string;
  readonly visibility: Visibility;
  readonly keeper: DraftKeeper;
  readonly check: ReplyCheck;
}

/** Send what stands in the composer of a conversation: the reply, or the note. */
export async function send(frame: Frame, id: string): Promise<void> {
  const open = conversationOf(id);
  const { conversation } = open.state.get();
  const surface = open.surface.get();
  const memberId = frame.state.get().viewer?.id;
  if (!conversation || !memberId || !surface) return;
  if (surface === "note") return noteOf({ memberId, conversationId: id }).leave();
  const keeper = openDraft(open, { memberId, visibility: surface });
  const check = checkOf({ open, keeper, visibility: surface });
  await sendReply({ frame, open, conversation, memberId, visibility: surface, keeper, check });
}

async function sendReply(replying: Replying): Promise<void> {
  const { frame, open, conversation, visibility, keeper, check } = replying;
  if (isMachines(replying)) return tellMachine(frame);
  await allDecided();
  await check.settleLanguage();
  await keeper.flush();
  const { conflict, text } = keeper.state.get();
  if (conflict || text.body.trim() === "") return;
  const findings = await check.checkAll();
  const stopping = blocking(findings, new Set(Object.keys(check.overrides.get())));
  if (stopping.length > 0) return tellStopping(frame, stopping);
  const reviewed = needsReview(conversation, findings);
  const confirmed =
    visibility === "private" ||
    !frame.settings.value(confirmSetting) ||
    (await ask.send({
      conversationId: open.id,
      visibility,
      body: text.body,
      language: text.language,
      reviewed,
    }));
  if (confirmed) await hand(replying, findings).finally(() => open.load());
}

/** Whether what stands there is a machine's text that nobody has accepted. The server refuses it as well. */
function isMachines({ open, conversation, visibility, keeper }: Replying): boolean {
  const draft = conversation.drafts.find((one) => one.visibility === visibility) ?? null;
  const local = offers.get().get(offerKey(open.id, visibility));
  return offerIn(local, draft, keeper.state.get().text.body) !== null;
}

function tellMachine(frame: Frame): void {
  frame.notify({
    severity: "warning",
    text: sayCode("errors", "MACHINE_TEXT_OPEN") ?? "",
    key: "reply.machine",
  });
}

/** Whether the brand wants a second person: the server decides, the button says it beforehand. */
export function needsReview({ brand }: Pick<Conversation, "brand">, findings: readonly Finding[]): boolean {
  const { approval } = brand.settings;
  if (approval === "ON_WARNING") return findings.some(({ severity }) => severity !== "info");
  return approval === "ALWAYS";
}

function tellStopping(frame: Frame, stopping: readonly Finding[]): void {
  const { t } = words.get();
  frame.showView("problems");
  frame.notify({
    severity: "warning",
    text: t(($) => $.conversation.send.stopped, { count: stopping.length }),
    key: "reply.stopped",
  });
}

/** A send whose answer was lost is asked for again under the same id: it has no second effect. */
const sends = new Map<string, string>();

async function hand(
  { frame, conversation, keeper, check }: Replying,
  findings: readonly Finding[],
): Promise<void> {
  const { draftId, base } = keeper.state.get();
  if (!draftId || !base) return;
  const clientId = sends.get(base.id) ?? crypto.randomUUID();
  sends.set(base.id, clientId);
  const found = new Set(findings.map(({ id }) => id));
  const overrides = Object.entries(check.overrides.get())
    .filter(([findingId]) => found.has(findingId))
    .map(([findingId, override]) => ({ findingId, ...override }));
  const { data } = await api().client.mutate({
    mutation: SendReplyDocument,
    variables: {
      send: {
        clientId,
        draftId,
        revisionId: base.id,
        inboundVersion: conversation.inboundVersion,
        overrides,
      },
    },
  });
  sends.delete(base.id);
  check.overrides.set({});
  const item = data?.sendReply.item ?? null;
  if (item) tellQueued(frame, item, conversation);
  else tellReview(frame, conversation);
}

interface Item {
  readonly id: string;
  readonly runAt: string;
}

/** The way back stays open until the first try; the server alone decides whether it was in time. */
function tellQueued(frame: Frame, { id, runAt }: Item, conversation: Conversation): void {
  const { t } = words.get();
  frame.notify({
    severity: "success",
    text: t(($) => $.conversation.send.queued, { name: nameOf(conversation) }),
    key: `sent ${conversation.id}`,
    duration: Math.max(3000, Date.parse(runAt) - Date.now()),
    actions: [
      {
        label: t(($) => $.conversation.send.undo),
        run: () => void undo(conversation.id, id).catch((error: unknown) => frame.fail(error)),
      },
    ],
  });
}

function tellReview(frame: Frame, conversation: Conversation): void {
  const { t } = words.get();
  frame.notify({
    severity: "info",
    text: t(($) => $.conversation.send.reviewed, { name: nameOf(conversation) }),
    key: `sent ${conversation.id}`,
  });
}

const nameOf = ({ customer }: Conversation): string => customer.name ?? `@${customer.handle}`;

/** Take a reply back before its first try. */
export async function undo(conversationId: string, itemId: string): Promise<void> {
  await api()
    .client.mutate({ mutation: UndoSendDocument, variables: { itemId } })
    .finally(() => conversationOf(conversationId).load());
}

/** Say what became of a reply whose answer was lost. */
export async function resolve(conversationId: string, itemId: string, arrived: boolean): Promise<void> {
  await api()
    .client.mutate({ mutation: ResolveDeliveryDocument, variables: { itemId, arrived } })
    .finally(() => conversationOf(conversationId).load());
}

interface DraftAt {
  readonly memberId: string;
  readonly visibility: Visibility;
}

/** Take a reply out of the review by writing on: a saved state that nobody asked about ends it. */
export async function withdraw(open: OpenConversation, at: DraftAt): Promise<void> {
  const keeper = openDraft(open, at);
  await keeper.saveAgain();
  await open.load();
}

/** Put the draft away. Its saved states stay in the ledger. */
export async function discard(frame: Frame, id: string): Promise<void> {
  const open = conversationOf(id);
  const surface = open.surface.get();
  const memberId = frame.state.get().viewer?.id;
  if (!memberId || !surface) return;
  if (surface === "note") return noteOf({ memberId, conversationId: id }).type("");
  const keeper = openDraft(open, { memberId, visibility: surface });
  const { draftId, text } = keeper.state.get();
  if (draftId) await api().client.mutate({ mutation: DiscardDraftDocument, variables: { id: draftId } });
  keeper.leave("drop");
  await open.load();
  const { t } = words.get();
  frame.notify({
    severity: "info",
    text: t(($) => $.conversation.discarded),
    key: `discarded ${id}`,
    actions: [{ label: t(($) => $.conversation.send.undo), run: () => keeper.change(text) }],
  });
}

/** Say what a draft is written in, where the text is too short to tell. A text that tells it decides by itself. */
export async function pickLanguage(frame: Frame, id: string): Promise<void> {
  const open = conversationOf(id);
  const { conversation } = open.state.get();
  const surface = open.surface.get();
  const memberId = frame.state.get().viewer?.id;
  if (!conversation || !memberId || !surface || surface === "note") return;
  const keeper = openDraft(open, { memberId, visibility: surface });
  const { language } = keeper.state.get().text;
  const known = [
    ...new Set([
      ...(conversation.language ? [conversation.language] : []),
      ...conversation.brand.settings.languages,
    ]),
  ];
  const chosen = await frame.pick({
    title: words.get().t(($) => $.conversation.commands.language),
    choices: known.map((tag) => ({
      id: tag,
      label: languageName(tag),
      detail: tag,
      checked: tag === (language ?? conversation.language),
    })),
  });
  if (chosen) keeper.change({ language: chosen.id });
}
