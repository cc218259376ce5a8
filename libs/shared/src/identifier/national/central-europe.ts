import { isDmy, isYmd } from "../calendar.ts";
import { digitAt, luhn, mod1110, monotone, remainder, weighted } from "../checksum.ts";
import { written } from "../form.ts";
import { TOPIC } from "../topic.ts";
import type { NationalKind } from "./kind.ts";

const ID = TOPIC.national | TOPIC.tax;

/**
 * Among the first ten digits one stands two or three times and no other more than once. Numbers with ten different
 * digits were never issued but are the usual examples, so they count by their checksum alone.
 */
function weighSteuerId(digits: string): number {
  if (digits[0] === "0" || !mod1110(digits)) return 0;
  const counts = new Array<number>(10).fill(0);
  for (let index = 0; index < 10; index += 1) {
    const value = digitAt(digits, index);
    counts[value] = (counts[value] ?? 0) + 1;
  }
  const repeated = counts.filter((count) => count > 1);
  if (repeated.length === 0) return 0.8;
  return repeated.length === 1 && (repeated[0] ?? 0) < 4 ? 2.8 : 0;
}

const weighVatId = (compact: string): number => (mod1110(compact.slice(2)) ? 3 : 0);

/** The document alphabet has no vowels and none of the letters that look like digits. */
const DOCUMENT = /^[CFGHJKLMNPRTVWXYZ][CFGHJKLMNPRTVWXYZ0-9]{7}[0-9]$/;
/** Weights 7, 3, 1 as in machine-readable travel documents. */
const weighDocument = (compact: string): number =>
  DOCUMENT.test(compact) &&
  /\d{3}|\d.*\d.*\d/.test(compact) &&
  weighted(compact, [7, 3, 1, 7, 3, 1, 7, 3]) % 10 === digitAt(compact, 8)
    ? 1.4
    : 0;

/** The letter of the name counts as two digits. */
const lettersAsDigits = (compact: string): string =>
  compact.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 64).padStart(2, "0"));

const crossSum = (value: number): number => (value > 9 ? 1 + (value % 10) : value);

function crossWeighted(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + crossSum(weight * digitAt(digits, index)), 0);
}

function weighPension(compact: string): number {
  const digits = lettersAsDigits(compact);
  const day = Number(compact.slice(2, 4));
  const month = Number(compact.slice(4, 6));
  const born = day >= 1 && day <= 81 && month >= 1 && month <= 12;
  return born && crossWeighted(digits, [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1]) % 10 === digitAt(compact, 11)
    ? 2
    : 0;
}

const weighInsured = (compact: string): number =>
  crossWeighted(lettersAsDigits(compact), [1, 2, 1, 2, 1, 2, 1, 2, 1, 2]) % 10 === digitAt(compact, 9)
    ? 1.4
    : 0;

/** A doctor's number: six digits, their check digit and two of the specialty. */
function weighDoctor(digits: string): number {
  const sum = weighted(digits, [4, 9, 4, 9, 4, 9]);
  return (10 - (sum % 10)) % 10 === digitAt(digits, 6) && !monotone(digits) ? 0.9 : 0;
}

/** Thirteen digits begin with the land's number of the uniform federal scheme. */
const TAX_LANDS = /^(?:10|11|2[1-8]|3[012]|4[01]|5|9|0[1-9]|1[0-6])/;

/** Insurance numbers of Austria carry the check digit inside. */
const weighAustrian = (digits: string): number =>
  isDmy(digits, 4) &&
  (weighted(digits, [3, 7, 9]) + weighted(digits.slice(4), [5, 8, 4, 2, 1, 6])) % 11 === digitAt(digits, 3)
    ? 2.4
    : 0;

/** The check digit makes the sum, with weights 1 and 3, a multiple of ten, as in EAN-13. */
function weighAhv(digits: string): number {
  const sum = weighted(digits, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]);
  return digits.startsWith("756") && sum % 10 === 0 ? 3.6 : 0;
}

const CENTURY_MONTH: readonly number[] = [0, 20, 40, 60, 80];
const isOffsetYmd = (digits: string): boolean => {
  const month = Number(digits.slice(2, 4));
  const offset = CENTURY_MONTH.find((months) => month > months && month <= months + 12);
  return offset !== undefined && isYmd(`00${String(month - offset).padStart(2, "0")}${digits.slice(4, 6)}`);
};

