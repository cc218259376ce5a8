/** A source and what it became. */
export interface Pair {
  readonly source: string;
  readonly target: string;
}

/** A pair, and its sentences one by one where both sides have as many. */
export function sentencePairs(
  { source, target }: { readonly source: string; readonly target: string | null },
  locales: { readonly source: string; readonly target: string },
): readonly Pair[] {
  if (source.trim() === "" || target === null || target.trim() === "") return [];
  const [theirs, ours] = [sentencesIn(source, locales.source), sentencesIn(target, locales.target)];
  const whole = { source, target };
  if (theirs.length !== ours.length || theirs.length < 2) return [whole];
  return [whole, ...theirs.map((sentence, at) => ({ source: sentence, target: ours[at] ?? "" }))];
}

/** Sentences without their blanks. A placeholder holds no end of a sentence that a reader would see. */
function sentencesIn(text: string, locale: string): readonly string[] {
  const hidden = text.replace(/\{[^{}]*\}/g, (placeholder) => "\ufffc".repeat(placeholder.length));
  return [...new Intl.Segmenter(locale, { granularity: "sentence" }).segment(hidden)]
    .map(({ index, segment }) => text.slice(index, index + segment.length).trim())
    .filter((sentence) => sentence !== "");
}
