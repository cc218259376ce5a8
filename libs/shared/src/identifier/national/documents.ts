import { luhn, monotone } from "../checksum.ts";
import { TOPIC } from "../topic.ts";
import type { NationalKind } from "./kind.ts";

/** Every choice of one part from each list, joined. */
const combine = (...parts: readonly (readonly string[])[]): readonly string[] =>
  parts.reduce<readonly string[]>(
    (heads, tails) => heads.flatMap((head) => tails.map((tail) => head + tail)),
    [""],
  );

const runs = (sign: string, least: number, most: number): readonly string[] =>
  Array.from({ length: most - least + 1 }, (_, index) => sign.repeat(least + index));

const GERMAN_PLATES = ["-", " "].flatMap((mark) =>
  combine(runs("A", 1, 3), [mark], runs("A", 1, 2), [mark], runs("9", 1, 4), ["", "A"]),
);
const TURKISH_PLATES = combine(["99"], [" ", ""], runs("A", 1, 3), [" ", ""], runs("9", 2, 4));
const INDIAN_PLATES = combine(["AA99", "AA99 ", "AA9"], ["A", "AA", "AAA"], ["", " "], ["9999"]);

/** Area letters and years that are issued in Great Britain. */
const BRITISH =
  /^(?:[A-HJ-PR-Y]{2}(?:0[2-9]|[12]\d|5[1-9]|[67]\d)[A-HJ-PR-Z]{3}|[A-HJ-NPR-TV-Y]\d{3}[A-HJ-PR-Z]{3}|[A-HJ-PR-Z]{3}\d{3}[A-HJ-NPR-TV-Y])$/;

const structure =
  (weight: number, pattern: RegExp) =>
  (compact: string): number =>
    pattern.test(compact) ? weight : 0;

