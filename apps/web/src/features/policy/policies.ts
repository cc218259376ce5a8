import { api } from "../../base/api.ts";
import { changes, refetchOnChange } from "../../base/changes.ts";
import { createStore, type Readable, type Store } from "../../base/store.ts";
import type { Undo } from "../../base/undo.ts";
import type { ResultOf } from "../../gql/graphql.ts";
import { PolicyBrandsDocument, RuleReportsDocument } from "./policy.documents.ts";

export type PolicyBrand = ResultOf<typeof PolicyBrandsDocument>["brands"][number];
export type RuleReports = ResultOf<typeof RuleReportsDocument>["findingReports"][number];

/** The rules in force for the viewer's brands, and what members said of them. */
export interface Policies {
  readonly status: "loading" | "ready" | "failed";
  readonly error: unknown;
  readonly brands: readonly PolicyBrand[];
  /** By brand; nothing for brands whose rules the viewer may not write. */
  readonly reports: ReadonlyMap<string, readonly RuleReports[]>;
}

const state: Store<Policies> = createStore<Policies>({
  status: "loading",
  error: null,
  brands: [],
  reports: new Map(),
});

export const policies: Readable<Policies> = state;

/** Whether the viewer may write the rules of a brand. Told by the contribution, which hears who is signed in. */
let writable: (brandId: string) => boolean = () => false;

/** Fetch the rules now and whenever they may have changed. */
export function watchPolicies(mayWrite: (brandId: string) => boolean): Undo {
  writable = mayWrite;
  void refreshPolicies();
  return refetchOnChange(changes, {
    concerns: ({ kind }) => kind === "policy",
    refetch: refreshPolicies,
  });
}

export async function refreshPolicies(): Promise<void> {
  try {
    const { client } = api();
    const { data } = await client.query({ query: PolicyBrandsDocument, fetchPolicy: "no-cache" });
    const brands = data?.brands ?? [];
    const reports = await Promise.all(
      brands.filter(({ id }) => writable(id)).map(async ({ id }) => [id, await reportsOf(id)] as const),
    );
    state.set({ status: "ready", error: null, brands, reports: new Map(reports) });
  } catch (error) {
    state.update((before) => ({ ...before, status: "failed", error }));
  }
}

async function reportsOf(brandId: string): Promise<readonly RuleReports[]> {
  const { data } = await api().client.query({
    query: RuleReportsDocument,
    variables: { brandId },
    fetchPolicy: "no-cache",
  });
  return data?.findingReports ?? [];
}
