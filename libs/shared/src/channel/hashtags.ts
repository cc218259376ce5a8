import { overlaps, type Span } from "../text/index.ts";
import { findLinks } from "./links.ts";

/** A word behind `#`, without the sign. */
export interface Hashtag extends Span {
  readonly tag: string;
}

/** Letters of all scripts and what words of some are joined with: Hebrew, Tibetan, Japanese and Catalan signs. */
const WORD =
  "[\\p{L}\\p{M}\\p{Nd}_\\u200c\\u200d\\u05be\\u05f3\\u05f4\\u0f0b\\u0f0c\\u00b7\\u3003\\u301c\\u309b\\u309c\\u30a0\\u30fb\\uff5e]";
const HASHTAG = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{Nd}_&])[#＃](?!\\ufe0f|\\u20e3)(?<tag>(?=[\\p{Nd}_]*[^\\p{Nd}_])${WORD}+)(?![#＃]|://)`,
  "gu",
);

/** Find the hashtags of a text, also behind a full-width sign. A fragment of a link and a number are none. */
export function findHashtags(text: string): Hashtag[] {
  if (!/[#＃]/.test(text)) return [];
  const tags = Array.from(text.matchAll(HASHTAG), ({ 0: written, index, groups }) => ({
    start: index,
    end: index + written.length,
    tag: groups?.tag ?? "",
  })).filter(({ tag }) => /\p{L}/u.test(tag));
  if (tags.length === 0) return tags;
  const links = findLinks(text);
  return tags.filter((tag) => !links.some((link) => overlaps(link, tag)));
}
