/** Codes that stand for countries in paths, subdomains and domains, by the languages spoken to customers there. */
const COUNTRIES: Readonly<Record<string, string>> = {
  ae: "ar en",
  ar: "es",
  at: "de",
  au: "en",
  be: "nl fr de",
  bg: "bg",
  br: "pt-BR",
  ca: "en fr",
  ch: "de fr it",
  cl: "es",
  cn: "zh-CN",
  cz: "cs",
  de: "de",
  dk: "da",
  ee: "et",
  eg: "ar",
  es: "es",
  fi: "fi sv",
  fr: "fr",
  gb: "en",
  gr: "el",
  hk: "zh-TW en",
  hr: "hr",
  hu: "hu",
  ie: "en",
  il: "he",
  it: "it",
  jp: "ja",
  kr: "ko",
  lt: "lt",
  lu: "fr de",
  lv: "lv",
  ma: "ar fr",
  mx: "es",
  nl: "nl",
  no: "nb",
  nz: "en",
  pe: "es",
  pl: "pl",
  pt: "pt-PT",
  ro: "ro",
  rs: "sr",
  ru: "ru",
  sa: "ar",
  se: "sv",
  sg: "en zh-CN",
  si: "sl",
  sk: "sk",
  tr: "tr",
  tw: "zh-TW",
  ua: "uk",
  uk: "en",
  us: "en es",
  za: "en",
};

/** Languages as paths and subdomains name them. `pt` and `zh` alone leave open which. */
const LANGUAGES = new Set(
  "ar bg ca cs da de el en es et eu fi fr gl he hi hr hu it ja ko lt lv nb nl nn no pl pt ro ru sk sl sr sv th tr uk vi zh".split(
    " ",
  ),
);

/** The languages that one word of an address may stand for; none when it is no code. A code of both stands for both. */
export function languagesOf(word: string): readonly string[] {
  const code = word.toLowerCase();
  const country = COUNTRIES[code]?.split(" ") ?? [];
  return LANGUAGES.has(code) ? [code, ...(code === "no" ? ["nb"] : country)] : country;
}

/** The languages of a country-code domain: `co.uk` and `uk` alike. None for `io`, `tv` and others sold to everyone. */
export const languagesOfSuffix = (suffix: string): readonly string[] =>
  COUNTRIES[suffix.split(".").at(-1) ?? ""]?.split(" ") ?? [];

/** Whether code of a place, not of a language: `us`, `br`. */
export const isCountry = (word: string): boolean =>
  word.toLowerCase() in COUNTRIES && !LANGUAGES.has(word.toLowerCase());

/** The country whose code a site uses for a language, where one is plain. */
export const HOME_COUNTRIES: Readonly<Record<string, string>> = {
  de: "de",
  es: "es",
  fr: "fr",
  it: "it",
  ja: "jp",
  nl: "nl",
  pl: "pl",
  "pt-BR": "br",
  "pt-PT": "pt",
  tr: "tr",
  "zh-CN": "cn",
  "zh-TW": "tw",
};
