import type { Store } from "../../../base/store.ts";
import { createStored } from "../../../base/stored.ts";

export const inspectorTabs = ["preview", "checks", "memory", "changes", "comments", "history"] as const;

export type InspectorTab = (typeof inspectorTabs)[number];

/** What stands beside the text. */
export const chosenTab: Store<InspectorTab> = createStored("localisation.inspector", (stored) => {
  const known = inspectorTabs.find((tab) => tab === stored);
  return known ?? "preview";
});
