import type { Span } from "../../text/index.ts";
import type { RawHit } from "../hit.ts";
import { kind, LEXICON } from "../kind.ts";
import type { Scene } from "../scene.ts";
import type { PlacedUnit } from "../unit.ts";
import { openTerms } from "./terms.ts";

interface LimitOptions {
  readonly max: number;
  readonly lexicon?: string;
  readonly characters?: string;
}

/** At most so many of something in a draft: terms of a lexicon, or any of some characters. */
export const limitKind = kind<LimitOptions>({
  options: {
    max: { type: "integer", minimum: 0, maximum: 1000 },
    lexicon: LEXICON,
    characters: {
      type: "string",
      minLength: 1,
      maxLength: 20,
      description: "Each of these characters counts",
    },
  },
  required: ["max"],
  make: ({ max, lexicon, characters }) => ({
    scope: "draft",
    find: ({ units }, scene) => {
      const spans = units.flatMap((placed) => countedSpans(placed, scene, { lexicon, characters }));
      return spans.length > max
        ? spans.slice(max).map((span) => overLimit(span, { used: spans.length, max }))
        : [];
    },
  }),
});

const overLimit = ({ start, end }: Span, { used, max }: { used: number; max: number }): RawHit => ({
  start,
  end,
  score: 1,
  why: ["count"],
  args: { used: String(used), max: String(max) },
});

function countedSpans(
  { unit, start }: PlacedUnit,
  scene: Scene,
  { lexicon, characters }: { readonly lexicon: string | undefined; readonly characters: string | undefined },
): readonly Span[] {
  const found: Span[] = lexicon === undefined ? [] : [...openTerms(unit, scene, lexicon)];
  if (characters !== undefined)
    for (let at = 0; at < unit.text.length; at += 1)
      if (characters.includes(unit.text.charAt(at))) found.push({ start: at, end: at + 1 });
  return found
    .sort((a, b) => a.start - b.start)
    .map((span) => ({ start: span.start + start, end: span.end + start }));
}
