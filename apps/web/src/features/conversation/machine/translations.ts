import { createStore } from "../../../base/store.ts";
import type { Offered } from "./offers.ts";

/** A customer's message in the member's language, by a machine. */
export interface Translation extends Offered {
  readonly language: string;
}

/** Translations this page has asked for, by message. They are forgotten with the page. */
export const translated = createStore<ReadonlyMap<string, Translation>>(new Map());

export function forgetTranslation(messageId: string): void {
  translated.update((all) => new Map([...all].filter(([id]) => id !== messageId)));
}
