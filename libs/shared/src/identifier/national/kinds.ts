import { AMERICAS } from "./americas.ts";
import { ASIA_PACIFIC_AND_AFRICA } from "./asia-pacific-and-africa.ts";
import { CENTRAL_EUROPE } from "./central-europe.ts";
import { DOCUMENTS } from "./documents.ts";
import { IBERIA_AND_BRAZIL } from "./iberia-and-brazil.ts";
import type { NationalKind } from "./kind.ts";
import { WESTERN_EUROPE } from "./western-europe.ts";

export const NATIONAL: readonly NationalKind[] = [
  ...IBERIA_AND_BRAZIL,
  ...WESTERN_EUROPE,
  ...CENTRAL_EUROPE,
  ...ASIA_PACIFIC_AND_AFRICA,
  ...AMERICAS,
  ...DOCUMENTS,
];

interface Loose {
  readonly form: string;
  readonly kind: NationalKind;
}

/** Forms with at most this many free places are listed one by one. */
const FEW = 4;
const exact = new Map<string, Set<NationalKind>>();
const loose = new Map<number, Loose[]>();
for (const kind of NATIONAL) for (const form of kind.forms) enter(kind, form);

function enter(kind: NationalKind, form: string): void {
  // All places free may also be all digits, which is looked up like any number.
  const listed = form.split("X").length - 1 > FEW ? [form.replaceAll("X", "9")] : choices(form);
  for (const one of listed) exact.set(one, (exact.get(one) ?? new Set()).add(kind));
  if (listed.length === 1 && listed[0] !== form)
    loose.set(form.length, [...(loose.get(form.length) ?? []), { form, kind }]);
}

function choices(form: string): readonly string[] {
  const at = form.indexOf("X");
  if (at < 0) return [form];
  return ["9", "A"].flatMap((character) => choices(form.slice(0, at) + character + form.slice(at + 1)));
}

/** The kinds of number that are written in this form. */
export function kindsOf(form: string): readonly NationalKind[] {
  const known = exact.get(form);
  const open = form.includes("A") ? (loose.get(form.length) ?? []).filter((one) => fits(form, one.form)) : [];
  return [...(known ?? []), ...open.map(({ kind }) => kind)];
}

function fits(form: string, pattern: string): boolean {
  for (let index = 0; index < pattern.length; index += 1) {
    const wanted = pattern[index];
    const is = form[index];
    if (wanted === "X" ? is !== "9" && is !== "A" : is !== wanted) return false;
  }
  return true;
}
