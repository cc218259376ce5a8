import type { Candidate, Reader } from "./candidate.ts";
import type { Wordlist } from "./lexicon.ts";

interface Sign {
  readonly sign: string;
  readonly kind: string;
}

/** Reads languages without blanks by their signs alone: Chinese 您 and 你. The longest sign at a place counts. */
export function signReader({ classes, fixed = [] }: Wordlist): Reader {
  const signs: Sign[] = [
    ...Object.entries(classes).flatMap(([kind, words]) => words.map((sign) => ({ sign, kind }))),
    ...fixed.map((sign) => ({ sign, kind: "" })),
  ].sort((a, b) => b.sign.length - a.sign.length || (a.sign < b.sign ? -1 : 1));
  const first: Map<string, readonly Sign[]> = Map.groupBy(signs, ({ sign }) => sign.charAt(0));
  for (const mark of OPENING + CLOSING)
    first.set(mark, [{ sign: mark, kind: "" }, ...(first.get(mark) ?? [])]);
  return { templates: { k: [0] }, read: (text) => signsIn(text, first) };
}

const OPENING = "「『“";
const CLOSING = "」』”";

function signsIn(text: string, first: ReadonlyMap<string, readonly Sign[]>): Candidate[] {
  const found: Candidate[] = [];
  let depth = 0;
  let at = 0;
  while (at < text.length) {
    const hit = first.get(text.charAt(at))?.find(({ sign }) => text.startsWith(sign, at));
    const end = at + (hit?.sign.length ?? 1);
    if (hit?.kind === "") depth = Math.max(0, depth + turn(hit.sign));
    else if (hit) found.push({ start: at, end, kind: hit.kind, quoted: depth > 0, slots: [hit.kind] });
    at = end;
  }
  return found;
}

/** How a sign changes the depth of quotation. */
function turn(sign: string): number {
  if (OPENING.includes(sign)) return 1;
  return CLOSING.includes(sign) ? -1 : 0;
}
