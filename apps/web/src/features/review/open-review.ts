import { api, codesOf } from "../../base/api.ts";
import { type Change, changes, refetchOnChange } from "../../base/changes.ts";
import { createStore, type Readable, type Store } from "../../base/store.ts";
import type { Undo } from "../../base/undo.ts";
import {
  ApproveReplyDocument,
  RequestChangesDocument,
  ReviewDocument,
  TakeBackDocument,
} from "./review.documents.ts";
import { type Difference, differences, policyOf, type Snapshot } from "./snapshot.ts";

export interface Reviewing {
  readonly status: "loading" | "ready" | "missing" | "failed";
  readonly error: unknown;
  /** What is on screen: decisions are bound to it. */
  readonly seen: Snapshot | null;
  /** What the server has now. */
  readonly latest: Snapshot | null;
  /** What was on screen before the reviewer asked for what is new. */
  readonly before: Snapshot | null;
  readonly differences: readonly Difference[];
  /** Why the last decision was refused: codes. */
  readonly refused: readonly string[];
  readonly busy: boolean;
}

/** A review that has something to show. */
export interface ShownReview {
  readonly open: OpenReview;
  readonly reviewing: Reviewing;
  readonly seen: Snapshot;
}

const start: Reviewing = {
  status: "loading",
  error: null,
  seen: null,
  latest: null,
  before: null,
  differences: [],
  refused: [],
  busy: false,
};

/** One reply under review. Its text never changes under the reader: what is new waits until they ask for it. */
export class OpenReview {
  readonly conversationId: string;
  readonly draftId: string;
  /** The reason being written for sending it back; null while none is. */
  readonly reason: Store<string | null> = createStore<string | null>(null);
  readonly #state = createStore<Reviewing>(start);
  #approvalKey = crypto.randomUUID();
  #watchers = 0;
  #unwatch: Undo | null = null;

  constructor(id: string) {
    const [conversationId = "", draftId = ""] = id.split("/");
    this.conversationId = conversationId;
    this.draftId = draftId;
  }

  get state(): Readable<Reviewing> {
    return this.#state;
  }

  /** Follow it while it is on screen. Several panes may show it. */
  watch(): Undo {
    this.#watchers += 1;
    if (this.#watchers === 1) this.#unwatch = this.#follow();
    return () => {
      this.#watchers -= 1;
      if (this.#watchers === 0) this.#unwatch?.();
    };
  }

  async load(): Promise<void> {
    try {
      const { data } = await api().client.query({
        query: ReviewDocument,
        variables: { conversationId: this.conversationId },
        fetchPolicy: "no-cache",
      });
      const conversation = data?.conversation;
      const draft = conversation?.everyDraft.find(({ id }) => id === this.draftId);
      if (conversation && draft) this.#meet({ conversation, draft });
      else this.#change({ status: "missing", error: null });
    } catch (error) {
      this.#change({ status: "failed", error });
    }
  }

  /** Put what is new on screen. */
  showNew(): void {
    const { seen, latest } = this.#state.get();
    if (!latest) return;
    this.#approvalKey = crypto.randomUUID();
    this.#change({ seen: latest, before: seen, differences: [], refused: [] });
  }

  /** Approve exactly what is on screen. Gives the outbox item, or null when it was refused. */
  approve(): Promise<string | null> {
    return this.#decide(async (seen) => {
      const { data } = await api().client.mutate({
        mutation: ApproveReplyDocument,
        variables: {
          approve: { ...this.#bound(seen), policyDigest: policyOf(seen) ?? "", clientId: this.#approvalKey },
        },
      });
      return data?.approveReply.item?.id ?? null;
    });
  }

  /** Send it back with the reason. Says whether it was taken. */
  async requestChanges(): Promise<boolean> {
    const reason = this.reason.get()?.trim() ?? "";
    const done = await this.#decide(async (seen) => {
      await api().client.mutate({
        mutation: RequestChangesDocument,
        variables: { request: { ...this.#bound(seen), reason } },
      });
      return seen.draft.id;
    });
    if (done !== null) this.reason.set(null);
    return done !== null;
  }

  /** Take back an approval whose reply has not left yet. */
  async takeBack(itemId: string): Promise<void> {
    await api().client.mutate({ mutation: TakeBackDocument, variables: { itemId } });
    await this.load();
  }

  #bound({ conversation, draft }: Snapshot) {
    return {
      draftId: draft.id,
      revisionId: draft.head?.id ?? "",
      inboundVersion: conversation.inboundVersion,
    };
  }

  async #decide<T>(decide: (seen: Snapshot) => Promise<T>): Promise<T | null> {
    const { seen, busy } = this.#state.get();
    if (!seen || busy) return null;
    this.#change({ busy: true, refused: [] });
    try {
      const done = await decide(seen);
      await this.load();
      return done;
    } catch (error) {
      const refused = codesOf(error);
      if (refused.length === 0) throw error;
      this.#change({ refused });
      await this.load();
      return null;
    } finally {
      this.#change({ busy: false });
    }
  }

  #meet(latest: Snapshot): void {
    const { seen } = this.#state.get();
    const changed = seen ? differences(seen, latest) : [];
    this.#change({
      status: "ready",
      error: null,
      latest,
      differences: changed,
      ...(changed.length === 0 ? { seen: latest } : {}),
    });
  }

  #change(changed: Partial<Reviewing>): void {
    this.#state.update((state) => ({ ...state, ...changed }));
  }

  #follow(): Undo {
    void this.load();
    const concerns = ({ kind, conversationId }: Change) =>
      kind === "policy" || (kind !== "presence" && conversationId === this.conversationId);
    return refetchOnChange(changes, { concerns, refetch: () => this.load() });
  }
}

const known = new Map<string, OpenReview>();

/** The one of this address: a conversation and a draft. */
export function reviewOf(id: string): OpenReview {
  const review = known.get(id) ?? new OpenReview(id);
  known.set(id, review);
  return review;
}
