/** The languages the workbench speaks, each with a folder in `locales/`. */
export const uiLanguages = ["en", "de", "pt-BR", "ar"] as const;

export type UiLanguage = (typeof uiLanguages)[number];

/** Languages whose words are made from the English ones, to find strings that do not fit or are not translated. */
export const pseudoLanguages = ["en-XA", "ar-XB"] as const;

export type PseudoLanguage = (typeof pseudoLanguages)[number];

/** A language's name in itself: "Deutsch", "português (Brasil)". */
export function nameInItself(tag: string): string {
  return new Intl.DisplayNames([tag], { type: "language", languageDisplay: "standard" }).of(tag) ?? tag;
}

/** Direction of a language by its script, as the browser knows it. */
export function directionOf(tag: string): "ltr" | "rtl" {
  if (tag === "ar-XB") return "rtl";
  const locale = new Intl.Locale(tag).maximize();
  return rightToLeftScripts.has(locale.script ?? "") ? "rtl" : "ltr";
}

const rightToLeftScripts = new Set(["Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg"]);

/** The first UI language that suits what the browser asks for, else English. Brazil's Portuguese stands in for none but itself. */
export function preferredLanguage(wanted: readonly string[]): UiLanguage {
  for (const tag of wanted) {
    const same = uiLanguages.find((language) => language.toLowerCase() === tag.toLowerCase());
    const base = uiLanguages.find((language) => language === tag.split("-")[0]);
    const found = same ?? base;
    if (found) return found;
  }
  return "en";
}

/** A language's name in the language of the page. */
export function languageName(tag: string, inLanguage: string = document.documentElement.lang): string {
  return (
    new Intl.DisplayNames([inLanguage], { type: "language", languageDisplay: "standard" }).of(tag) ?? tag
  );
}
