import { createStore, type Readable } from "../../base/store.ts";
import type { ResultOf } from "../../gql/graphql.ts";
import type { InboxDocument } from "./inbox.documents.ts";
import type { Filter } from "./question.ts";

export type InboxPage = ResultOf<typeof InboxDocument>["conversations"];
export type InboxRow = InboxPage["nodes"][number];

/** What the list shows now. */
export interface Listed {
  readonly rows: readonly InboxRow[];
  /** Whether there are more than these. */
  readonly more: boolean;
  /** Whether these answer the present question. */
  readonly status: "loading" | "ready" | "failed";
  readonly error: unknown;
}

export interface PageWanted {
  readonly filter: Filter;
  readonly first: number;
  readonly after: string | null;
}

export type FetchPage = (wanted: PageWanted) => Promise<InboxPage>;

const PAGE = 60;
/** The server's own limit. */
const LARGEST_PAGE = 100;

/** The rows of the inbox: page by page, and again from the top when something has changed. */
export class InboxList {
  readonly #state = createStore<Listed>({ rows: [], more: false, status: "loading", error: null });
  readonly #fetchPage: FetchPage;
  #filter: Filter | null = null;
  #cursor: string | null = null;
  #turn = 0;
  #growing = false;
  #seen = 0;

  constructor(fetchPage: FetchPage) {
    this.#fetchPage = fetchPage;
  }

  get state(): Readable<Listed> {
    return this.#state;
  }

  /** Show the answer to another question. What was shown stays until it comes. */
  async ask(filter: Filter): Promise<void> {
    this.#filter = filter;
    this.#seen = 0;
    this.#state.update((state) => ({ ...state, status: "loading" }));
    await this.refresh();
  }

  /** The last row that has been on screen: a refresh goes that far. */
  saw(index: number): void {
    this.#seen = Math.max(this.#seen, index);
    if (index >= this.#state.get().rows.length - PAGE / 3) void this.grow();
  }

  /** Fetch all that is in use again. Rows move when someone writes, so pages are asked for one after another. */
  async refresh(): Promise<void> {
    const filter = this.#filter;
    if (!filter) return;
    this.#turn += 1;
    const turn = this.#turn;
    const wanted = Math.max(PAGE, this.#seen + 1);
    try {
      const pages: InboxPage[] = [];
      for (let after: string | null = null, left = wanted; left > 0; left -= LARGEST_PAGE) {
        const page: InboxPage = await this.#fetchPage({ filter, first: Math.min(left, LARGEST_PAGE), after });
        if (turn !== this.#turn) return;
        pages.push(page);
        after = page.pageInfo.endCursor;
        if (!page.pageInfo.hasNextPage) break;
      }
      this.#show(joined(pages.map(({ nodes }) => nodes)), pages.at(-1));
    } catch (error) {
      if (turn === this.#turn) this.#state.update((state) => ({ ...state, status: "failed", error }));
    }
  }

  /** Fetch the page after the last. */
  async grow(): Promise<void> {
    const filter = this.#filter;
    if (!filter || this.#growing || !this.#state.get().more) return;
    this.#growing = true;
    const turn = this.#turn;
    try {
      const page = await this.#fetchPage({ filter, first: PAGE, after: this.#cursor });
      if (turn === this.#turn) this.#show(joined([this.#state.get().rows, page.nodes]), page);
    } catch (error) {
      if (turn === this.#turn) this.#state.update((state) => ({ ...state, status: "failed", error }));
    } finally {
      this.#growing = false;
    }
  }

  #show(rows: readonly InboxRow[], last: InboxPage | undefined): void {
    this.#cursor = last?.pageInfo.endCursor ?? null;
    this.#state.set({ rows, more: last?.pageInfo.hasNextPage ?? false, status: "ready", error: null });
  }
}

/** Pages as one list; a row that moved while they were asked for stands once, where it was met first. */
function joined(pages: readonly (readonly InboxRow[])[]): readonly InboxRow[] {
  const rows = new Map<string, InboxRow>();
  for (const row of pages.flat()) if (!rows.has(row.id)) rows.set(row.id, row);
  return [...rows.values()];
}

/** The conversation after (1) or before (-1) one; without one, the first. Stops at the ends. */
export function neighbourOf(rows: readonly { readonly id: string }[], id: string | null, step: 1 | -1) {
  const at = rows.findIndex((row) => row.id === id);
  return at < 0 ? rows[0] : rows[at + step];
}
