import { parseMessage, patternsOf } from "../message.ts";
import type { StarterTemplate } from "../starter.ts";
import type { Block } from "../template.ts";
import type { SearchEntry } from "./search-index.ts";

/** What search reads of a block: its first form without placeholders. */
export function searchText(blocks: readonly Block[]): string {
  const texts = blocks.flatMap((block) => (block.kind === "own" ? [parseMessage(block.text).message] : []));
  return texts
    .flatMap((message) => (message ? patternsOf(message).slice(0, 1) : []))
    .flatMap(({ pattern }) => pattern.filter((part) => typeof part === "string"))
    .join(" ");
}

/** A starter template as search reads it: its words and the text of its first variant. */
export const searchEntry = ({ key, locale, title, keywords, variants }: StarterTemplate): SearchEntry => ({
  template: key,
  locale,
  title,
  keywords,
  text: searchText(variants[0]?.blocks ?? []),
});
