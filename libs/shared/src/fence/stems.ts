import { searchWords } from "../text/index.ts";

/** Words that begin alike are taken for forms of one word: endings change with case, number and person. */
const STEM = 5;
const stemOf = (word: string): string => word.slice(0, STEM);

/** The beginnings of a text's words; pairs of signs where nothing parts words. */
export const stemsIn = (text: string): ReadonlySet<string> => new Set(searchWords(text).map(stemOf));

/** How much of a text, by its letters, is in words that begin like known ones: 0 to 1. */
export function sharedWith(known: ReadonlySet<string>, text: string): number {
  let all = 0;
  let shared = 0;
  for (const word of searchWords(text)) {
    all += word.length;
    if (known.has(stemOf(word))) shared += word.length;
  }
  return all === 0 ? 1 : shared / all;
}
