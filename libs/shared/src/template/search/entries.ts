import { parseMessage, patternsOf } from "../message.ts";
import type { StarterTemplate } from "../starter.ts";
import type { Block } from "../template.ts";
import { isUnspaced, plain, wordsIn } from "./grams.ts";
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

/**
 * A text as trigrams can be taken of it: plain words, each once. Where no blanks stand between words, pairs of signs
 * take their place, for a trigram would need a word of three.
 */
export function searchForm(text: string): string {
  const words = wordsIn(plain(text)).flatMap((word) => (isUnspaced(word) ? pairsIn(word) : [word]));
  return [...new Set(words)].join(" ");
}

function pairsIn(phrase: string): readonly string[] {
  const signs = [...phrase];
  return signs.length === 1 ? signs : signs.slice(1).map((sign, at) => `${signs[at]}${sign}`);
}
