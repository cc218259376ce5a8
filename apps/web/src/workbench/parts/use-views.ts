import { useMemo } from "react";
import { useStore } from "../../base/store.ts";
import { useWorkbench } from "../context.ts";
import { useContributed } from "../contributions.ts";
import type { Place } from "../layout.ts";
import type { View } from "../pieces.ts";
import type { WorkbenchState } from "../state.ts";

/** The views of a place that may be shown now, in their order. */
export function useViews(place: Place): readonly View[] {
  const workbench = useWorkbench();
  const state = useStore(workbench.state);
  const views = useContributed(workbench.contributions, "views");
  return useMemo(() => viewsOf(views, state, place), [views, state, place]);
}

/** Those of some views that a place may show in a state, in their order. */
export function viewsOf(views: readonly View[], state: WorkbenchState, place: Place): readonly View[] {
  return views
    .filter((view) => view.place === place && (view.when?.(state) ?? true))
    .sort((a, b) => a.order - b.order);
}

/** The view a place shows: the one that was chosen, else the first there is. */
export function useShownView(place: Place): View | undefined {
  const workbench = useWorkbench();
  const views = useViews(place);
  const chosen = useStore(workbench.layout)[place].view;
  return views.find(({ id }) => id === chosen) ?? views[0];
}
