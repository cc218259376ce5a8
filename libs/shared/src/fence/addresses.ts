import { findLinks } from "../channel/index.ts";
import type { Span } from "../text/index.ts";

const SCHEMED = /(?:https?|ftp):\/\/[^\s<>"']+|\bwww\.[^\s<>"']+/giu;
/** A host without its scheme, known to the world or not; a capital after the dot is a new sentence. */
const HOST =
  /(?<![\p{L}\p{N}@._-])(?:[\p{L}\p{N}][\p{L}\p{N}-]+\.)+(?!\p{Lu}\p{Ll}|\p{N})[\p{L}-]{2,}(?::\d+)?(?:[/?#][^\s<>"']*)?/gu;

/** All that is an address of a page, or could be taken for one. Stricter than `findLinks`, which knows what readers' programs underline. */
export function linksIn(text: string): readonly Span[] {
  const found = [...text.matchAll(SCHEMED), ...text.matchAll(HOST)].map(({ 0: all, index }) => {
    const kept = all.replace(/[.,;:!?)\]}»”’]+$/u, "");
    return { start: index, end: index + kept.length };
  });
  return [...found, ...findLinks(text).filter(({ doubtful }) => !doubtful)];
}
