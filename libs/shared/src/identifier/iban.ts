import { countrySpecs, isValidIBAN } from "ibantools";
import type { Hit } from "./identifier.ts";
import type { Chunk } from "./scan.ts";
import { type Source, standsFree } from "./source.ts";

const lengths = new Map(Object.entries(countrySpecs).map(([country, { chars }]) => [country, chars ?? 0]));
/** The slash is no separator of account numbers, but holds the parts of a wrong one together. */
const SEPARATORS = new Set([" ", "-", ".", "/"]);
const MOST_GROUPS = 20;
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
  const end = endOf(chunk, first, length);
  const raw = text.slice(start, end);
  const compact = raw.replace(/[^A-Za-z0-9]/g, "");
  const good =
    compact.length === length && standsFree(text, start, end) && isIban(compact) && !raw.includes("/");
  if (good && length > 0)
    return { start, end, entity: "iban", evidence: 3, certain: true, why: ["checksum"] };
  // Words after a code are no part of an account number.
  return compact.length >= LONG_ENOUGH && /^[A-Z]{2}\d\d[A-Z\d]*$/.test(compact)
    ? { start, end, entity: "", evidence: 3, certain: true, why: [] }
    : undefined;
}

/** Where the groups that make up the country's length end; nowhere for a country without account numbers. */
function endOf(chunk: Chunk, first: number, length: number): number {
  let end = chunk[first]?.start ?? 0;
  let count = 0;
  for (const group of chunk.slice(first, first + MOST_GROUPS)) {
    const apart = count > 0 && !SEPARATORS.has(group.separator);
    if (count >= length || apart) break;
    count += group.form.length;
    end = group.end;
  }
  return end;
}

/** Letters are all large or all small: a mixture is another kind of code. */
function isIban(compact: string): boolean {
  const upper = compact.toUpperCase();
  return (upper === compact || compact.toLowerCase() === compact) && isValidIBAN(upper);
}
