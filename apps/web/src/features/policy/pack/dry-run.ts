import { api } from "../../../base/api.ts";
import { createStore, type Readable } from "../../../base/store.ts";
import type { ResultOf } from "../../../gql/graphql.ts";
import { PackDryRunDocument } from "../policy.documents.ts";

export type DryRunResult = ResultOf<typeof PackDryRunDocument>["dryRun"];
type Example = DryRunResult["examples"][number];
export type DryRunFinding = Example["appeared"][number];

/** How many replies one may look back on. */
export const reaches = [50, 100, 500, 2000] as const;

export interface DryRunState {
  readonly status: "none" | "running" | "done" | "failed";
  readonly error: unknown;
  readonly result: DryRunResult | null;
  /** The text that was held against the replies. */
  readonly source: string;
  readonly last: number;
}

/** What a text of a pack would have said about replies that were sent. */
export class PackDryRun {
  readonly #state = createStore<DryRunState>({
    status: "none",
    error: null,
    result: null,
    source: "",
    last: reaches[1],
  });

  get state(): Readable<DryRunState> {
    return this.#state;
  }

  /** What was found is history: the text is in force. */
  forget(): void {
    this.#state.update((state) => ({ ...state, status: "none", result: null, source: "" }));
  }

  lookBackOn(last: number): void {
    this.#state.update((state) => ({ ...state, last }));
  }

  async run(brandId: string, source: string): Promise<void> {
    const { last } = this.#state.get();
    this.#state.update((state) => ({ ...state, status: "running", error: null }));
    try {
      const { data } = await api().client.query({
        query: PackDryRunDocument,
        variables: { brandId, source, last },
        fetchPolicy: "no-cache",
      });
      const result = data?.dryRun ?? null;
      this.#state.update((state) => ({ ...state, status: "done", result, source }));
    } catch (error) {
      this.#state.update((state) => ({ ...state, status: "failed", error, result: null }));
    }
  }
}

/** One thing a new version says otherwise about a reply. */
export interface Difference {
  readonly kind: "appeared" | "vanished" | "severity";
  readonly finding: DryRunFinding;
  /** What it was before, where only the severity is another. */
  readonly before: string | null;
}

/** A finding at the same place with another severity is one difference, not two. */
export function differencesOf({ appeared, vanished }: Pick<Example, "appeared" | "vanished">) {
  const place = ({ rule, start, end }: DryRunFinding) => `${rule} ${start} ${end}`;
  const gone = new Map(vanished.map((finding) => [place(finding), finding]));
  const fresh = appeared.map((finding): Difference => {
    const before = gone.get(place(finding));
    gone.delete(place(finding));
    return before
      ? { kind: "severity", finding, before: before.severity }
      : { kind: "appeared", finding, before: null };
  });
  const left = [...gone.values()].map((finding): Difference => ({ kind: "vanished", finding, before: null }));
  return [...fresh, ...left].sort((a, b) => a.finding.start - b.finding.start);
}
