import { api } from "../../base/api.ts";
import { changes, refetchOnChange } from "../../base/changes.ts";
import { words } from "../../base/i18n.ts";
import { createStore, type Readable, type Store } from "../../base/store.ts";
import { createStored } from "../../base/stored.ts";
import type { Undo } from "../../base/undo.ts";
import type { ResultOf } from "../../gql/graphql.ts";
import type { Badge } from "../../workbench/pieces.ts";
import {
  LocalisationBrandsDocument,
  LocalisationDocument,
  LocalisationTasksDocument,
} from "./localisation.documents.ts";
import { noFilter, type TableFilter } from "./table/filter.ts";
import { type Overview, tasksOf } from "./table/standing.ts";

export type LocalisedBrand = ResultOf<typeof LocalisationBrandsDocument>["brands"][number];

/** The table of one brand. */
export interface Shown {
  readonly brands: readonly LocalisedBrand[];
  readonly brandId: string | null;
  /** Null until it has come. */
  readonly overview: Overview | null;
  readonly error: unknown;
}

const state = createStore<Shown>({ brands: [], brandId: null, overview: null, error: null });

let onScreen = 0;

/** The table is a megabyte: it is asked for when somebody looks at it, and followed while they do. */
export const shown: Readable<Shown> = {
  get: state.get,
  subscribe: (listener) => {
    onScreen += 1;
    if (onScreen === 1) void refreshOverview();
    const unlisten = state.subscribe(listener);
    return () => {
      onScreen -= 1;
      unlisten();
    };
  },
};

/** How much the viewer has to do, on the view's icon. */
export const taskBadge: Store<Badge | null> = createStore<Badge | null>(null);

/** What the table is narrowed to; the view beside it sets it too. */
export const tableFilter: Store<TableFilter> = createStore(noFilter);

const chosenBrand: Store<string> = createStored("localisation.brand", (stored) =>
  typeof stored === "string" ? stored : "",
);

/** What is needed of what may have changed. */
const refresh = (): Promise<void> => (onScreen > 0 ? refreshOverview() : refreshCount());

/** Keep the badge true, and the table with it, while somebody is there who works with it. `mine` says which brands they may change. */
export function watchOverview(mine: () => readonly string[]): Undo {
  void load(mine());
  const unwatch = refetchOnChange(changes, {
    concerns: ({ kind, brandId }) => kind === "template" && brandId === state.get().brandId,
    refetch: refresh,
    // One save touches many cells, and many people save: the table need not follow each within a blink.
    wait: [400, 1200],
  });
  const unlisten = words.subscribe(() => tellBadge(taskBadge.get()?.count ?? 0));
  return () => {
    unlisten();
    unwatch();
  };
}

/** Show another brand. */
export async function chooseBrand(brandId: string): Promise<void> {
  if (brandId === state.get().brandId) return;
  chosenBrand.set(brandId);
  tableFilter.set(noFilter);
  state.update((before) => ({ ...before, brandId, overview: null, error: null }));
  await refreshOverview();
}

export async function refreshOverview(): Promise<void> {
  const { brandId } = state.get();
  if (brandId === null) return;
  try {
    const { data } = await api().client.query({
      query: LocalisationDocument,
      variables: { brandId },
      fetchPolicy: "no-cache",
    });
    if (state.get().brandId !== brandId || !data) return;
    state.update((before) => ({ ...before, overview: data.localisation, error: null }));
  } catch (error) {
    state.update((before) => ({ ...before, error }));
  }
  const { overview } = state.get();
  if (overview) tellBadge(tasksOf(overview).filter(({ need }) => need !== "missing").length);
}

/** How much waits, while nobody looks at what. A count that fails is asked for again with the next change. */
async function refreshCount(): Promise<void> {
  const { brandId } = state.get();
  if (brandId === null) return;
  const { data } = await api()
    .client.query({ query: LocalisationTasksDocument, variables: { brandId }, fetchPolicy: "no-cache" })
    .catch(() => ({ data: undefined }));
  if (data && state.get().brandId === brandId && onScreen === 0) tellBadge(data.localisationTasks);
}

/** The brands the viewer works with, the one they chose last in front. */
async function load(mine: readonly string[]): Promise<void> {
  try {
    const { data } = await api().client.query({
      query: LocalisationBrandsDocument,
      fetchPolicy: "no-cache",
    });
    const brands = (data?.brands ?? []).filter(({ id }) => mine.includes(id));
    const chosen = brands.find(({ id }) => id === chosenBrand.get()) ?? brands[0];
    state.update((before) => ({ ...before, brands, brandId: chosen?.id ?? null, error: null }));
    await refresh();
  } catch (error) {
    state.update((before) => ({ ...before, error }));
  }
}

function tellBadge(count: number): void {
  taskBadge.set({ count, label: words.get().t(($) => $.localisation.tasks.count, { count }) });
}

/** Whether those who wrote a text may approve it in this brand. */
export const ownWordsAllowed = (brandId: string): boolean =>
  state.get().brands.find(({ id }) => id === brandId)?.settings.templateApproval === "anybody";
