import { type Language, speak } from "../../base/i18n.ts";
import { nameInItself, preferredLanguage, pseudoLanguages, uiLanguages } from "../../base/languages.ts";
import { type Undo, undoAll } from "../../base/undo.ts";
import type { Frame } from "../contribution.ts";
import type { ChoiceSetting } from "../pieces.ts";

export type LanguageChoice = Language | "system";

/** A language is named in itself, so that anyone finds their own. */
export const languageSetting: ChoiceSetting<LanguageChoice> = {
  id: "workbench.language",
  kind: "choice",
  title: ($) => $.workbench.settings.language,
  description: ($) => $.workbench.settings.languageText,
  category: ($) => $.workbench.settings.appearance,
  order: 30,
  initial: "system",
  choices: [
    { value: "system", label: ($) => $.workbench.settings.browserLanguage },
    ...uiLanguages.map((value) => ({ value, name: nameInItself(value) })),
    ...pseudoLanguages.map((value) => ({ value, name: value })),
  ],
};

/** The chosen language; without a choice the member's own, else what the browser asks for. */
export function languageFor(choice: LanguageChoice, memberLocale: string | null = null): Language {
  if (choice !== "system") return choice;
  return preferredLanguage([...(memberLocale ? [memberLocale] : []), ...navigator.languages]);
}

/** Speaks the language of the settings or of the member, from now on. */
export function keepLanguage(workbench: Frame): Undo {
  const wanted = () =>
    languageFor(workbench.settings.value(languageSetting), workbench.state.get().memberLocale);
  let spoken = languageFor(workbench.settings.value(languageSetting));
  const follow = () => {
    const language = wanted();
    if (language === spoken) return;
    spoken = language;
    speak(language).catch((error: unknown) => workbench.fail(error));
  };
  return undoAll([workbench.settings.values.subscribe(follow), workbench.state.subscribe(follow)]);
}
