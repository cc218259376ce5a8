import { api } from "../../../base/api.ts";
import { changes, refetchOnChange } from "../../../base/changes.ts";
import { createStore, type Readable } from "../../../base/store.ts";
import type { Undo } from "../../../base/undo.ts";
import { DescribedTemplatesDocument } from "./template.documents.ts";
import type { Described } from "./template-draft.ts";

interface Templates {
  readonly status: "loading" | "ready" | "failed";
  readonly templates: readonly Described[];
  readonly error: unknown;
}

/** A brand's templates without their texts, one list for all forms. It stays true while it is watched. */
export class OpenTemplates {
  readonly brandId: string;
  readonly #state = createStore<Templates>({ status: "loading", templates: [], error: null });
  #watchers = 0;
  #unwatch: Undo | null = null;

  constructor(brandId: string) {
    this.brandId = brandId;
  }

  get state(): Readable<Templates> {
    return this.#state;
  }

  watch(): Undo {
    this.#watchers += 1;
    if (this.#watchers === 1) {
      void this.load();
      this.#unwatch = refetchOnChange(changes, {
        concerns: ({ kind, brandId }) => kind === "template" && brandId === this.brandId,
        refetch: () => this.load(),
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
        query: DescribedTemplatesDocument,
        variables: { brandId: this.brandId },
        fetchPolicy: "no-cache",
      });
      this.#state.set({ status: "ready", templates: data?.templates ?? [], error: null });
    } catch (error) {
      if (this.#state.get().status !== "ready") this.#state.set({ status: "failed", templates: [], error });
    }
  }
}

const known = new Map<string, OpenTemplates>();

/** The one of this brand. */
export function templatesOf(brandId: string): OpenTemplates {
  const open = known.get(brandId) ?? new OpenTemplates(brandId);
  known.set(brandId, open);
  return open;
}
