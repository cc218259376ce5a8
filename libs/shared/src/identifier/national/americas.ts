import { isYmd } from "../calendar.ts";
import { digitAt, luhn, monotone, weighted } from "../checksum.ts";
import { written } from "../form.ts";
import { TOPIC } from "../topic.ts";
import type { NationalKind } from "./kind.ts";

const ID = TOPIC.national | TOPIC.tax;

/** Numbers that were printed in advertisements and are void. */
const VOID_SSN = new Set(["078051120", "219099999", "123456789"]);
/** No check digit: only what was never issued can be told. */
const weighSsn = (digits: string): number =>
  /^(?!000|666|9)\d{3}(?!00)\d\d(?!0000)\d{4}$/.test(digits) && !monotone(digits) && !VOID_SSN.has(digits)
    ? 0.05
    : 0;
const weighItin = (digits: string): number =>
  /^9\d\d(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])\d{4}$/.test(digits) && !monotone(digits) ? 1.2 : 0;

/** Places of a Medicare number: digit, letter, either; letters leave out what looks like a digit. */
const MBI =
  /^[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d[AC-HJKMNP-RT-Y]{2}\d\d$/;

const weighRouting = (digits: string): number =>
  /^(?:0\d|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2]|80)/.test(digits) &&
  !monotone(digits) &&
  weighted(digits, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 === 0
    ? 1.3
    : 0;

/** Registered doctors: a letter for the kind, the first of the name or 9, six digits and their check. */
const weighDea = (compact: string): number => {
  const odd = digitAt(compact, 2) + digitAt(compact, 4) + digitAt(compact, 6);
  const even = digitAt(compact, 3) + digitAt(compact, 5) + digitAt(compact, 7);
  return (odd + 2 * even) % 10 === digitAt(compact, 8) ? 1.2 : 0;
};

/** Letters after N count one more, since the alphabet has an Ñ. */
const curpValue = (code: number): number => (code < 58 ? code - 48 : code - 55 + (code > 78 ? 1 : 0));
const CURP = /^[A-Z][AEIOUX][A-Z]{2}\d{6}[HMX][A-Z]{2}[B-DF-HJ-NP-TV-Z]{3}[A-Z\d]\d$/;
function weighCurp(compact: string): number {
  if (!CURP.test(compact) || !isYmd(compact, 4)) return 0;
  let sum = 0;
  for (let index = 0; index < 17; index += 1) sum += (18 - index) * curpValue(compact.charCodeAt(index));
  return (10 - (sum % 10)) % 10 === digitAt(compact, 17) ? 5 : 0;
}

/** The check digit of many real numbers is wrong, so the form and the date have to do. */
const weighRfc = (compact: string): number =>
  /^[A-Z]{3,4}\d{6}[A-Z\d]{2}[A\d]$/.test(compact) && isYmd(compact, compact.length - 9) ? 2.4 : 0;

const weighCuit = (digits: string): number => {
  const check = (11 - (weighted(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
  return /^(?:2[03457]|3[034])/.test(digits) && Math.min(check, 9) === digitAt(digits, 10) ? 2.2 : 0;
};

const weighRut = (compact: string): number => {
  let sum = 0;
  for (let place = 0; place < compact.length - 1; place += 1)
    sum += digitAt(compact, -2 - place) * (2 + (place % 6));
  return "0K987654321"[sum % 11] === compact.at(-1) ? 1.1 : 0;
};

const NIT = [3, 7, 13, 17, 19, 23, 29, 37, 41, 43, 47, 53, 59, 67, 71];
const weighNit = (digits: string): number => {
  let sum = 0;
  for (let place = 0; place < digits.length - 1; place += 1)
    sum += digitAt(digits, -2 - place) * (NIT[place] ?? 0);
  const rest = sum % 11;
  return (rest < 2 ? rest : 11 - rest) === digitAt(digits, -1) ? 1.1 : 0;
};

export const AMERICAS: readonly NationalKind[] = [
  { entity: "us-ssn", forms: written("999 99 9999"), topics: ID, weigh: weighSsn, telling: true },
  {
    entity: "us-itin",
    forms: [...written("999 99 9999"), "999-999999", "99999-9999"],
    topics: ID,
    weigh: weighItin,
    telling: true,
  },
  {
    entity: "us-ein",
    forms: ["99-9999999", "999999999"],
    topics: TOPIC.tax | TOPIC.company,
    weigh: () => 0.2,
    shy: true,
  },
  {
    entity: "us-npi",
    forms: ["9999999999"],
    topics: TOPIC.health,
    weigh: (digits) => (/^[12]/.test(digits) && luhn(`80840${digits}`) ? 1.6 : 0),
    shy: true,
  },
  {
    entity: "us-mbi",
    forms: ["9AX9AX9AA99", "9AX9-AX9-AA99", "9AX9 AX9 AA99"],
    topics: TOPIC.health,
    weigh: (compact) => (MBI.test(compact) ? 2.5 : 0),
  },
  {
    entity: "us-routing",
    forms: ["999999999", "9999-9999-9"],
    topics: TOPIC.bank,
    weigh: weighRouting,
    shy: true,
  },
  { entity: "us-dea", forms: ["AX9999999"], topics: TOPIC.health, weigh: weighDea },
  {
    entity: "us-passport",
    forms: ["A99999999", "999999999"],
    topics: TOPIC.passport,
    weigh: () => 0.3,
    shy: true,
  },
  {
    entity: "us-driver",
    forms: ["A99999999", "A9999999", "A999999999999", "99999999"],
    topics: TOPIC.licence,
    weigh: () => 0.3,
    shy: true,
  },
  {
    entity: "us-account",
    forms: [
      "99999999",
      "999999999",
      "9999999999",
      "99999999999",
      "999999999999",
      "9999999999999",
      "99999999999999",
    ],
    topics: TOPIC.bank,
    weigh: (digits) => (monotone(digits) ? 0 : 0.1),
    shy: true,
  },
  {
    entity: "ca-sin",
    forms: written("999 999 999"),
    topics: ID,
    weigh: (digits) => (/^[1-79]/.test(digits) && luhn(digits) && !monotone(digits) ? 1.1 : 0),
  },
  { entity: "mx-curp", forms: ["AAAA999999AAAAAAX9"], topics: ID, weigh: weighCurp },
  {
    entity: "mx-rfc",
    forms: ["AAAA999999XXX", "AAA999999XXX", "AAAA-999999-XXX", "AAA-999999-XXX", "AAAA 999999 XXX"],
    topics: ID,
    weigh: weighRfc,
  },
  {
    entity: "ar-cuit",
    forms: ["99999999999", "99-99999999-9", "99 99999999 9"],
    topics: ID,
    weigh: weighCuit,
    telling: true,
  },
  {
    entity: "ar-dni",
    forms: ["99.999.999", "99999999", "9.999.999"],
    topics: TOPIC.national,
    weigh: () => 0.2,
    shy: true,
  },
  {
    entity: "cl-rut",
    forms: ["99999999-X", "9999999-X", "99.999.999-X", "9.999.999-X"],
    topics: ID,
    weigh: weighRut,
    telling: true,
  },
  {
    entity: "co-nit",
    forms: ["999999999-9", "999.999.999-9", "999 999 999-9", "99999999-9", "99.999.999-9", "9999999999"],
    topics: ID,
    weigh: weighNit,
    telling: true,
  },
];
