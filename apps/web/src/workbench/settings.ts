import type { Translate } from "../base/i18n.ts";
import { type Readable, useSelected } from "../base/store.ts";
import { createStored } from "../base/stored.ts";
import type { Setting, SettingChoice } from "./pieces.ts";

type Values = Readonly<Record<string, unknown>>;

/** What members want otherwise, kept in this browser by id. Only what differs is stored. */
export class Settings {
  readonly #values = createStored<Values>("settings", (stored) =>
    typeof stored === "object" && stored !== null ? (stored as Values) : {},
  );

  get values(): Readable<Values> {
    return this.#values;
  }

  value<S extends Setting>(setting: S): S["initial"] {
    return valueIn(this.#values.get(), setting);
  }

  set<S extends Setting>(setting: S, value: S["initial"]): void {
    const { [setting.id]: _, ...others } = this.#values.get();
    this.#values.set(value === setting.initial ? others : { ...others, [setting.id]: value });
  }

  isChanged(setting: Setting): boolean {
    return setting.id in this.#values.get();
  }
}

export function useSetting<S extends Setting>(settings: Settings, setting: S): S["initial"] {
  return useSelected(settings.values, (values) => valueIn(values, setting));
}

export function choiceName<T extends string>(choice: SettingChoice<T>, t: Translate): string {
  return "name" in choice ? choice.name : t(choice.label);
}

/** A stored value that the setting does not know, or does not allow, counts as its initial one. */
function valueIn<S extends Setting>(values: Values, setting: S): S["initial"] {
  const stored = values[setting.id];
  return stored !== undefined && allows(setting, stored) ? (stored as S["initial"]) : setting.initial;
}

function allows(setting: Setting, stored: unknown): boolean {
  switch (setting.kind) {
    case "choice":
      return setting.choices.some(({ value }) => value === stored);
    case "switch":
      return typeof stored === "boolean";
    case "number":
      return typeof stored === "number" && stored >= setting.min && stored <= setting.max;
  }
}
