import { contextOf, PRIOR, weighing } from "../evidence.ts";
import type { Hit } from "../identifier.ts";
import { isMain, speaks } from "../locale-of-country.ts";
import type { Chunk } from "../scan.ts";
import { isAlone, type Source, standsFree } from "../source.ts";
import { countryOf, type NationalKind } from "./kind.ts";
import { kindsOf, LONGEST_FORM } from "./kinds.ts";

/** A stretch in one of the known forms. */
interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly form: string;
}

/** National numbers of people and companies: by form, checksum, country, language and the words around. */
export function findNational(source: Source): readonly Hit[] {
  const hits: Hit[] = [];
  for (const chunk of source.chunks)
    for (let first = 0; first < chunk.length; first += 1) fromGroup(source, { chunk, first }, hits);
  return hits;
}

interface From {
  readonly chunk: Chunk;
  readonly first: number;
}

/** Try the stretches that begin with one group: a form is never longer than the longest known. */
function fromGroup(source: Source, { chunk, first }: From, hits: Hit[]): void {
  let form = "";
  const start = chunk[first]?.start ?? 0;
  for (let last = first; last < chunk.length; last += 1) {
    const group = chunk[last];
    if (!group) break;
    form += last === first ? group.form : group.separator + group.form;
    if (form.length > LONGEST_FORM) break;
    for (const kind of form.length < FEWEST ? [] : kindsOf(form)) {
      const hit = hitOf(source, kind, { start, end: group.end, form });
      if (hit) hits.push(hit);
    }
  }
}
const FEWEST = 7;

function hitOf(source: Source, kind: NationalKind, { start, end, form }: Candidate): Hit | undefined {
  const raw = source.text.slice(start, end);
  if (!standsFree(source.text, start, end) || isMixedCase(raw)) return undefined;
  const strength = kind.weigh(raw.replace(/[^A-Za-z0-9]/g, "").toUpperCase());
  if (strength === 0) return undefined;
  const alone = isAlone(source, start, end);
  const context = contextOf(source.reading.near(start, end), kind.topics);
  const parted = /[^A9]/.test(form);
  // A bare run of digits alone passes the check of some country's number far too often.
  if (kind.shy && context <= 0 && !(alone && (parted || form.includes("A")))) return undefined;
  const telling = parted && kind.telling === true;
  const { evidence, why } = weighing(PRIOR, [
    [strength, strength >= 1 ? "checksum" : "structure"],
    [telling ? 1 : parted ? 0.4 : 0, "format"],
    [context, "context-word"],
    [alone ? 0.5 : 0, "alone"],
    [countryWeight(source, kind, parted), "country"],
    [languageWeight(source, kind, form), "language"],
  ]);
  const certain = (strength >= 1 || telling) && evidence >= 1;
  return { start, end, entity: kind.entity, evidence, certain, why, fragile: true };
}

const isMixedCase = (raw: string): boolean => /[a-z]/.test(raw) && /[A-Z]/.test(raw);

function countryWeight({ countries }: Source, kind: NationalKind, parted: boolean): number {
  if (countries.size === 0) return isMain(countryOf(kind.entity)) ? 0.15 : -0.6;
  if (countries.has(countryOf(kind.entity))) return 0.2;
  return parted ? -0.6 : -1.3;
}

function languageWeight({ reading }: Source, kind: NationalKind, form: string): number {
  const speaking = speaks(countryOf(kind.entity), reading.language());
  if (speaking === "unknown") return 0;
  if (speaking === "yes") return 0.6;
  // People write English about numbers of any country, and a form with letters is rarely met by chance.
  return reading.language() === "en" || form.includes("A") ? -0.6 : -1.3;
}
