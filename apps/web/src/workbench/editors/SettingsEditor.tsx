import { useId, useState } from "react";
import { useWords } from "../../base/i18n.ts";
import { SearchField } from "../../ui/SearchField.tsx";
import { useWorkbench } from "../context.ts";
import { useContributed } from "../contributions.ts";
import { fold } from "../palette/score.ts";
import type { Setting } from "../pieces.ts";
import { choiceName, useSetting } from "../settings.ts";
import "./page.css";
import "./settings-editor.css";

/** All settings, grouped and searchable; what differs from the start is marked and can be put back. */
export function SettingsEditor() {
  const t = useWords();
  const workbench = useWorkbench();
  const [query, setQuery] = useState("");
  const settings = useContributed(workbench.contributions, "settings").toSorted((a, b) => a.order - b.order);
  const fits = (setting: Setting) =>
    fold(`${t(setting.title)} ${setting.description ? t(setting.description) : ""} ${setting.id}`).includes(
      fold(query),
    );
  const groups = Map.groupBy(settings.filter(fits), ({ category }) => t(category));
  return (
    <div className="page">
      <h2 className="page__title">{t(($) => $.workbench.settings.title)}</h2>
      <SearchField label={t(($) => $.workbench.settings.search)} value={query} onChange={setQuery} />
      {groups.size === 0 && <p className="page__lead">{t(($) => $.workbench.settings.none)}</p>}
      {[...groups].map(([category, members]) => (
        <section key={category} className="settings__group">
          <h3 className="page__heading">{category}</h3>
          {members.map((setting) => (
            <SettingRow key={setting.id} setting={setting} />
          ))}
        </section>
      ))}
    </div>
  );
}

function SettingRow({ setting }: { readonly setting: Setting }) {
  const t = useWords();
  const { settings } = useWorkbench();
  const id = useId();
  useSetting(settings, setting);
  const changed = settings.isChanged(setting);
  return (
    <div className="setting" data-changed={changed}>
      <div className="setting__words">
        <label className="setting__title" htmlFor={id}>
          {t(setting.title)}
        </label>
        {setting.description && (
          <p className="setting__text" id={`${id}-text`}>
            {t(setting.description)}
          </p>
        )}
        {changed && (
          <button
            type="button"
            className="setting__reset"
            onClick={() => settings.set(setting, setting.initial)}
          >
            {t(($) => $.workbench.settings.reset)}
          </button>
        )}
      </div>
      <SettingControl setting={setting} id={id} />
    </div>
  );
}

function SettingControl({ setting, id }: { readonly setting: Setting; readonly id: string }) {
  const t = useWords();
  const { settings } = useWorkbench();
  const value = useSetting(settings, setting);
  const described = setting.description ? { "aria-describedby": `${id}-text` } : {};
  switch (setting.kind) {
    case "choice":
      return (
        <select
          id={id}
          className="select"
          value={String(value)}
          {...described}
          onChange={(event) => settings.set(setting, event.target.value)}
        >
          {setting.choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choiceName(choice, t)}
            </option>
          ))}
        </select>
      );
    case "switch":
      return (
        <input
          id={id}
          type="checkbox"
          role="switch"
          className="switch"
          checked={value === true}
          aria-checked={value === true}
          {...described}
          onChange={(event) => settings.set(setting, event.target.checked)}
        />
      );
    case "number":
      return (
        <input
          id={id}
          type="number"
          className="field field--short"
          value={Number(value)}
          min={setting.min}
          max={setting.max}
          step={setting.step}
          {...described}
          onChange={(event) => settings.set(setting, event.target.valueAsNumber)}
        />
      );
  }
}
