import { api } from "../../base/api.ts";
import { type Change, changes, refetchOnChange } from "../../base/changes.ts";
import { createStore, type Readable, type Store } from "../../base/store.ts";
import { type Undo, undoAll } from "../../base/undo.ts";
import type { ResultOf } from "../../gql/graphql.ts";
import { AnnouncePresenceDocument, ConversationDocument } from "./conversation.documents.ts";
import { keepersOf } from "./draft/keepers.ts";
import type { Visibility } from "./draft/unsaved.ts";
import { heard, type Present, SAY_AGAIN_MS, stillThere } from "./presence.ts";

export type Conversation = NonNullable<ResultOf<typeof ConversationDocument>["conversation"]>;
export type Message = Conversation["messages"][number];
export type Note = Conversation["notes"][number];
export type Draft = Conversation["drafts"][number];
export type Delivery = NonNullable<Draft["delivery"]>;

/** Who a new text is for: everybody, the customer, or colleagues. */
export type Surface = Visibility | "note";

export interface Loaded {
  readonly conversation: Conversation | null;
  readonly status: "loading" | "ready" | "missing" | "failed";
  readonly error: unknown;
}

/** One conversation as this page knows it: what the server says, who else is there, and for whom one writes. */
export class OpenConversation {
  readonly id: string;
  /** For whom the composer writes; null until it is known. */
  readonly surface: Store<Surface | null> = createStore<Surface | null>(null);
  readonly #revealed = createStore<ReadonlyMap<string, string>>(new Map());
  readonly #state = createStore<Loaded>({ conversation: null, status: "loading", error: null });
  readonly #present = createStore<readonly Present[]>([]);
  #loading: Promise<void> | null = null;
  #again = false;
  #watchers = 0;
  #unwatch: Undo | null = null;
  #doing: Present["doing"] = "viewing";

  constructor(id: string) {
    this.id = id;
  }

  get state(): Readable<Loaded> {
    return this.#state;
  }

  /** Colleagues who are in this conversation too. */
  get present(): Readable<readonly Present[]> {
    return this.#present;
  }

  /** Messages whose personal data the member has asked to see, with their words; forgotten with the page. */
  get revealed(): Readable<ReadonlyMap<string, string>> {
    return this.#revealed;
  }

  reveal(messageId: string, body: string): void {
    this.#revealed.update((revealed) => new Map([...revealed, [messageId, body]]));
  }

  hide(messageId: string): void {
    this.#revealed.update((revealed) => new Map([...revealed].filter(([id]) => id !== messageId)));
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

  /** Fetch it now; one request at a time, and once more for whoever asked meanwhile. */
  load(): Promise<void> {
    if (this.#loading !== null) this.#again = true;
    this.#loading ??= this.#fetch().finally(() => {
      this.#loading = null;
      if (!this.#again) return;
      this.#again = false;
      void this.load();
    });
    return this.#loading;
  }

  /** Tell colleagues what one does here. */
  say(doing: Present["doing"]): void {
    if (doing === this.#doing) return;
    this.#doing = doing;
    this.#announce(doing);
  }

  async #fetch(): Promise<void> {
    const turns = new Map(keepersOf(this.id).map(([visibility, keeper]) => [visibility, keeper.turn]));
    try {
      const { data } = await api().client.query({
        query: ConversationDocument,
        variables: { id: this.id },
        fetchPolicy: "no-cache",
      });
      const conversation = data?.conversation ?? null;
      this.#state.set({ conversation, status: conversation ? "ready" : "missing", error: null });
      if (conversation) this.#meet(conversation, turns);
    } catch (error) {
      this.#state.update(({ conversation }) => ({ conversation, status: "failed", error }));
    }
  }

  /** Keepers hear what the server has. One that came about while the answer was under way hears it the next time. */
  #meet({ drafts }: Conversation, turns: ReadonlyMap<Visibility, number>): void {
    for (const [visibility, keeper] of keepersOf(this.id)) {
      const draft = drafts.find((one) => one.visibility === visibility);
      keeper.meet(draft ? { id: draft.id, head: draft.head } : null, turns.get(visibility) ?? keeper.turn);
    }
  }

  #follow(): Undo {
    void this.load();
    this.#announce(this.#doing);
    const again = setInterval(() => {
      this.#announce(this.#doing);
      this.#present.update((present) => stillThere(present, Date.now()));
    }, SAY_AGAIN_MS);
    const concerns = ({ kind, conversationId }: Change) => kind !== "presence" && conversationId === this.id;
    return undoAll([
      refetchOnChange(changes, { concerns, refetch: () => this.load() }),
      changes.listen((change) => change && this.#hear(change)),
      () => clearInterval(again),
      () => {
        this.#announce("gone");
        this.#present.set([]);
      },
    ]);
  }

  #hear({ kind, conversationId, id: memberId, doing }: Change): void {
    if (kind !== "presence" || conversationId !== this.id || !doing) return;
    const isNew = doing !== "gone" && !this.#present.get().some((one) => one.memberId === memberId);
    this.#present.update((present) => heard(present, { memberId, doing, at: Date.now() }));
    // Who has just come would have to wait for the next round to learn who is here.
    if (isNew) setTimeout(() => this.#watchers > 0 && this.#announce(this.#doing), Math.random() * 1000);
  }

  #announce(doing: Present["doing"] | "gone"): void {
    api()
      .client.mutate({
        mutation: AnnouncePresenceDocument,
        variables: { conversationId: this.id, doing },
        errorPolicy: "ignore",
      })
      // Presence is soft: it is said again in a moment.
      .catch(() => undefined);
  }
}

const known = new Map<string, OpenConversation>();

/** The one of this id. */
export function conversationOf(id: string): OpenConversation {
  const conversation = known.get(id) ?? new OpenConversation(id);
  known.set(id, conversation);
  return conversation;
}
