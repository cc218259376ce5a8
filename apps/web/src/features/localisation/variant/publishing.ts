import { createStore, type Store } from "../../../base/store.ts";

/** The variant for which a time is being chosen; null for none. */
export const publishing: Store<string | null> = createStore<string | null>(null);
