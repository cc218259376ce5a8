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
  const first = Map.groupBy(signs, ({ sign }) => sign.charAt(0));
  return { templates: { k: [0] }, read: (text) => signsIn(text, first) };
}

function signsIn(text: string, first: ReadonlyMap<string, readonly Sign[]>): Candidate[] {
  const found: Candidate[] = [];
  let depth = 0;
  let at = 0;
  while (at < text.length) {
    const character = text.charAt(at);
    depth = Math.max(0, depth + turn(character));
    const hit = first.get(character)?.find(({ sign }) => text.startsWith(sign, at));
    const end = at + (hit?.sign.length ?? 1);
    if (hit && hit.kind !== "") {
      found.push({ start: at, end, kind: hit.kind, quoted: depth > 0, slots: [hit.kind] });
    }
    at = end;
  }
  return found;
}

/** How a character changes the depth of quotation. */
function turn(character: string): number {
  if ("「『“".includes(character)) return 1;
  return "」』”".includes(character) ? -1 : 0;
}
