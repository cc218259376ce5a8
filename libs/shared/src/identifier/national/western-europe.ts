import { isDay, isDmy } from "../calendar.ts";
import { digitAt, luhn, monotone, remainder, weighted } from "../checksum.ts";
import { written } from "../form.ts";
import { TOPIC } from "../topic.ts";
import type { NationalKind } from "./kind.ts";

const ID = TOPIC.national | TOPIC.tax;

const NIR = /^[1-478]\d\d(?:0[1-9]|1[0-2]|[2-9]\d)(?:\d\d|2[AB])\d{8}$/;
/** Corsica's departments 2A and 2B count as 19 and 18. */
function weighNir(compact: string): number {
  if (!NIR.test(compact)) return 0;
  const digits = compact.replace("2A", "19").replace("2B", "18");
  return 97 - remainder(digits.slice(0, 13), 97) === Number(digits.slice(13)) ? 3 : 0;
}

/** Values of a character in an odd place, by its digit or its letter's place in the alphabet. */
const ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
/** Two people with the same code: digits, from the right, become these letters. */
const OMOCODIA = "LMNPQRSTUV";
const FISCAL = /^[A-Z]{6}[\dLMNP-V]{2}[ABCDEHLMPRST][\dLMNP-V]{2}[A-Z][\dLMNP-V]{3}[A-Z]$/;

function weighFiscalCode(compact: string): number {
  if (!FISCAL.test(compact)) return 0;
  const tens = compact[9] ?? "";
  const day = compact.slice(9, 11).replace(/[A-Z]/g, (letter) => String(OMOCODIA.indexOf(letter)));
  if (Number(day) % 40 < 1 || Number(day) % 40 > 31 || tens === "") return 0;
  let sum = 0;
  for (let index = 0; index < 15; index += 1) {
    const code = compact.charCodeAt(index);
    const place = code < 65 ? code - 48 : code - 65;
    sum += index % 2 === 0 ? (ODD[place] ?? 0) : place;
  }
  return compact.charCodeAt(15) - 65 === sum % 26 ? 4 : 0;
}

const weighBsn = (digits: string): number =>
  !monotone(digits) && weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0 ? 1.1 : 0;

/** Those born since 2000 have a 2 before their number when it is checked. */
function weighBelgian(digits: string): number {
  const month = Number(digits.slice(2, 4)) % 20;
  const day = Number(digits.slice(4, 6));
  const serial = digits.slice(0, 9);
  const key = Number(digits.slice(9));
  const born = month <= 12 && (day === 0 || isDay(month || 1, day)) && (month > 0 || day === 0);
  const young = Number(digits.slice(0, 2)) < 40;
  const good = 97 - remainder(serial, 97) === key || (young && 97 - remainder(`2${serial}`, 97) === key);
  return born && good && digits.slice(6, 9) !== "000" ? 2.2 : 0;
}

const weighPps = (compact: string): number => {
  const alphabet = "WABCDEFGHIJKLMNOPQRSTUV";
  const sum = weighted(compact, [8, 7, 6, 5, 4, 3, 2]);
  const second = compact.length > 8 ? "WABCDEFGHI".indexOf(compact[8] ?? "") : 0;
  const good = [sum, sum + 9 * Math.max(0, second)].some((total) => alphabet[total % 23] === compact[7]);
  return good && /[A-IW]?$/.test(compact) ? 1.8 : 0;
};

