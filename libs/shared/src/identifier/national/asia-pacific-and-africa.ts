import { isLongYmd, isYmd } from "../calendar.ts";
import { digitAt, luhn, monotone, verhoeff, weighted } from "../checksum.ts";
import { written } from "../form.ts";
import { TOPIC } from "../topic.ts";
import type { NationalKind } from "./kind.ts";

const ID = TOPIC.national | TOPIC.tax;

/** The first two digits of a resident's number: the province. */
const PROVINCE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/;
const weighResident = (compact: string): number => {
  if (!PROVINCE.test(compact) || !isLongYmd(compact, 6)) return 0;
  const sum = weighted(compact, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]);
  return "10X98765432"[sum % 11] === compact[17] ? 4 : 0;
};

const weighMyNumber = (digits: string): number => {
  const rest = weighted(digits, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
  return !monotone(digits) && (rest < 2 ? 0 : 11 - rest) === digitAt(digits, 11) ? 1.1 : 0;
};

const weighJpCompany = (digits: string): number =>
  9 - (weighted(`0${digits.slice(1)}`, [0, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]) % 9) === digitAt(digits, 0)
    ? 0.95
    : 0;

const RRN = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];
/** Numbers given since October 2020 have no check digit; then date and sex have to do. */
function weighRrn(digits: string): number {
  const sex = digitAt(digits, 6);
  if (sex < 1 || sex > 8 || !isYmd(digits)) return 0;
  const check = ((sex > 4 ? 13 : 11) - (weighted(digits, RRN) % 11)) % 10;
  const plain = (11 - (weighted(digits, RRN) % 11)) % 10;
  const last = digitAt(digits, 12);
  return check === last || plain === last ? 2.3 : isUnchecked(digits) ? -0.5 : 0;
}
/** Only those born or registered since then may lack it: in practice children, and foreigners (sex 5 to 8). */
const isUnchecked = (digits: string): boolean =>
  /^(?:2[0-9]|3[0-9])/.test(digits) ? /^.{6}[34]/.test(digits) : /^.{6}[5-8]/.test(digits);

const weighKrCompany = (digits: string): number => {
  const sum =
    weighted(digits, [1, 3, 7, 1, 3, 7, 1, 3]) +
    Math.floor((digitAt(digits, 8) * 5) / 10) +
    digitAt(digits, 8) * 5;
  return (10 - (sum % 10)) % 10 === digitAt(digits, 9) ? 1 : 0;
};

const weighAadhaar = (digits: string): number =>
  /^[2-9]/.test(digits) && !monotone(digits) && verhoeff(digits) ? 1.1 : 0;

const PAN = /^[A-Z]{3}[ABCEFGHJLPT][A-Z]\d{4}[A-Z]$/;
const GSTIN = /^(?:0[1-9]|[12]\d|3[0-7])[A-Z]{5}\d{4}[A-Z][A-Z\d]Z[A-Z\d]$/;

const NRIC: Readonly<Record<string, readonly [number, string]>> = {
  S: [0, "JZIHGFEDCBA"],
  T: [4, "JZIHGFEDCBA"],
  F: [0, "XWUTRQPNMLK"],
  G: [4, "XWUTRQPNMLK"],
  M: [3, "KLJNPQRTUWX"],
};
function weighNric(compact: string): number {
  const [offset, letters] = NRIC[compact[0] ?? ""] ?? [0, ""];
  const rest = (offset + weighted(compact.slice(1), [2, 7, 6, 5, 4, 3, 2])) % 11;
  const place = compact[0] === "M" ? 10 - rest : rest;
  return letters[place] === compact[8] ? 2.5 : 0;
}

/** The office of a Thai number: digits two and three are the province. */
const TH_PROVINCE = /^[1-8](?:1\d|2[0-7]|3\d|4\d|5[0-8]|6[0-7]|7[0-7]|8[0-6]|9[0-6])/;
function weighThai(digits: string): number {
  const sum = weighted(digits, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]);
  return TH_PROVINCE.test(digits) && !monotone(digits) && (11 - (sum % 11)) % 10 === digitAt(digits, 12)
    ? 1.3
    : 0;
}

/** The letter of a Taiwanese number stands for two digits. */
const TAIWAN = "ABCDEFGHJKLMNPQRSTUVXYWZIO";
const weighTaiwanese = (compact: string): number => {
  const area = TAIWAN.indexOf(compact[0] ?? "") + 10;
  const sum =
    Math.floor(area / 10) + (area % 10) * 9 + weighted(compact.slice(1), [8, 7, 6, 5, 4, 3, 2, 1, 1]);
  return /^[A-Z][1289]/.test(compact) && sum % 10 === 0 ? 1.7 : 0;
};

