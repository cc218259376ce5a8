import { words } from "../../base/i18n.ts";

/** The day of a time, in full. A record says dates, not "yesterday". */
export function dayOf(at: string): string {
  return new Intl.DateTimeFormat(words.get().language, { dateStyle: "full" }).format(new Date(at));
}

/** To the second: two events of one minute have an order. */
export function clockTime(at: string): string {
  return new Intl.DateTimeFormat(words.get().language, { timeStyle: "medium" }).format(new Date(at));
}