const weighNhs = (digits: string): number => {
  const check = 11 - (weighted(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11);
  return !monotone(digits) && check % 11 === digitAt(digits, 9) && check !== 10 ? 1.1 : 0;
};

const NINO = /^(?!BG|GB|NK|KN|TN|NT|ZZ)[ABCEGHJ-PRSTW-Z][ABCEGHJ-NPRSTW-Z]\d{6}[A-D]$/;
/** Decade, month (50 more for women), day, year of birth; initials; a 9 in place of a missing letter. */
const DRIVER =
  /^[A-Z]{1,5}9{0,4}\d(?:[05][1-9]|[16][0-2])(?:0[1-9]|[12]\d|3[01])\d(?:[A-Z]{2}|[A-Z]9|99)[A-Z0-9]{3}$/;

const weighUtr = (digits: string): number =>
  "21987654321"[weighted(digits.slice(1), [6, 7, 8, 9, 10, 5, 4, 3, 2]) % 11] === digits[0] ? 1 : 0;

/** Sixty is added to the day of a coordination number. */
function weighPersonnummer(compact: string): number {
  const digits = compact.replace(/\D/g, "").slice(-10);
  const day = Number(digits.slice(4, 6));
  const born = isDay(Number(digits.slice(2, 4)), day > 60 ? day - 60 : day);
  const century = compact.length < 12 || /^(?:18|19|20)/.test(compact);
  return born && century && luhn(digits) ? 2.2 : 0;
}

/** Forty is added to the month or the day of some numbers, 80 to the month of made-up ones. */
function weighNorwegian(digits: string): number {
  const day = Number(digits.slice(0, 2)) % 40;
  const month = Number(digits.slice(2, 4)) % 40;
  const first = (11 - (weighted(digits, [3, 7, 6, 1, 8, 9, 4, 5, 2]) % 11)) % 11;
  const second = (11 - (weighted(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
  return isDay(month, day) && first === digitAt(digits, 9) && second === digitAt(digits, 10) ? 3 : 0;
}

/** The check of a Danish number is not kept for all: without it the form has to speak. */
const weighCpr = (digits: string): number => {
  if (!isDmy(digits)) return 0;
  return weighted(digits, [4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0 ? 2.2 : 0;
};

const HETU = "0123456789ABCDEFHJKLMNPRSTUVWXY";
function weighHetu(compact: string): number {
  const serial = compact.slice(-4, -1);
  const good = HETU[Number(compact.slice(0, 6) + serial) % 31] === compact.at(-1);
  const century = compact.length === 10 || "ABCDEFUVWXY".includes(compact[6] ?? "");
  return good && century && Number(serial) > 1 && isDmy(compact) ? 3.5 : 0;
}

export const WESTERN_EUROPE: readonly NationalKind[] = [
  {
    entity: "fr-nir",
    forms: [
      ...written("9 99 99 9X 999 999 99"),
      "999999X99999999",
      "999999X999999 99",
      "9 99 99 9X 999 999 / 99",
    ],
    topics: ID | TOPIC.health,
    weigh: weighNir,
  },
  {
    entity: "fr-siren",
    forms: written("999 999 999"),
    topics: TOPIC.company,
    weigh: (d) => (luhn(d) && !monotone(d) ? 1 : 0),
    shy: true,
  },
  {
    entity: "fr-siret",
    forms: [...written("999 999 999 99999"), "999.999.99999999"],
    topics: TOPIC.company,
    weigh: (d) => (!monotone(d) && (luhn(d) || (d.startsWith("356000000") && digitSum(d) % 5 === 0)) ? 1 : 0),
    shy: true,
  },
  {
    entity: "it-codice-fiscale",
    forms: ["AAAAAAXXAXXAXXXA", "AAA AAA XXAXX AXXXA"],
    topics: ID,
    weigh: weighFiscalCode,
  },
  {
    entity: "it-partita-iva",
    forms: ["99999999999", "AA99999999999", "AA 99999999999"],
    topics: TOPIC.tax | TOPIC.company,
    weigh: (compact) => {
      const digits = compact.slice(-11);
      if (!luhn(digits) || digits.startsWith("0000000")) return 0;
      return compact.startsWith("IT") ? 3 : compact.length === 11 ? 1 : 0;
    },
    shy: true,
  },
  {
    entity: "nl-bsn",
    forms: [...written("9999 99 999"), ...written("999 999 999")],
    topics: ID | TOPIC.health,
    weigh: weighBsn,
  },
  {
    entity: "be-national",
    forms: [
      "99999999999",
      "99.99.99-999.99",
      "99 99 99 999 99",
      "999999-999-99",
      "999999 999 99",
      "99.99.99-999-99",
    ],
    topics: ID,
    weigh: weighBelgian,
    telling: true,
  },
  { entity: "ie-pps", forms: ["9999999A", "9999999AA"], topics: ID, weigh: weighPps },
  {
    entity: "gb-nhs",
    forms: written("999 999 9999"),
    topics: TOPIC.health | TOPIC.national,
    weigh: weighNhs,
  },
  {
    entity: "gb-nino",
    forms: [...written("AA 99 99 99 A"), "AA 999999 A", "AA999999 A", "AA 999999A"],
    topics: ID,
    weigh: (compact) => (NINO.test(compact) ? 2 : 0),
  },
  {
    entity: "gb-driver",
    forms: ["XXXXX999999XXXXX", "XXXXX 999999 XXXXX"],
    topics: TOPIC.licence,
    weigh: (compact) => (DRIVER.test(compact) ? 2.5 : 0),
  },
  { entity: "gb-utr", forms: ["9999999999", "99999 99999"], topics: TOPIC.tax, weigh: weighUtr, shy: true },
  {
    entity: "se-personnummer",
    forms: [
      "999999-9999",
      "999999+9999",
      "9999999999",
      "999999999999",
      "99999999-9999",
      "999999 9999",
      "99999999 9999",
    ],
    topics: ID,
    weigh: weighPersonnummer,
  },
  {
    entity: "se-organisation",
    forms: ["999999-9999", "9999999999"],
    topics: TOPIC.company,
    weigh: (d) => (digitAt(d, 2) > 1 && luhn(d) ? 1 : 0),
    shy: true,
  },
  {
    entity: "no-fnr",
    forms: [
      "99999999999",
      "999999 99999",
      "999999-99999",
      "999999999-99",
      ...written("99 99 99 99999", " -."),
      "99 99 99 999 99",
    ],
    topics: ID,
    weigh: weighNorwegian,
  },
  { entity: "dk-cpr", forms: ["999999-9999", "9999999999", "999999 9999"], topics: ID, weigh: weighCpr },
  { entity: "fi-hetu", forms: ["999999-999X", "999999+999X", "999999A999X"], topics: ID, weigh: weighHetu },
  {
    entity: "nl-vat",
    forms: ["AA999999999A99", "999999999A99"],
    topics: TOPIC.tax | TOPIC.company,
    weigh: (compact) => {
      const core = compact.slice(-12);
      const known = compact.length === 12 || compact.startsWith("NL");
      const good = weighBsn(core.slice(0, 9)) > 0 || remainder(`NL${core}`, 97) === 1;
      return known && core[9] === "B" && good ? 2.5 : 0;
    },
  },
];

function digitSum(digits: string): number {
  return weighted(digits, new Array<number>(digits.length).fill(1));
}
