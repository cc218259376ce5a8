import { api } from "../../../base/api.ts";
import { changes, refetchOnChange } from "../../../base/changes.ts";
import { createStore, type Readable } from "../../../base/store.ts";
import type { Undo } from "../../../base/undo.ts";
import type { ResultOf } from "../../../gql/graphql.ts";
import { GlossaryTermsDocument } from "../memory.documents.ts";

export type Term = ResultOf<typeof GlossaryTermsDocument>["glossary"][number];

interface Glossary {
  readonly status: "loading" | "ready" | "failed";
  readonly terms: readonly Term[];
  readonly error: unknown;
}

/** A brand's terms, one list for all that show them. It stays true while it is watched. */
export class OpenGlossary {
  readonly brandId: string;
  readonly #state = createStore<Glossary>({ status: "loading", terms: [], error: null });
  #watchers = 0;
  #unwatch: Undo | null = null;

  constructor(brandId: string) {
    this.brandId = brandId;
  }

  get state(): Readable<Glossary> {
    return this.#state;
  }

  watch(): Undo {
    this.#watchers += 1;
    if (this.#watchers === 1) {
      void this.load();
      this.#unwatch = refetchOnChange(changes, {
        concerns: ({ kind, brandId }) => kind === "template" && brandId === this.brandId,
        refetch: () => this.load(),
        // Texts change far more often than terms, and a change does not say which of the two it is.
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
      const { data } = await api().client.query({
        query: GlossaryTermsDocument,
        variables: { brandId: this.brandId },
        fetchPolicy: "no-cache",
      });
      const terms = data?.glossary ?? [];
      // Most changes leave the terms as they are: nothing is drawn again then.
      const { status, terms: before } = this.#state.get();
      if (status === "ready" && versionsOf(before) === versionsOf(terms)) return;
      this.#state.set({ status: "ready", terms, error: null });
    } catch (error) {
      if (this.#state.get().status !== "ready") this.#state.set({ status: "failed", terms: [], error });
    }
  }
}

const versionsOf = (terms: readonly Term[]): string =>
  terms.map(({ id, version }) => `${id} ${version}`).join("\n");

const known = new Map<string, OpenGlossary>();

/** The one of this brand. */
export function glossaryOf(brandId: string): OpenGlossary {
  const open = known.get(brandId) ?? new OpenGlossary(brandId);
  known.set(brandId, open);
  return open;
}
