import type { Undo } from "../base/undo.ts";
import type { Frame } from "./contribution.ts";
import type { ChoiceSetting } from "./pieces.ts";

export const themes = ["light", "dark", "contrast-light", "contrast-dark"] as const;
export type Theme = (typeof themes)[number];
export type ThemeChoice = Theme | "system";

export const themeSetting: ChoiceSetting<ThemeChoice> = {
  id: "workbench.theme",
  kind: "choice",
  title: ($) => $.workbench.settings.theme,
  category: ($) => $.workbench.settings.appearance,
  order: 10,
  initial: "system",
  choices: [
    { value: "system", label: ($) => $.workbench.themes.system },
    { value: "light", label: ($) => $.workbench.themes.light },
    { value: "dark", label: ($) => $.workbench.themes.dark },
    { value: "contrast-light", label: ($) => $.workbench.themes.contrastLight },
    { value: "contrast-dark", label: ($) => $.workbench.themes.contrastDark },
  ],
};

export const densitySetting: ChoiceSetting<"comfortable" | "compact"> = {
  id: "workbench.density",
  kind: "choice",
  title: ($) => $.workbench.settings.density,
  description: ($) => $.workbench.settings.densityText,
  category: ($) => $.workbench.settings.appearance,
  order: 20,
  initial: "comfortable",
  choices: [
    { value: "comfortable", label: ($) => $.workbench.settings.comfortable },
    { value: "compact", label: ($) => $.workbench.settings.compact },
  ],
};

const dark = "(prefers-color-scheme: dark)";
const contrast = "(prefers-contrast: more)";

/** The theme that a choice means on this machine. */
function themeFor(choice: ThemeChoice): Theme {
  if (choice !== "system") return choice;
  const shade = window.matchMedia(dark).matches ? "dark" : "light";
  return window.matchMedia(contrast).matches ? `contrast-${shade}` : shade;
}

/** Show a theme without choosing it, for the preview. */
export function showTheme(choice: ThemeChoice): void {
  document.documentElement.dataset.theme = themeFor(choice);
}

/** Keeps the page's look true to the settings and to what the system prefers. */
export function keepLook({ settings }: Frame): Undo {
  const show = () => {
    showTheme(settings.value(themeSetting));
    document.documentElement.dataset.density = settings.value(densitySetting);
  };
  const queries = [dark, contrast].map((query) => window.matchMedia(query));
  for (const query of queries) query.addEventListener("change", show);
  const stop = settings.values.subscribe(show);
  show();
  return () => {
    stop();
    for (const query of queries) query.removeEventListener("change", show);
  };
}
