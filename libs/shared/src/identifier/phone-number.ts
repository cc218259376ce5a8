import {
  type CountryCode,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from "libphonenumber-js/max";
import { MAIN_COUNTRIES, speaks } from "./locale-of-country.ts";
import type { Source } from "./source.ts";

/** What phone metadata say of a candidate. */
export interface KnownNumber {
  readonly valid: boolean;
  readonly mobile: boolean;
  readonly tollFree: boolean;
  /** The country writes its numbers with a leading 0. */
  readonly trunk: boolean;
  /** The language of the text is one of the country's. */
  readonly spoken: boolean;
}

/** Countries whose numbers are written with a leading 0 at home: without it a number is hardly theirs. */
const TRUNK = new Set(
  "DE GB FR NL JP KR TR AT CH BE SE FI IE AU NZ ZA IN TH PH TW RO BG HR UA EG MA AE SA IL ID MY VN".split(
    " ",
  ),
);
const SERVICE = new Set(["TOLL_FREE", "PREMIUM_RATE", "SHARED_COST", "UAN"]);

/** Candidates met so far: while a text is typed the same numbers come again on each key. Emptied when full. */
const memo = new Map<string, KnownNumber | null>();
const MOST_KEPT = 1000;

/** Look a candidate up in the brand's countries, those that speak the language of the text first. */
export function numberOf(raw: string, { countries, countriesKey, reading }: Source): KnownNumber | undefined {
  const language = reading.language();
  const key = `${raw}|${language}|${countriesKey}`;
  let known = memo.get(key);
  if (known === undefined) {
    if (memo.size >= MOST_KEPT) memo.clear();
    known = lookUp(raw, countries.size > 0 ? [...countries] : MAIN_COUNTRIES, language) ?? null;
    memo.set(key, known);
  }
  return known ?? undefined;
}

function lookUp(raw: string, countries: readonly string[], language: string): KnownNumber | undefined {
  const abroad = raw.replace(/^00(?=[1-9])|^00 |^011[ -](?=[1-9])/, "+").replace(/^\(\+/, "+");
  if (abroad.startsWith("+")) return knownOf(parsePhoneNumberFromString(abroad), "", language);
  const speaking = countries.filter((country) => speaks(country, language) === "yes");
  let possible: KnownNumber | undefined;
  for (const country of [...speaking, ...countries.filter((one) => !speaking.includes(one))]) {
    if (!isSupportedCountry(country)) continue;
    const known = knownOf(parsePhoneNumberFromString(raw, country as CountryCode), country, language);
    if (known?.valid) return known;
    possible ??= known;
  }
  return possible;
}

function knownOf(
  number: PhoneNumber | undefined,
  country: string,
  language: string,
): KnownNumber | undefined {
  if (!number?.isPossible()) return undefined;
  const type = number.getType() ?? "";
  return {
    valid: number.isValid(),
    mobile: type === "MOBILE" || type === "FIXED_LINE_OR_MOBILE",
    tollFree: SERVICE.has(type),
    // Chinese landlines have it, mobiles do not.
    trunk: TRUNK.has(country) || (country === "CN" && type !== "MOBILE"),
    spoken: speaks(country, language) === "yes",
  };
}
