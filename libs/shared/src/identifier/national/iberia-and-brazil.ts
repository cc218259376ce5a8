import { digitAt, monotone, weighted } from "../checksum.ts";
import { written } from "../form.ts";
import { TOPIC } from "../topic.ts";
import type { NationalKind } from "./kind.ts";

const ID = TOPIC.national | TOPIC.tax;

/** Brazilian check digits: eleven minus the rest, 10 and 11 written as 0. */
const elevenLess = (sum: number): number => (sum % 11 < 2 ? 0 : 11 - (sum % 11));

const CPF = [10, 9, 8, 7, 6, 5, 4, 3, 2];
const CNPJ = [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];

function weighCpf(compact: string): number {
  const good =
    !monotone(compact) &&
    elevenLess(weighted(compact, CPF)) === digitAt(compact, 9) &&
    elevenLess(weighted(compact, [11, ...CPF])) === digitAt(compact, 10);
  return good ? 2 : 0;
}

/** Since July 2026 the first twelve places may be letters, each worth its ASCII code less 48. */
function weighCnpj(compact: string): number {
  const sum = (weights: readonly number[]): number =>
    weights.reduce((total, weight, index) => total + weight * (compact.charCodeAt(index) - 48), 0);
  const good =
    !monotone(compact) &&
    elevenLess(sum(CNPJ)) === digitAt(compact, 12) &&
    elevenLess(sum([6, ...CNPJ])) === digitAt(compact, 13);
  if (!good) return 0;
  return /[A-Z]/.test(compact) ? 1 : 2;
}

const CONTROL = "TRWAGMYFPDXBNJZSQVHLCKE";
const weighNif = (compact: string): number =>
  CONTROL[Number(compact.slice(0, 8)) % 23] === compact[8] && compact !== "00000000T" ? 1.8 : 0;

function weighNie(compact: string): number {
  const first = "XYZ".indexOf(compact[0] ?? "");
  return first >= 0 && CONTROL[Number(`${first}${compact.slice(1, 8)}`) % 23] === compact[8] ? 2.2 : 0;
}

/** Company and special tax numbers: the control is a digit, a letter, or by the first letter either. */
function weighCif(compact: string): number {
  const first = compact[0] ?? "";
  const last = compact[8] ?? "";
  if ("KLM".includes(first)) return CONTROL[Number(compact.slice(1, 8)) % 23] === last ? 1.8 : 0;
  if (!"ABCDEFGHJNPQRSUVW".includes(first)) return 0;
  const control = (10 - (luhnSum(compact.slice(1, 8)) % 10)) % 10;
  const asLetter = !"ABEH".includes(first) && last === "JABCDEFGHI"[control];
  const asDigit = !"PQRSNW".includes(first) && last === String(control);
  return asLetter || asDigit ? 1.2 : 0;
}

/** Luhn's sum of digits whose check digit is left out. */
function luhnSum(digits: string): number {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const twice = digitAt(digits, index) * (index % 2 === 0 ? 2 : 1);
    sum += twice > 9 ? twice - 9 : twice;
  }
  return sum;
}

/** Prefixes that are issued: persons 1 to 3 and 45, companies 5, state 6, sole traders 8, others 7x and 9x. */
const PT_PREFIX = /^(?:[123568]|45|7[0-24579]|9[0189])/;
const weighPtNif = (compact: string): number =>
  PT_PREFIX.test(compact) && elevenLess(weighted(compact, [9, 8, 7, 6, 5, 4, 3, 2])) === digitAt(compact, 8)
    ? 1.1
    : 0;

/** The citizen card: Luhn's sum over letters too, each worth 10 to 35. */
function weighCitizenCard(compact: string): number {
  if (!/[A-Z]/.test(compact)) return 0;
  let sum = 0;
  for (let index = 0; index < 12; index += 1) {
    const value = digitAt(compact, index);
    sum += index % 2 === 1 ? value : value * 2 - (value > 4 ? 9 : 0);
  }
  return sum % 10 === 0 ? 1.8 : 0;
}

/** Two digits that say the state follow the serial number on an electoral card. */
function weighVoter(compact: string): number {
  const state = Number(compact.slice(8, 10));
  const first = remainderOf(weighted(compact, [2, 3, 4, 5, 6, 7, 8, 9]));
  const second = remainderOf(digitAt(compact, 8) * 7 + digitAt(compact, 9) * 8 + digitAt(compact, 10) * 9);
  const good = state >= 1 && state <= 28 && first === digitAt(compact, 10) && second === digitAt(compact, 11);
  return good ? 2.4 : 0;
}
const remainderOf = (sum: number): number => (sum % 11) % 10;

/** PIS, PASEP and NIT share one number. */
const weighPis = (compact: string): number =>
  !monotone(compact) && elevenLess(weighted(compact, [3, 2, 9, 8, 7, 6, 5, 4, 3, 2])) === digitAt(compact, 10)
    ? 1
    : 0;

export const IBERIA_AND_BRAZIL: readonly NationalKind[] = [
  {
    entity: "br-cpf",
    forms: [
      ...written("999 999 999 99"),
      "999.999.999-99",
      "999999999-99",
      "999 999 999-99",
      "999.999.999/99",
    ],
    topics: ID,
    weigh: weighCpf,
    telling: true,
  },
  {
    entity: "br-cnpj",
    forms: [
      "XXXXXXXXXXXX99",
      "XX.XXX.XXX/XXXX-99",
      "XX XXX XXX XXXX 99",
      "XX.XXX.XXX-XXXX-99",
      "XXXXXXXX/XXXX-99",
    ],
    topics: ID | TOPIC.company,
    weigh: weighCnpj,
    telling: true,
  },
  { entity: "br-pis", forms: ["99999999999", "999.99999.99-9"], topics: ID, weigh: weighPis, shy: true },
  {
    entity: "br-voter",
    forms: written("9999 9999 9999"),
    topics: TOPIC.national,
    weigh: weighVoter,
    shy: true,
  },
  {
    entity: "es-nif",
    forms: [
      "99999999A",
      "99999999-A",
      "99999999 A",
      "99.999.999-A",
      "99.999.999 A",
      "99.999.999A",
      "99 999 999 A",
    ],
    topics: ID,
    weigh: weighNif,
  },
  {
    entity: "es-nie",
    forms: ["A9999999A", "A-9999999-A", "A9999999-A", "A 9999999 A", "A-9999999A"],
    topics: ID,
    weigh: weighNie,
  },
  {
    entity: "es-cif",
    forms: ["A9999999X", "A-9999999X", "A-99999999", "A-9999999-X"],
    topics: ID | TOPIC.company,
    weigh: weighCif,
  },
  { entity: "pt-nif", forms: written("999 999 999"), topics: ID, weigh: weighPtNif },
  {
    entity: "pt-cc",
    forms: [
      "999999999XX9",
      "99999999 9 XX9",
      "99999999-9-XX9",
      "99999999 9XX9",
      "999999999 XX9",
      "99999999-9XX9",
    ],
    topics: TOPIC.national,
    weigh: weighCitizenCard,
  },
  {
    entity: "pt-niss",
    forms: written("999 9999 9999"),
    topics: ID | TOPIC.health,
    weigh: (compact) =>
      /^[12]/.test(compact) &&
      9 - (weighted(compact, [29, 23, 19, 17, 13, 11, 7, 5, 3, 2]) % 10) === digitAt(compact, 10)
        ? 1.7
        : 0,
    shy: true,
  },
];
