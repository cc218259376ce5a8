import { stdnum } from "stdnum";
import { expect, test } from "vitest";
import { chance } from "../test/chance.ts";
import { NATIONAL } from "./kinds.ts";

const weigh = (entity: string, compact: string): number =>
  Math.max(0, ...NATIONAL.filter((kind) => kind.entity === entity).map((kind) => kind.weigh(compact)));

/** The other opinion: a validator of a package that knows nothing of ours. */
const other = (path: string, number: string): boolean => {
  const [country = "", name = ""] = path.split(".");
  const validator = (
    stdnum as Record<string, Record<string, { validate: (text: string) => { isValid: boolean } }>>
  )[country]?.[name];
  if (!validator) throw new Error(`stdnum has no ${path}`);
  return validator.validate(number).isValid;
};

const DIGITS = [..."0123456789"];
const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const pairs = DIGITS.flatMap((a) => DIGITS.map((b) => a + b));

interface Case {
  readonly entity: string;
  readonly path: string;
  /** Everything but the check, made by chance. */
  readonly body: (random: (most: number) => number) => string;
  readonly endings: readonly string[];
  /** Where the other one is known to be too strict or too loose. */
  readonly unless?: (number: string) => boolean;
  /** How the other one wants it written. */
  readonly written?: (number: string) => string;
}

const two = (value: number): string => String(value).padStart(2, "0");
const digits =
  (count: number) =>
  (random: (most: number) => number): string =>
    Array.from({ length: count }, () => random(10)).join("");
const letters =
  (count: number) =>
  (random: (most: number) => number): string =>
    Array.from({ length: count }, () => LETTERS[random(26)]).join("");
const date = (random: (most: number) => number): readonly [string, string, string] => [
  String(1950 + random(49)),
  two(1 + random(12)),
  two(1 + random(28)),
];
const ymd = (random: (most: number) => number): string => date(random).join("").slice(2);
const dmy = (random: (most: number) => number): string => {
  const [year, month, day] = date(random);
  return day + month + year.slice(2);
};
type Maker = (random: (most: number) => number) => string;
const join =
  (...makers: readonly (Maker | string)[]): Maker =>
  (random) =>
    makers.map((maker) => (typeof maker === "string" ? maker : maker(random))).join("");

