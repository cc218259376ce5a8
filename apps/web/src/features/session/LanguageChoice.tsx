import { useWords } from "../../base/i18n.ts";
import { nameInItself, type UiLanguage, uiLanguages } from "../../base/languages.ts";
import { Icon } from "../../ui/Icon.tsx";
import { useWorkbench } from "../../workbench/context.ts";
import { languageFor, languageSetting } from "../../workbench/frame/language.ts";
import { useSetting } from "../../workbench/settings.ts";

/** The language of the entrance, for those who do not read the browser's. */
export function LanguageChoice() {
  const t = useWords();
  const { settings } = useWorkbench();
  const now = languageFor(useSetting(settings, languageSetting));
  return (
    <label className="entrance__languages">
      <Icon name="globe" />
      <span className="unseen">{t(($) => $.workbench.commands.pickLanguage)}</span>
      <select
        className="select"
        value={now}
        onChange={(event) => settings.set(languageSetting, event.target.value as UiLanguage)}
      >
        {uiLanguages.map((tag) => (
          <option key={tag} value={tag} lang={tag}>
            {nameInItself(tag)}
          </option>
        ))}
      </select>
    </label>
  );
}
