import { words } from "../../base/i18n.ts";
import { pseudoLanguages } from "../../base/languages.ts";
import type { Frame } from "../contribution.ts";
import type { ChoiceSetting } from "../pieces.ts";
import { choiceName } from "../settings.ts";
import { showTheme, themeSetting } from "../themes.ts";
import { languageSetting } from "./language.ts";

/** Choose a theme and see it while moving over the list; Escape brings the old one back. */
export async function pickTheme(workbench: Frame): Promise<void> {
  const before = workbench.settings.value(themeSetting);
  const known = themeSetting.choices;
  const chosen = await workbench.pick({
    title: words.get().t(themeSetting.title),
    choices: choicesOf(themeSetting, before),
    onMove: ({ id }) => showTheme(known.find(({ value }) => value === id)?.value ?? before),
  });
  const theme = known.find(({ value }) => value === chosen?.id)?.value ?? before;
  workbench.settings.set(themeSetting, theme);
  showTheme(theme);
}

/** Choose the language of the workbench. Pseudo-languages show words that do not fit, or are not translated. */
export async function pickLanguage(workbench: Frame, among: "languages" | "pseudo"): Promise<void> {
  const isPseudo = (id: string) => pseudoLanguages.some((language) => language === id);
  const choices = choicesOf(languageSetting, workbench.settings.value(languageSetting));
  const chosen = await workbench.pick({
    title: words.get().t(languageSetting.title),
    choices: choices.filter(({ id }) => isPseudo(id) === (among === "pseudo")),
  });
  const language = languageSetting.choices.find(({ value }) => value === chosen?.id);
  if (language) workbench.settings.set(languageSetting, language.value);
}

function choicesOf<T extends string>(setting: ChoiceSetting<T>, now: T) {
  const { t } = words.get();
  return setting.choices.map((choice) => ({
    id: choice.value,
    label: choiceName(choice, t),
    checked: choice.value === now,
  }));
}
