/** The languages of a country's public services: a number of that country is expected in them. */
const LANGUAGES: Readonly<Record<string, string>> = {
  US: "en es",
  GB: "en",
  IE: "en",
  AU: "en",
  NZ: "en",
  CA: "en fr",
  IN: "en hi",
  SG: "en zh",
  ZA: "en",
  PH: "en",
  NG: "en",
  DE: "de",
  AT: "de",
  CH: "de fr it",
  LI: "de",
  LU: "fr de",
  FR: "fr",
  BE: "nl fr de",
  NL: "nl",
  IT: "it",
  ES: "es",
  MX: "es",
  AR: "es",
  CL: "es",
  CO: "es",
  PE: "es",
  PT: "pt",
  BR: "pt",
  PL: "pl",
  TR: "tr",
  JP: "ja",
  CN: "zh",
  TW: "zh",
  HK: "zh en",
  KR: "ko",
  SE: "sv",
  NO: "no",
  DK: "da",
  FI: "fi sv",
  CZ: "cs",
  RO: "ro",
  BG: "bg",
  GR: "el",
  TH: "th",
  AE: "ar en",
  SA: "ar",
  EG: "ar",
  MA: "ar fr",
};

const lists = new Map(Object.entries(LANGUAGES).map(([country, tags]) => [country, tags.split(" ")]));

/** Whether people write in this language about a number of that country: unknown counts as neither. */
export function speaks(country: string, language: string): "yes" | "no" | "unknown" {
  const tags = lists.get(country);
  if (!tags || language === "") return "unknown";
  return tags.includes(language) ? "yes" : "no";
}

/** Where a brand that names no countries is taken to have customers. */
export const MAIN_COUNTRIES: readonly string[] =
  "US GB DE AT CH BR PT ES FR BE IT NL PL TR JP CN KR SE".split(" ");
const main = new Set(MAIN_COUNTRIES);
export const isMain = (country: string): boolean => main.has(country);
