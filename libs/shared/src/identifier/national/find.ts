import { contextOf, PRIOR, type Weighing, weighing } from "../evidence.ts";
import type { Stretch } from "../form.ts";
import type { Hit } from "../identifier.ts";
import { isMain, speaks } from "../locale-of-country.ts";
import { isAlone, type Source, standsFree } from "../source.ts";
import { countryOf, type NationalKind } from "./kind.ts";
import { kindsOf } from "./kinds.ts";

/** National numbers of people and companies: by form, checksum, country, language and the words around. */
export function findNational(source: Source, stretches: readonly Stretch[]): readonly Hit[] {
  const hits: Hit[] = [];
  for (const stretch of stretches)
    for (const kind of kindsOf(stretch.form)) {
      const hit = hitOf(source, kind, stretch);
      if (hit) hits.push(hit);
    }
  return hits;
}

function hitOf(source: Source, kind: NationalKind, stretch: Stretch): Hit | undefined {
  const { start, end, form } = stretch;
  const raw = source.text.slice(start, end);
  if (kind.shy && isElsewhere(source, kind)) return undefined;
  if (!standsFree(source.text, start, end) || isMixedCase(raw)) return undefined;
  const strength = kind.weigh(raw.replace(/[^A-Za-z0-9]/g, "").toUpperCase());
  if (strength === 0) return undefined;
  const context = contextOf(source.reading.near(start, end), kind.topics);
  const alone = isAlone(source, start, end);
  if (isMute(kind, raw, { context, alone })) return undefined;
  const telling = kind.telling === true && /[^A9]/.test(form);
  const { evidence, why } = weigh(source, { kind, form, strength, context, alone });
  const certain = (strength >= 1 || telling) && evidence >= 1;
  return { start, end, entity: kind.entity, evidence, certain, why, fragile: true };
}

/** Whether the kind asks for more than its form and check, and nothing around gives it. */
function isMute({ shy, capitals }: NationalKind, raw: string, { context, alone }: Surroundings): boolean {
  if (capitals && !alone && /[a-z]/.test(raw)) return true;
  // A bare run of digits alone passes the check of some country's number far too often.
  return shy === true && context <= 0 && !(alone && /\D/.test(raw));
}

interface Surroundings {
  readonly context: number;
  readonly alone: boolean;
}

interface Signs extends Surroundings {
  readonly kind: NationalKind;
  readonly form: string;
  readonly strength: number;
}

function weigh(source: Source, { kind, form, strength, context, alone }: Signs): Weighing {
  const parted = /[^A9]/.test(form);
  return weighing(PRIOR, [
    [strength, strength >= 1 ? "checksum" : "structure"],
    [parted ? (kind.telling ? 1 : 0.4) : 0, "format"],
    [context, "context-word"],
    [alone ? 0.5 : 0, "alone"],
    [countryWeight(source, kind, parted), "country"],
    [languageWeight(source, kind, form), "language"],
  ]);
}

const isMixedCase = (raw: string): boolean => /[a-z]/.test(raw) && /[A-Z]/.test(raw);

/** What only counts by the words near it does not count where the brand has no customers. */
const isElsewhere = ({ countries }: Source, kind: NationalKind): boolean =>
  countries.size > 0 && countryOf(kind.entity) !== "" && !countries.has(countryOf(kind.entity));

function countryWeight({ countries }: Source, kind: NationalKind, parted: boolean): number {
  if (countryOf(kind.entity) === "") return 0;
  if (countries.size === 0) return isMain(countryOf(kind.entity)) ? 0.15 : -0.6;
  if (countries.has(countryOf(kind.entity))) return 0.2 + 0.3 / countries.size;
  return parted ? -0.6 : -1.3;
}

function languageWeight({ reading }: Source, kind: NationalKind, form: string): number {
  const speaking = speaks(countryOf(kind.entity), reading.language());
  if (speaking === "unknown") return 0;
  if (speaking === "yes") return 0.6;
  // People write English about numbers of any country, and a form with letters is rarely met by chance.
  return !reading.sure() || reading.language() === "en" || form.includes("A") ? -0.6 : -1.3;
}
