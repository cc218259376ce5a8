import { countrySpecs, isValidIBAN } from "ibantools";
import type { Hit } from "./identifier.ts";
import type { Chunk } from "./scan.ts";
import { type Source, standsFree } from "./source.ts";

const lengths = new Map(Object.entries(countrySpecs).map(([country, { chars }]) => [country, chars ?? 0]));
const SEPARATORS = new Set([" ", "-", "."]);
/** A wrong account number this long still keeps its parts from being read as cards or phones. */
const LONG_ENOUGH = 13;

/** Account numbers by country, length and both checksums; what only begins like one is claimed for nobody. */
export function findIbans({ text, chunks }: Source): readonly Hit[] {
  const hits: Hit[] = [];
  for (const chunk of chunks)
    for (let first = 0; first < chunk.length; first += 1) {
      const hit = beginsIban(chunk, first) ? ibanAt(text, chunk, first) : undefined;
      if (hit) hits.push(hit);
    }
  return hits;
}

function beginsIban(chunk: Chunk, first: number): boolean {
  const form = chunk[first]?.form ?? "";
  if (/[-./+]/.test(chunk[first]?.separator ?? "")) return false;
  const next = chunk[first + 1];
  return form.startsWith("AA99") || (form === "AA" && next?.form === "99" && next.separator === " ");
}

function ibanAt(text: string, chunk: Chunk, first: number): Hit | undefined {
  const start = chunk[first]?.start ?? 0;
  const length = lengths.get(text.slice(start, start + 2).toUpperCase()) ?? 0;
  if (length === 0) return undefined;
  let compact = "";
  let end = start;
  for (let index = first; index < chunk.length && compact.length < length; index += 1) {
    const group = chunk[index];
    if (!group || (index > first && !SEPARATORS.has(group.separator) && group.separator !== "/")) break;
    compact += text.slice(group.start, group.end);
    end = group.end;
  }
  const good =
    compact.length === length &&
    standsFree(text, start, end) &&
    isIban(compact) &&
    !text.slice(start, end).includes("/");
  if (good) return { start, end, entity: "iban", evidence: 3, certain: true, why: ["checksum"] };
  // Words after a code are no part of an account number.
  return compact.length >= LONG_ENOUGH && /^[A-Z]{2}\d\d[A-Z\d]*$/.test(compact)
    ? { start, end, entity: "", evidence: 3, certain: true, why: [] }
    : undefined;
}

/** Letters are all large or all small: a mixture is another kind of code. */
function isIban(compact: string): boolean {
  const upper = compact.toUpperCase();
  return (upper === compact || compact.toLowerCase() === compact) && isValidIBAN(upper);
}