const cases: readonly Case[] = [
  { entity: "br-cpf", path: "BR.cpf", body: digits(9), endings: pairs },
  { entity: "br-cnpj", path: "BR.cnpj", body: join(digits(8), "0001"), endings: pairs },
  {
    entity: "de-steuer-id",
    path: "DE.idnr",
    body: join("8", digits(9)),
    endings: DIGITS,
    unless: (number) => !repeatsOnce(number),
  },
  { entity: "pt-nif", path: "PT.nif", body: join("2", digits(7)), endings: DIGITS },
  { entity: "pt-cc", path: "PT.cc", body: join(digits(9), letters(2)), endings: DIGITS },
  { entity: "es-nif", path: "ES.dni", body: digits(8), endings: LETTERS },
  { entity: "es-nie", path: "ES.nie", body: join("Y", digits(7)), endings: LETTERS },
  { entity: "es-cif", path: "ES.cif", body: join("B", digits(7)), endings: DIGITS },
  {
    entity: "fr-nir",
    path: "FR.nir",
    body: join("1", (random) => ymd(random).slice(0, 4), "75", digits(6)),
    endings: pairs,
  },
  { entity: "fr-siren", path: "FR.siren", body: digits(8), endings: DIGITS },
  {
    entity: "it-codice-fiscale",
    path: "IT.codicefiscale",
    body: join("RSSMRA", "80A01", "F205"),
    endings: LETTERS,
  },
  { entity: "it-partita-iva", path: "IT.iva", body: join("0", digits(6), "015"), endings: DIGITS },
  { entity: "nl-bsn", path: "NL.bsn", body: join("1", digits(7)), endings: DIGITS },
  { entity: "be-national", path: "BE.nn", body: join(ymd, "123"), endings: pairs },
  { entity: "pl-pesel", path: "PL.pesel", body: join(ymd, digits(4)), endings: DIGITS },
  { entity: "pl-nip", path: "PL.nip", body: join("5", digits(8)), endings: DIGITS },
  { entity: "pl-regon", path: "PL.regon", body: digits(8), endings: DIGITS },
  { entity: "tr-kimlik", path: "TR.tckimlik", body: join("1", digits(8)), endings: pairs },
  { entity: "gb-utr", path: "GB.utr", body: digits(9), endings: DIGITS },
  {
    entity: "cn-resident",
    path: "CN.ric",
    body: join("110101", (random) => date(random).join(""), digits(3)),
    endings: [...DIGITS, "X"],
  },
  { entity: "jp-company", path: "JP.cn", body: digits(12), endings: DIGITS },
  { entity: "kr-rrn", path: "KR.rrn", body: join(ymd, "1", "00", digits(3)), endings: DIGITS },
  { entity: "kr-company", path: "KR.brn", body: join("12345", digits(4)), endings: DIGITS },
  {
    entity: "se-personnummer",
    path: "SE.personnummer",
    body: join(ymd, digits(3)),
    endings: DIGITS,
    written: (number) => `${number.slice(0, 6)}-${number.slice(6)}`,
  },
  { entity: "no-fnr", path: "NO.fodselsnummer", body: join(dmy, "1", digits(2)), endings: pairs },
  {
    entity: "fi-hetu",
    path: "FI.hetu",
    body: join(dmy, "1", digits(2)),
    endings: [...DIGITS, ..."ABCDEFHJKLMNPRSTUVWXY"],
    written: (number) => `${number.slice(0, 6)}-${number.slice(6)}`,
  },
  {
    entity: "at-svnr",
    path: "AT.vnr",
    body: (random) => `123${random(10)}`,
    endings: ["010180", "311299", "150665", "281174"],
  },
  { entity: "ch-ahv", path: "CH.ssn", body: join("756", digits(9)), endings: DIGITS },
  { entity: "cz-birth", path: "CZ.rc", body: join(ymd, digits(3)), endings: DIGITS },
  { entity: "ro-cnp", path: "RO.cnp", body: join("1", ymd, "12", digits(3)), endings: DIGITS },
  { entity: "bg-egn", path: "BG.egn", body: join(ymd, digits(3)), endings: DIGITS },
  { entity: "gr-amka", path: "GR.amka", body: join(dmy, digits(4)), endings: DIGITS },
  { entity: "ie-pps", path: "IE.pps", body: digits(7), endings: LETTERS.slice(0, 23) },
  { entity: "ca-sin", path: "CA.sin", body: join("1", digits(7)), endings: DIGITS },
  { entity: "mx-curp", path: "MX.curp", body: join("GOMC", ymd, "HDFRRL", "0"), endings: DIGITS },
  { entity: "ar-cuit", path: "AR.cuit", body: join("20", digits(8)), endings: DIGITS },
  { entity: "cl-rut", path: "CL.rut", body: join("1", digits(7)), endings: [...DIGITS, "K"] },
  { entity: "co-nit", path: "CO.nit", body: join("8", digits(8)), endings: DIGITS },
  { entity: "in-aadhaar", path: "IN.aadhaar", body: join("4", digits(10)), endings: DIGITS },
  { entity: "th-citizen", path: "TH.idnr", body: join("110", digits(9)), endings: DIGITS },
  { entity: "tw-id", path: "TW.natid", body: join("A1", digits(7)), endings: DIGITS },
  { entity: "za-id", path: "ZA.idnr", body: join(ymd, digits(4), "08"), endings: DIGITS },
  { entity: "au-tfn", path: "AU.tfn", body: join("4", digits(7)), endings: DIGITS },
  { entity: "au-acn", path: "AU.acn", body: digits(8), endings: DIGITS },
  { entity: "au-abn", path: "AU.abn", body: join("5", digits(8)), endings: pairs },
];

/** The other one does not know that a tax number repeats one digit and no other. */
const repeatsOnce = (number: string): boolean => {
  const counts = DIGITS.map((digit) => number.slice(0, 10).split(digit).length - 1).filter(
    (count) => count > 1,
  );
  return counts.length === 1 && (counts[0] ?? 0) < 4;
};
/** Numbers made by chance, with every ending. */
function numbersOf({ body, endings }: Case): readonly string[] {
  const random = chance(1);
  const rounds = endings.length > 40 ? 10 : 40;
  return Array.from({ length: rounds }, () => body(random)).flatMap((start) =>
    endings.map((ending) => start + ending),
  );
}

test.each(cases)(
  "our check of $entity agrees with another on each ending of numbers made by chance",
  (one) => {
    const { entity, path, unless, written = (number: string) => number } = one;
    const numbers = numbersOf(one);
    const valid = numbers.filter((number) => weigh(entity, number) > 0);
    const disputed = numbers.filter(
      (number) => weigh(entity, number) > 0 !== other(path, written(number)) && !unless?.(number),
    );
    expect([disputed.slice(0, 5), valid.length > 0]).toEqual([[], true]);
  },
);
