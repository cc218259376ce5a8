import { changes, refetchOnChange } from "../../base/changes.ts";
import { createStore, type Readable } from "../../base/store.ts";
import type { Undo } from "../../base/undo.ts";

/** What is known of a list at the moment. */
export interface Listed<Row> {
  readonly status: "loading" | "ready" | "failed";
  readonly rows: readonly Row[];
  readonly error: unknown;
}

interface Versioned {
  readonly id: string;
  readonly version: number;
}

/** Something a brand has several of, one list for all that show it. It stays true while it is watched. */
export class BrandList<Row extends Versioned> {
  readonly brandId: string;
  readonly #fetch: (brandId: string) => Promise<readonly Row[]>;
  readonly #state = createStore<Listed<Row>>({ status: "loading", rows: [], error: null });
  #watchers = 0;
  #unwatch: Undo | null = null;

  constructor(brandId: string, fetch: (brandId: string) => Promise<readonly Row[]>) {
    this.brandId = brandId;
    this.#fetch = fetch;
  }

  get state(): Readable<Listed<Row>> {
    return this.#state;
  }

  watch(): Undo {
    this.#watchers += 1;
    if (this.#watchers === 1) {
      void this.load();
      this.#unwatch = refetchOnChange(changes, {
        concerns: ({ kind, brandId }) => kind === "template" && brandId === this.brandId,
        refetch: () => this.load(),
        // Texts change far more often than these, and a change does not say what changed.
        wait: [300, 1000],
      });
    }
    return () => {
      this.#watchers -= 1;
      if (this.#watchers === 0) this.#unwatch?.();
    };
  }

  async load(): Promise<void> {
    try {
      const rows = await this.#fetch(this.brandId);
      // Most changes leave the rows as they are: nothing is drawn again then.
      const { status, rows: before } = this.#state.get();
      if (status === "ready" && versionsOf(before) === versionsOf(rows)) return;
      this.#state.set({ status: "ready", rows, error: null });
    } catch (error) {
      if (this.#state.get().status !== "ready") this.#state.set({ status: "failed", rows: [], error });
    }
  }
}

const versionsOf = (rows: readonly Versioned[]): string =>
  rows.map(({ id, version }) => `${id} ${version}`).join("\n");
