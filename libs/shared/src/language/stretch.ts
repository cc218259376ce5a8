import { type Span, sentences } from "../text/index.ts";
import type { Identified } from "./identify.ts";

/** A run of sentences in one language. Stretches cover the whole text. */
export interface Stretch extends Span, Identified {}

/** Join the sentences of a text that `identify` gives the same language; unsure ones go with their neighbour. */
export function stretchesOf(text: string, identify: (part: string) => Identified): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const { start, end } of sentences(text)) {
    const next = { start, end, ...identify(text.slice(start, end)) };
    const last = found.at(-1);
    const joined = last && join(last, next);
    if (joined) found[found.length - 1] = joined;
    else found.push(next);
  }
  return found;
}

/** Both as one, when they are in one language or one of them could be in any. */
function join(a: Stretch, b: Stretch): Stretch | undefined {
  const span = { start: a.start, end: b.end };
  if (a.reliable && b.reliable && !sameLanguage(a, b)) return undefined;
  if (a.reliable === b.reliable) return { ...stronger(a, b), ...span };
  return { ...(a.reliable ? a : b), ...span };
}

const stronger = (a: Stretch, b: Stretch): Stretch => {
  if (a.reliable && sameLanguage(a, b)) return a.tag.length >= b.tag.length ? a : b;
  return a.confidence >= b.confidence ? a : b;
};

/** `pt` and `pt-BR` are one language here; `pt-BR` and `pt-PT` are two. */
const sameLanguage = (a: Identified, b: Identified): boolean =>
  a.tag === b.tag || a.tag.startsWith(`${b.tag}-`) || b.tag.startsWith(`${a.tag}-`);
