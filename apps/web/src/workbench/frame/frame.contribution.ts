import type words from "../../../../../locales/en/ui/workbench.json";
import { undoAll } from "../../base/undo.ts";
import type { Contribution } from "../contribution.ts";
import type { MenuItem } from "../pieces.ts";
import { densitySetting, keepLook, themeSetting } from "../themes.ts";
import type { Workbench } from "../workbench.ts";
import { frameCommands } from "./commands.ts";
import { keepLanguage, languageSetting } from "./language.ts";
import { commandProvider, helpProvider, openProvider } from "./quick-open.ts";
import { frameStatusItems } from "./status-items.tsx";

declare module "i18next" {
  interface ResourceNamespaceMap {
    workbench: typeof words;
  }
}

const tabMenu: readonly MenuItem[] = [
  ["workbench.closeEditor", 1],
  ["workbench.closeOtherEditors", 1],
  ["workbench.closeAllEditors", 1],
  ["workbench.keepEditor", 2],
  ["workbench.splitEditor", 3],
  ["workbench.moveTabBack", 4],
  ["workbench.moveTabForward", 4],
  ["workbench.moveEditorBack", 3],
  ["workbench.moveEditorForward", 3],
].map(([command, group], order) => ({
  id: `workbench.tab.${command}`,
  menu: "workbench.tab",
  command: String(command),
  group: Number(group),
  order,
}));

/** What the frame contributes to itself: it needs the workbench only to answer the palette. */
export function frame(workbench: Workbench): Contribution {
  return {
    id: "workbench",
    words: ["workbench"],
    commands: frameCommands,
    menuItems: tabMenu,
    statusItems: frameStatusItems,
    settings: [themeSetting, densitySetting, languageSetting],
    quickOpen: [commandProvider(workbench), openProvider(workbench), helpProvider(workbench)],
    editors: [
      {
        id: "welcome",
        icon: "home",
        title: ($) => $.workbench.welcome.title,
        load: async () => (await import("../editors/Welcome.tsx")).Welcome,
      },
      {
        id: "settings",
        icon: "settings-gear",
        title: ($) => $.workbench.settings.title,
        preview: false,
        load: async () => (await import("../editors/SettingsEditor.tsx")).SettingsEditor,
      },
      {
        id: "shortcuts",
        icon: "record-keys",
        title: ($) => $.workbench.shortcuts.title,
        preview: false,
        load: async () => (await import("../editors/ShortcutsEditor.tsx")).ShortcutsEditor,
      },
      {
        id: "accessibility",
        icon: "question",
        title: ($) => $.workbench.accessibility.title,
        load: async () => (await import("../editors/AccessibilityHelp.tsx")).AccessibilityHelp,
      },
    ],
    start: (started) => undoAll([keepLook(started), keepLanguage(started)]),
  };
}
