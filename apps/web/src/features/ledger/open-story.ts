import { api } from "../../base/api.ts";
import { type Change, changes, refetchOnChange } from "../../base/changes.ts";
import { createStore, type Readable, type Store } from "../../base/store.ts";
import type { Undo } from "../../base/undo.ts";
import type { ResultOf } from "../../gql/graphql.ts";
import { browserDigest, type Flaw, flawsOf } from "./chain.ts";
import { StoryDocument, StoryMembersDocument } from "./ledger.documents.ts";
import type { LedgerEvent } from "./story.ts";

export type StoryConversation = NonNullable<ResultOf<typeof StoryDocument>["conversation"]>;

export interface Told {
  readonly status: "loading" | "ready" | "missing" | "failed";
  readonly error: unknown;
  readonly conversation: StoryConversation | null;
  readonly events: readonly LedgerEvent[];
  readonly names: ReadonlyMap<string, string>;
  /** What does not fit in the chain, by event; null while it is not known, or cannot be. */
  readonly flaws: ReadonlyMap<string, Flaw> | null;
}

/** All that was done about one conversation, followed while it is on screen. */
export class OpenStory {
  readonly id: string;
  /** Whether the records of all events are open. */
  readonly allOpen: Store<boolean> = createStore(false);
  readonly #told = createStore<Told>({
    status: "loading",
    error: null,
    conversation: null,
    events: [],
    names: new Map(),
    flaws: null,
  });

  constructor(id: string) {
    this.id = id;
  }

  get told(): Readable<Told> {
    return this.#told;
  }

  toggleAll(): void {
    this.allOpen.update((open) => !open);
  }

  watch(): Undo {
    void this.load();
    const concerns = ({ kind, conversationId }: Change) => kind !== "presence" && conversationId === this.id;
    return refetchOnChange(changes, { concerns, refetch: () => this.load() });
  }

  async load(): Promise<void> {
    try {
      const { data } = await api().client.query({
        query: StoryDocument,
        variables: { id: this.id },
        fetchPolicy: "no-cache",
      });
      const conversation = data?.conversation ?? null;
      const events = data?.ledger ?? [];
      const status = conversation ? "ready" : "missing";
      this.#change({ status, error: null, conversation, events });
      if (conversation) await this.#learnNames(conversation);
      if (browserDigest) this.#change({ flaws: await flawsOf(events, browserDigest) });
    } catch (error) {
      this.#change({ status: "failed", error });
    }
  }

  async #learnNames({ brand }: StoryConversation): Promise<void> {
    if (this.#told.get().names.size > 0) return;
    const { data } = await api().client.query({
      query: StoryMembersDocument,
      variables: { brandId: brand.id },
    });
    this.#change({ names: new Map((data?.members ?? []).map(({ id, name }) => [id, name])) });
  }

  #change(changed: Partial<Told>): void {
    this.#told.update((told) => ({ ...told, ...changed }));
  }
}

const known = new Map<string, OpenStory>();

/** The one of this conversation. */
export function storyOf(id: string): OpenStory {
  const story = known.get(id) ?? new OpenStory(id);
  known.set(id, story);
  return story;
}
