import type { Store } from "../../../base/store.ts";
import { createStored } from "../../../base/stored.ts";

/** A decision to send in spite of a finding. */
export interface Override {
  /** A code of the brand's list. */
  readonly reasonCode: string;
  readonly text: string;
}

/** By the finding's id, which survives changes of the text elsewhere. */
export type Overrides = Readonly<Record<string, Override>>;

/** The decisions about one draft. They survive a reload as the text does. */
export function createOverrides(place: string): Store<Overrides> {
  return createStored(`overrides.${place}`, readOverrides);
}

export function readOverrides(stored: unknown): Overrides {
  if (typeof stored !== "object" || stored === null) return {};
  const entries = Object.entries(stored as Record<string, Partial<Override> | null>).flatMap(
    ([id, value]) => {
      const { reasonCode, text } = value ?? {};
      return typeof reasonCode === "string" && typeof text === "string"
        ? [[id, { reasonCode, text }] as const]
        : [];
    },
  );
  return Object.fromEntries(entries);
}
