import { createStored } from "../../base/stored.ts";

/** Whether the narrowings are on screen. */
export const filtersOpen = createStored("inbox.filtersOpen", (stored) => stored === true);
