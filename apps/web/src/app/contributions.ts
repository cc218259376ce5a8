import type { Contribution } from "../workbench/contribution.ts";

/** The product: one line for each feature. */
export const contributions: readonly Contribution[] = [];