/** What people carry or drive. Their forms say little, so that all need a word near them, or stand alone. */
export const DOCUMENTS: readonly NationalKind[] = [
  {
    entity: "de-plate",
    forms: GERMAN_PLATES,
    topics: TOPIC.plate,
    weigh: structure(0.3, /^[A-Z]{2,5}\d{1,4}[EH]?$/),
    shy: true,
    capitals: true,
  },
  {
    entity: "gb-plate",
    forms: ["AA99 AAA", "AA99AAA", "AA99-AAA", "A999 AAA", "A999AAA", "AAA 999A", "AAA999A"],
    topics: TOPIC.plate,
    weigh: structure(0.6, BRITISH),
    shy: true,
    capitals: true,
  },
  {
    entity: "tr-plate",
    forms: TURKISH_PLATES,
    topics: TOPIC.plate,
    weigh: structure(0.5, /^(?:0[1-9]|[1-7]\d|8[01])[A-Z]+\d+$/),
    shy: true,
    capitals: true,
  },
  {
    entity: "in-plate",
    forms: [...INDIAN_PLATES, "AA9999", "AAA9999"],
    topics: TOPIC.plate,
    weigh: () => 0.3,
    shy: true,
    capitals: true,
  },
  {
    entity: "ng-plate",
    forms: ["AAA-999AA", "AAA 999AA", "AAA999AA"],
    topics: TOPIC.plate,
    weigh: () => 0.4,
    shy: true,
    capitals: true,
  },
  {
    entity: "fr-plate",
    forms: ["AA-999-AA", "AA 999 AA"],
    topics: TOPIC.plate,
    weigh: structure(0.4, /^[A-HJ-NP-TV-Z]{2}\d{3}[A-HJ-NP-TV-Z]{2}$/),
    shy: true,
    capitals: true,
  },
  {
    entity: "it-plate",
    forms: ["AA999AA", "AA 999 AA"],
    topics: TOPIC.plate,
    weigh: structure(0.3, /^[A-HJ-NPR-TV-Z]{2}\d{3}[A-HJ-NPR-TV-Z]{2}$/),
    shy: true,
    capitals: true,
  },
  {
    entity: "es-plate",
    forms: ["9999 AAA", "9999AAA", "9999-AAA"],
    topics: TOPIC.plate,
    weigh: structure(0.4, /^\d{4}[B-DF-HJ-NPR-TV-Z]{3}$/),
    shy: true,
    capitals: true,
  },
  {
    entity: "pt-plate",
    forms: ["AA-99-AA", "99-AA-99", "AA-99-99", "99-99-AA"],
    topics: TOPIC.plate,
    weigh: () => 0.4,
    shy: true,
    capitals: true,
  },
  {
    entity: "br-plate",
    forms: ["AAA9A99", "AAA-9999", "AAA9999"],
    topics: TOPIC.plate,
    weigh: () => 0.3,
    shy: true,
    capitals: true,
  },
  {
    entity: "nl-plate",
    forms: ["AA-999-A", "A-999-AA", "99-AAA-9", "9-AAA-99", "99-AA-AA", "AA-AA-99"],
    topics: TOPIC.plate,
    weigh: () => 0.4,
    shy: true,
    capitals: true,
  },
  {
    entity: "pl-plate",
    forms: combine(["AA", "AAA"], [" "], ["99999", "9999A", "999AA", "A999", "99AA", "9A99"]),
    topics: TOPIC.plate,
    weigh: () => 0.2,
    shy: true,
    capitals: true,
  },
  {
    entity: "gb-passport",
    forms: ["999999999", "AA9999999"],
    topics: TOPIC.passport,
    weigh: () => 0.2,
    shy: true,
  },
  { entity: "fr-passport", forms: ["99AA99999"], topics: TOPIC.passport, weigh: () => 0.6, shy: true },
  {
    entity: "it-passport",
    forms: ["AA9999999"],
    topics: TOPIC.passport | TOPIC.national,
    weigh: () => 0.2,
    shy: true,
  },
  {
    entity: "es-passport",
    forms: ["AAA999999", "AA999999"],
    topics: TOPIC.passport,
    weigh: () => 0.05,
    shy: true,
  },
  { entity: "br-passport", forms: ["AA999999"], topics: TOPIC.passport, weigh: () => 0.05, shy: true },
  {
    entity: "pt-passport",
    forms: ["A999999", "AA999999"],
    topics: TOPIC.passport,
    weigh: () => 0.05,
    shy: true,
  },
  {
    entity: "nl-passport",
    forms: ["AAXXXXXX9"],
    topics: TOPIC.passport | TOPIC.national,
    weigh: structure(0.3, /^[A-NP-Z]{2}[A-NP-Z\d]{6}\d$/),
    shy: true,
  },
  { entity: "pl-passport", forms: ["AA9999999"], topics: TOPIC.passport, weigh: () => 0.2, shy: true },
  {
    entity: "tr-passport",
    forms: ["A99999999"],
    topics: TOPIC.passport,
    weigh: structure(0.3, /^[SUTZ]/),
    shy: true,
  },
  {
    entity: "jp-passport",
    forms: ["AA9999999"],
    topics: TOPIC.passport,
    weigh: structure(0.3, /^[MT]/),
    shy: true,
  },
  {
    entity: "cn-passport",
    forms: ["A99999999", "AA9999999"],
    topics: TOPIC.passport,
    weigh: structure(0.3, /^[EDGSP]/),
    shy: true,
  },
  {
    entity: "kr-passport",
    forms: ["A999A9999", "A99999999"],
    topics: TOPIC.passport,
    weigh: structure(0.5, /^[MSRODG]/),
    shy: true,
  },
  {
    entity: "it-driver",
    forms: ["AA9999999A", "A9A99A999A"],
    topics: TOPIC.licence,
    weigh: () => 0.5,
    shy: true,
  },
  {
    entity: "de-driver",
    forms: ["AXX99999999", "AXX99999999X", "AA99999999X"],
    topics: TOPIC.licence,
    weigh: () => 0.3,
    shy: true,
  },
  {
    entity: "imei",
    forms: [
      "999999999999999",
      "99-999999-999999-9",
      "99 999999 999999 9",
      "999999-99-999999-9",
      "99999999-999999-99",
    ],
    topics: TOPIC.device,
    weigh: (digits) => (luhn(digits.slice(0, 15)) && !monotone(digits) ? 1 : digits.length === 16 ? 0.3 : 0),
    shy: true,
  },
];
