import { api } from "../../../base/api.ts";
import { createStore, type Readable } from "../../../base/store.ts";
import type { ResultOf } from "../../../gql/graphql.ts";
import type { Frame } from "../../../workbench/contribution.ts";
import type { DraftKeeper } from "../draft/draft-keeper.ts";
import { type DraftText, noText } from "../draft/draft-text.ts";
import type { Visibility } from "../draft/unsaved.ts";
import type { Draft, OpenConversation } from "../open-conversation.ts";
import { DecideMachineTextDocument, type SuggestReplyDocument } from "./machine.documents.ts";

export type Offered = ResultOf<typeof SuggestReplyDocument>["suggestReply"];
export type Outcome = "accepted" | "edited" | "dismissed";

/** A machine's text in a composer, while nobody has decided on it. */
export interface Offer extends Pick<Offered, "text" | "marks"> {
  readonly id: string;
  readonly task: string;
  readonly provider: string;
  readonly model: string | null;
  /** Keys of the templates it rests on. */
  readonly rests: readonly string[];
  /** What stood there before: dismissing brings it back. */
  readonly before: DraftText;
}

const known = createStore<ReadonlyMap<string, Offer>>(new Map());
/** The offers of this page, by conversation and visibility. */
export const offers: Readable<ReadonlyMap<string, Offer>> = known;

export const offerKey = (conversationId: string, visibility: Visibility): string =>
  `${conversationId} ${visibility}`;

interface Place {
  readonly frame: Frame;
  readonly open: OpenConversation;
  readonly visibility: Visibility;
  readonly keeper: DraftKeeper;
}

/** Put a machine's text into the composer. It is marked as one until the member accepts, changes or dismisses it. */
export function place(
  offered: Offered,
  { frame, open, visibility, keeper }: Place,
  language: string | null,
): void {
  const key = offerKey(open.id, visibility);
  const other = known.get().get(key);
  if (other)
    decide({ open, visibility, offer: other }, "dismissed").catch((error: unknown) => frame.fail(error));
  const before = other?.before ?? keeper.state.get().text;
  const { id, task, provider, model } = offered.machineText;
  const { text, marks, rests } = offered;
  const offer = { id, task, provider, model, text, marks, before, rests: rests.map((one) => one.key) };
  known.update((all) => new Map([...all, [key, offer]]));
  keeper.change({ body: text, language, ...(rests.length > 0 ? { uses: rests } : {}) });
  const stop = keeper.state.subscribe(() => {
    const { body } = keeper.state.get().text;
    if (known.get().get(key)?.id !== id) return stop();
    if (isStill(offer, body)) return;
    stop();
    const undone = body.trim() === "" || body === before.body;
    decide({ open, visibility, offer }, undone ? "dismissed" : "edited").catch((error: unknown) =>
      frame.fail(error),
    );
  });
}

/** Blanks around it do not make a machine's text a person's. */
export const isStill = ({ text }: Pick<Offer, "text">, body: string): boolean => text.trim() === body.trim();

interface Deciding {
  readonly open: OpenConversation;
  readonly visibility: Visibility;
  readonly offer: Offer;
}

/** Decisions on their way or made, by the offer: the server's older word about one of them does not bring it back. */
const decisions = new Map<string, Promise<unknown>>();

/** Say what became of an offer. The mark goes at once; the server has the last word on what may be sent. */
export function decide({ open, visibility, offer }: Deciding, outcome: Outcome): Promise<void> {
  const key = offerKey(open.id, visibility);
  known.update((all) => new Map([...all].filter(([one]) => one !== key)));
  const decided = api()
    .client.mutate({ mutation: DecideMachineTextDocument, variables: { id: offer.id, outcome } })
    .then(
      () => open.load(),
      (error: unknown) => {
        // Nothing was decided: the text is marked again.
        decisions.delete(offer.id);
        throw error;
      },
    );
  decisions.set(offer.id, decided);
  return decided;
}

/** Wait until the server has heard what was decided: what is sent next may be the text it was about. */
export async function allDecided(): Promise<void> {
  await Promise.allSettled(decisions.values());
}

/** The offer in a composer: this page's, or one that the server knows of from before it was loaded. */
export function offerIn(local: Offer | undefined, draft: Draft | null, body: string): Offer | null {
  if (local && isStill(local, body)) return local;
  const { machineText, head } = draft ?? {};
  if (!machineText || decisions.has(machineText.id) || !head) return null;
  if (!isStill({ text: head.body }, body)) return null;
  return { ...machineText, text: head.body, rests: [], before: noText };
}