const weighPesel = (digits: string): number =>
  isOffsetYmd(digits) && weighted(digits, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0 ? 1.8 : 0;

const weighRegon = (digits: string): number => {
  const nine = (weighted(digits, [8, 9, 2, 3, 4, 5, 6, 7]) % 11) % 10 === digitAt(digits, 8);
  const long = (weighted(digits, [2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8]) % 11) % 10 === digitAt(digits, 13);
  return nine && (digits.length === 9 || long) ? 1 : 0;
};

/** A Polish identity card: letters count 10 to 35, the check digit stands after them. */
const weighPolishCard = (compact: string): number =>
  weighted(compact, [7, 3, 1, 9, 7, 3, 1, 7, 3]) % 10 === 0 ? 1.4 : 0;

const weighCzech = (digits: string): number => {
  const month = Number(digits.slice(2, 4)) % 50;
  const born = isYmd(`00${String(month > 20 ? month - 20 : month).padStart(2, "0")}${digits.slice(4, 6)}`);
  // The tenth digit came in 1954.
  if (/^(?:4|5[0-3])/.test(digits)) return 0;
  // Until 1985 a rest of ten was written as 0.
  const rest = remainder(digits.slice(0, 9), 11) % 10;
  return born && (remainder(digits, 11) === 0 || rest === digitAt(digits, 9)) ? 2 : 0;
};

export const CENTRAL_EUROPE: readonly NationalKind[] = [
  {
    entity: "de-steuer-id",
    forms: [...written("99 999 999 999"), "99/999/999/999", "99 999999999"],
    topics: ID,
    weigh: weighSteuerId,
    telling: true,
  },
  {
    entity: "de-steuernummer",
    forms: [
      "999/999/99999",
      "99/999/99999",
      "999/9999/9999",
      "999 999 99999",
      "99999/99999",
      "999/999/9999 9",
    ],
    topics: TOPIC.tax,
    weigh: () => 1,
    telling: true,
  },
  {
    entity: "de-steuernummer",
    forms: ["9999999999999"],
    topics: TOPIC.tax,
    weigh: (digits) => (TAX_LANDS.test(digits) ? (digits[4] === "0" ? 1 : 0.3) : 0),
    shy: true,
  },
  {
    entity: "de-vat",
    forms: [...written("AA 999 999 999", " -."), "AA 999999999", "AA 999-999.999", "AA-999999999"],
    topics: TOPIC.tax | TOPIC.company,
    weigh: (compact) => (compact.startsWith("DE") ? weighVatId(compact) : 0),
  },
  {
    entity: "de-document",
    forms: ["AXXXXXXX9"],
    topics: TOPIC.national | TOPIC.passport,
    weigh: weighDocument,
  },
  {
    entity: "de-pension",
    forms: ["99999999A999", "99 999999 A 999", "99 999999 A999"],
    topics: TOPIC.national | TOPIC.health,
    weigh: weighPension,
  },
  { entity: "de-health", forms: ["A999999999", "A 999999999"], topics: TOPIC.health, weigh: weighInsured },
  { entity: "de-practice", forms: ["999999999"], topics: TOPIC.health, weigh: () => 0.2, shy: true },
  { entity: "de-doctor", forms: ["999999999"], topics: TOPIC.health, weigh: weighDoctor, shy: true },
  {
    entity: "at-svnr",
    forms: ["9999999999", "9999 999999", "9999-999999"],
    topics: ID | TOPIC.health,
    weigh: weighAustrian,
  },
  { entity: "ch-ahv", forms: written("999 9999 9999 99"), topics: ID | TOPIC.health, weigh: weighAhv },
  { entity: "pl-pesel", forms: ["99999999999", "999999 99999"], topics: ID, weigh: weighPesel },
  {
    entity: "pl-regon",
    forms: ["999999999", "99999999999999", "999-999-999"],
    topics: TOPIC.company,
    weigh: weighRegon,
    shy: true,
  },
  {
    entity: "pl-nip",
    forms: ["9999999999", "999-999-99-99", "999-99-99-999", "999 999 99 99"],
    topics: TOPIC.tax | TOPIC.company,
    weigh: (digits) =>
      !monotone(digits) && weighted(digits, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === digitAt(digits, 9) ? 1 : 0,
    shy: true,
  },
  {
    entity: "pl-id-card",
    forms: ["AAA999999", "AAA 999999"],
    topics: TOPIC.national,
    weigh: weighPolishCard,
  },
  { entity: "cz-birth", forms: ["999999/9999", "9999999999"], topics: ID, weigh: weighCzech },
  {
    entity: "ro-cnp",
    forms: ["9999999999999"],
    topics: ID,
    weigh: (digits) => {
      const rest = weighted(digits, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11;
      return digits[0] !== "0" && isYmd(digits, 1) && (rest === 10 ? 1 : rest) === digitAt(digits, 12)
        ? 2.4
        : 0;
    },
  },
  {
    entity: "bg-egn",
    forms: ["9999999999"],
    topics: ID,
    weigh: (digits) =>
      isOffsetYmd(digits) && (weighted(digits, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11) % 10 === digitAt(digits, 9)
        ? 2
        : 0,
  },
  {
    entity: "gr-amka",
    forms: ["99999999999"],
    topics: ID | TOPIC.health,
    weigh: (d) => (isDmy(d) && luhn(d) ? 2.4 : 0),
  },
];
