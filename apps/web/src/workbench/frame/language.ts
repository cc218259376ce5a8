import { type Language, speak } from "../../base/i18n.ts";
import { nameInItself, preferredLanguage, pseudoLanguages, uiLanguages } from "../../base/languages.ts";
import type { Undo } from "../../base/undo.ts";
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

export function languageFor(choice: LanguageChoice): Language {
  return choice === "system" ? preferredLanguage(navigator.languages) : choice;
}

/** Speaks the language of the settings, from now on. */
export function keepLanguage(workbench: Frame): Undo {
  let spoken = languageFor(workbench.settings.value(languageSetting));
  return workbench.settings.values.subscribe(() => {
    const wanted = languageFor(workbench.settings.value(languageSetting));
    if (wanted === spoken) return;
    spoken = wanted;
    speak(wanted).catch((error: unknown) => workbench.fail(error));
  });
}
