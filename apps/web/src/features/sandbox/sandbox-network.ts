import { api } from "../../base/api.ts";
import { changes, refetchOnChange } from "../../base/changes.ts";
import { createStore, type Readable, type Store } from "../../base/store.ts";
import { createStored } from "../../base/stored.ts";
import { type Undo, undoAll } from "../../base/undo.ts";
import { SandboxAccountsDocument } from "./sandbox.documents.ts";
import {
  deletePost,
  editPost,
  type NewPost,
  type Post,
  setWeather,
  type Weather,
  wallOf,
  writePost,
} from "./sandbox-api.ts";
import { arrived, type Persona } from "./wall.ts";

export interface NetworkAccount {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  readonly brand: string;
}

export interface NetworkState {
  readonly accounts: readonly NetworkAccount[];
  readonly account: NetworkAccount | null;
  readonly posts: readonly Post[];
  readonly weather: Weather | null;
  /** Answers of the brand that came while one was looking, by id. */
  readonly fresh: ReadonlySet<string>;
  readonly error: unknown;
}

const POLL_MS = 2500;

/** The sandbox as a customer sees it: an outside network, asked again and again as such pages do. */
export class SandboxNetwork {
  /** Who one is; kept in this browser. */
  readonly persona: Store<Persona | null> = createStored<Persona | null>("sandbox.persona", readPersona);
  readonly #account: Store<string | null> = createStored<string | null>("sandbox.account", (stored) =>
    typeof stored === "string" ? stored : null,
  );
  readonly #state = createStore<NetworkState>({
    accounts: [],
    account: null,
    posts: [],
    weather: null,
    fresh: new Set(),
    error: null,
  });

  get state(): Readable<NetworkState> {
    return this.#state;
  }

  watch(): Undo {
    void this.#start();
    const timer = setInterval(() => document.visibilityState === "visible" && void this.look(), POLL_MS);
    return undoAll([
      () => clearInterval(timer),
      refetchOnChange(changes, { concerns: ({ kind }) => kind === "outbox", refetch: () => this.look() }),
    ]);
  }

  visit(id: string): void {
    const account = this.#state.get().accounts.find((one) => one.id === id) ?? null;
    if (!account || account.id === this.#state.get().account?.id) return;
    this.#account.set(id);
    this.#change({ account, posts: [], weather: null, fresh: new Set() });
    void this.look();
  }

  /** See what is there now. */
  async look(): Promise<void> {
    const { account, posts: before, weather: known } = this.#state.get();
    if (!account) return;
    await this.#trying(async () => {
      const { posts, weather } = await wallOf(account.id);
      if (this.#state.get().account?.id !== account.id) return;
      const isFirst = known === null;
      const fresh = isFirst ? new Set<string>() : new Set(this.#state.get().fresh);
      if (!isFirst) for (const { id } of arrived(before, posts)) fresh.add(id);
      this.#change({ posts, weather, fresh, error: null });
    });
  }

  /** Write something as the persona. Says whether it was taken. */
  write(post: Omit<NewPost, "author" | "name">): Promise<boolean> {
    const persona = this.persona.get();
    if (!persona) return Promise.resolve(false);
    const { handle, name } = persona;
    return this.#act((id) => writePost(id, { ...post, author: handle, ...(name ? { name } : {}) }));
  }

  edit(postId: string, body: string): Promise<boolean> {
    return this.#act((id) => editPost(id, postId, body));
  }

  remove(postId: string): Promise<boolean> {
    return this.#act((id) => deletePost(id, postId));
  }

  changeWeather(changed: Partial<Weather>): Promise<boolean> {
    const { weather } = this.#state.get();
    if (!weather) return Promise.resolve(false);
    const next = { ...weather, ...changed };
    this.#change({ weather: next });
    return this.#act((id) => setWeather(id, next));
  }

  async #start(): Promise<void> {
    await this.#trying(async () => {
      const { data } = await api().client.query({ query: SandboxAccountsDocument });
      const accounts = (data?.brands ?? []).flatMap(({ name: brand, accounts: held }) =>
        held.filter(({ platform }) => platform === "sandbox").map((one) => ({ ...one, brand })),
      );
      const account = accounts.find(({ id }) => id === this.#account.get()) ?? accounts[0] ?? null;
      this.#change({ accounts, account: this.#state.get().account ?? account });
      await this.look();
    });
  }

  async #act(work: (accountId: string) => Promise<unknown>): Promise<boolean> {
    const { account } = this.#state.get();
    if (!account) return false;
    const done = await this.#trying(() => work(account.id));
    if (done) await this.look();
    return done;
  }

  async #trying(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      this.#change({ error });
      return false;
    }
  }

  #change(changed: Partial<NetworkState>): void {
    this.#state.update((state) => ({ ...state, ...changed }));
  }
}

function readPersona(stored: unknown): Persona | null {
  const { handle, name } = (stored ?? {}) as Partial<Persona>;
  return typeof handle === "string" && typeof name === "string" ? { handle, name } : null;
}

/** The one of this page. */
export const network = new SandboxNetwork();