/** Birth date, sex, citizenship (0 citizen, 1 resident, 2 refugee), a digit out of use, Luhn. */
const weighZa = (digits: string): number =>
  isYmd(digits) && /^.{10}[012]/.test(digits) && luhn(digits) ? 2.8 : 0;

const weighTrKimlik = (digits: string): number => {
  const odd =
    digitAt(digits, 0) + digitAt(digits, 2) + digitAt(digits, 4) + digitAt(digits, 6) + digitAt(digits, 8);
  const even = digitAt(digits, 1) + digitAt(digits, 3) + digitAt(digits, 5) + digitAt(digits, 7);
  const tenth = (((odd * 7 - even) % 10) + 10) % 10;
  const good = tenth === digitAt(digits, 9) && (odd + even + tenth) % 10 === digitAt(digits, 10);
  return digits[0] !== "0" && good ? 2 : 0;
};

const weighMedicare = (digits: string): number =>
  /^[2-6]/.test(digits) && weighted(digits, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 === digitAt(digits, 8) ? 1.3 : 0;

export const ASIA_PACIFIC_AND_AFRICA: readonly NationalKind[] = [
  {
    entity: "cn-resident",
    forms: ["99999999999999999X", "999999 99999999 999X", "999999-99999999-999X"],
    topics: ID,
    weigh: weighResident,
  },
  { entity: "jp-my-number", forms: written("9999 9999 9999", " -"), topics: ID, weigh: weighMyNumber },
  {
    entity: "jp-company",
    forms: ["9999999999999", "9-9999-9999-9999"],
    topics: TOPIC.company,
    weigh: weighJpCompany,
    shy: true,
  },
  {
    entity: "kr-rrn",
    forms: ["999999-9999999", "9999999999999", "999999 9999999"],
    topics: ID,
    weigh: weighRrn,
  },
  { entity: "kr-company", forms: ["999-99-99999"], topics: TOPIC.company, weigh: weighKrCompany },
  { entity: "in-aadhaar", forms: written("9999 9999 9999", " -:."), topics: ID, weigh: weighAadhaar },
  { entity: "in-pan", forms: ["AAAAA9999A"], topics: ID, weigh: (compact) => (PAN.test(compact) ? 2.5 : 0) },
  {
    entity: "in-gstin",
    forms: ["99AAAAA9999AXXX"],
    topics: TOPIC.tax,
    weigh: (compact) => (GSTIN.test(compact) ? 4 : 0),
  },
  { entity: "in-voter", forms: ["AAA9999999"], topics: TOPIC.national, weigh: () => 0.8, shy: true },
  { entity: "in-passport", forms: ["A9999999"], topics: TOPIC.passport, weigh: () => 0.4, shy: true },
  { entity: "sg-nric", forms: ["A9999999A"], topics: ID, weigh: weighNric },
  {
    entity: "th-citizen",
    forms: ["9999999999999", "9-9999-99999-99-9", "9 9999 99999 99 9"],
    topics: ID,
    weigh: weighThai,
  },
  { entity: "tw-id", forms: ["A999999999"], topics: ID, weigh: weighTaiwanese },
  {
    entity: "ph-tin",
    forms: ["999-999-999-999", "999999999999", "999-999-999"],
    topics: TOPIC.tax,
    weigh: () => 0.3,
    shy: true,
  },
  {
    entity: "tr-kimlik",
    forms: ["99999999999", "999 999 999 99", "999 9999 9999"],
    topics: ID,
    weigh: weighTrKimlik,
  },
  {
    entity: "za-id",
    forms: ["9999999999999", "999999 9999 999", "999999 9999 99 9"],
    topics: ID,
    weigh: weighZa,
  },
  { entity: "ng-nin", forms: ["99999999999"], topics: TOPIC.national, weigh: () => 0.2, shy: true },
  {
    entity: "au-tfn",
    forms: written("999 999 999"),
    topics: TOPIC.tax,
    weigh: (d) => (!monotone(d) && weighted(d, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0 ? 1.1 : 0),
  },
  {
    entity: "au-acn",
    forms: written("999 999 999"),
    topics: TOPIC.company,
    weigh: (d) => (!monotone(d) && weighted(d, [8, 7, 6, 5, 4, 3, 2, 1, 1]) % 10 === 0 ? 1 : 0),
  },
  {
    entity: "au-abn",
    forms: written("99 999 999 999"),
    topics: TOPIC.company | TOPIC.tax,
    weigh: (d) => ((weighted(d, [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) - 10) % 89 === 0 ? 1.9 : 0),
  },
  {
    entity: "au-medicare",
    forms: ["9999999999", "9999 99999 9", "99999999999", "9999 99999 9 9"],
    topics: TOPIC.health,
    weigh: weighMedicare,
  },
];
