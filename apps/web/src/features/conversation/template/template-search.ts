/** What is searched of a template. */
export interface Searched {
  readonly key: string;
  readonly title: string;
  readonly intent: string;
  readonly text: string;
}

/** Folded so that accents, capitals and widths do not matter. */
export function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** How well a template answers a query: 0 is not at all. Titles count more than keys, keys more than words inside. */
export function fit(template: Searched, query: string): number {
  const words = folded(query).split(/\s+/).filter(Boolean);
  const parts = [
    [folded(template.title), 8],
    [folded(template.key.replace(/[._-]/g, " ")), 4],
    [folded(template.intent.replace(/[._-]/g, " ")), 4],
    [folded(template.text), 1],
  ] as const;
  let total = 1;
  for (const word of words) {
    const best = Math.max(...parts.map(([text, weight]) => wordFit(text, word) * weight));
    if (best === 0) return 0;
    total += best;
  }
  return total;
}

/** Whole words before beginnings of words before what stands inside of them. */
function wordFit(text: string, word: string): number {
  const at = text.indexOf(word);
  if (at < 0) return 0;
  const begins = at === 0 || text[at - 1] === " " || text.includes(` ${word}`);
  const ends = new RegExp(`(?:^|\\s)${escaped(word)}(?:\\s|$)`, "u").test(text);
  return ends ? 4 : begins ? 3 : 1;
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Those that answer a query, the best first; without one, all in their own order. */
export function searchTemplates<T extends Searched>(templates: readonly T[], query: string): readonly T[] {
  if (query.trim() === "") return templates;
  return templates
    .map((template) => ({ template, fit: fit(template, query) }))
    .filter((one) => one.fit > 0)
    .sort((a, b) => b.fit - a.fit)
    .map(({ template }) => template);
}
