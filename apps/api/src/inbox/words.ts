import { searchWords } from "@parley/shared/text";

/** A body's words as the text of a `tsvector`: they hold letters and digits only, so nothing needs quoting. */
export const wordsOf = (body: string): string => searchWords(body).join(" ");

/** What is typed into the search box as the text of a `tsquery`; null when there is no word in it. */
export function queryOf(typed: string): string | null {
  const words = searchWords(typed);
  return words.length === 0 ? null : words.map((word) => `${word}:*`).join(" & ");
}
