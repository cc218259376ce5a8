import { whenInstalled } from "../../base/platform.ts";
import { type Command, command, type Frame } from "../contribution.ts";
import type { OpenOptions } from "../editors.ts";
import { openPlace } from "../layout.ts";
import { groupCommands, tabCommands } from "./editor-commands.ts";
import { focusPart } from "./focus-part.ts";
import { pickLanguage, pickTheme } from "./pickers.ts";

declare module "../contribution.ts" {
  interface CommandArguments {
    /** Open the palette with this line; a prefix chooses who answers. */
    "workbench.quickOpen": { readonly line: string } | undefined;
    /** Open a thing by its address, such as `conversation:42`. */
    "workbench.open": { readonly uri: string } & OpenOptions;
    /** Show a view by its id. */
    "workbench.showView": { readonly view: string };
  }
}

const view: NonNullable<Command["category"]> = ($) => $.workbench.categories.view;
const preferences: NonNullable<Command["category"]> = ($) => $.workbench.categories.preferences;
const toggle = (place: "sideBar" | "panel" | "auxiliary") => (_state: unknown, workbench: Frame) =>
  workbench.layout.update((layout) => openPlace(layout, place, !layout[place].open));

const findCommands: readonly Command[] = [
  {
    id: "workbench.showCommands",
    title: ($) => $.workbench.commands.showCommands,
    keys: ["f1", "mod+shift+p"],
    icon: "search",
    run: (_state, workbench) => workbench.quickOpen(">"),
  },
  command({
    id: "workbench.quickOpen",
    title: ($) => $.workbench.commands.quickOpen,
    keys: ["mod+p", ...whenInstalled("ctrl+tab")],
    run: (_state, workbench, args) => workbench.quickOpen(args?.line ?? ""),
  }),
  command({
    id: "workbench.open",
    title: ($) => $.workbench.commands.quickOpen,
    internal: true,
    run: (_state, workbench, { uri, ...how }) => workbench.editors.show(uri, how),
  }),
  command({
    id: "workbench.showView",
    title: ($) => $.workbench.commands.showView,
    internal: true,
    run: (_state, workbench, { view: id }) => workbench.showView(id),
  }),
  {
    id: "workbench.print",
    title: ($) => $.workbench.commands.print,
    run: () => window.print(),
  },
];

const layoutCommands: readonly Command[] = [
  {
    id: "workbench.toggleSideBar",
    title: ($) => $.workbench.commands.toggleSideBar,
    category: view,
    icon: "layout-sidebar-left",
    keys: ["mod+b"],
    toggled: ({ sideBar }) => sideBar !== null,
    run: toggle("sideBar"),
  },
  {
    id: "workbench.togglePanel",
    title: ($) => $.workbench.commands.togglePanel,
    category: view,
    icon: "layout-panel",
    keys: ["mod+j"],
    toggled: ({ panel }) => panel !== null,
    run: toggle("panel"),
  },
  {
    id: "workbench.toggleAuxiliaryBar",
    title: ($) => $.workbench.commands.toggleAuxiliaryBar,
    category: view,
    icon: "layout-sidebar-right",
    keys: ["mod+k mod+b"],
    toggled: ({ auxiliary }) => auxiliary !== null,
    run: toggle("auxiliary"),
  },
  {
    id: "workbench.nextPart",
    title: ($) => $.workbench.commands.nextPart,
    category: view,
    keys: ["f6"],
    run: ({ focus }) => focusPart(focus, 1),
  },
  {
    id: "workbench.previousPart",
    title: ($) => $.workbench.commands.previousPart,
    category: view,
    keys: ["shift+f6"],
    run: ({ focus }) => focusPart(focus, -1),
  },
];

const preferenceCommands: readonly Command[] = [
  {
    id: "workbench.openSettings",
    title: ($) => $.workbench.commands.openSettings,
    category: preferences,
    icon: "settings-gear",
    keys: ["mod+,"],
    run: (_state, workbench) => workbench.editors.show("settings"),
  },
  {
    id: "workbench.openShortcuts",
    title: ($) => $.workbench.commands.openShortcuts,
    category: preferences,
    icon: "record-keys",
    keys: ["mod+k mod+s"],
    run: (_state, workbench) => workbench.editors.show("shortcuts"),
  },
  {
    id: "workbench.pickTheme",
    title: ($) => $.workbench.commands.pickTheme,
    category: preferences,
    icon: "color-mode",
    keys: ["mod+k mod+t"],
    run: (_state, workbench) => pickTheme(workbench),
  },
  {
    id: "workbench.pickLanguage",
    title: ($) => $.workbench.commands.pickLanguage,
    category: preferences,
    icon: "globe",
    run: (_state, workbench) => pickLanguage(workbench, "languages"),
  },
  {
    id: "workbench.pickPseudoLanguage",
    title: ($) => $.workbench.commands.pickPseudoLanguage,
    category: ($) => $.workbench.categories.developer,
    run: (_state, workbench) => pickLanguage(workbench, "pseudo"),
  },
];

const helpCommands: readonly Command[] = [
  {
    id: "workbench.welcome",
    title: ($) => $.workbench.commands.welcome,
    category: ($) => $.workbench.categories.help,
    run: (_state, workbench) => workbench.editors.show("welcome"),
  },
  {
    id: "workbench.accessibilityHelp",
    title: ($) => $.workbench.commands.accessibilityHelp,
    category: ($) => $.workbench.categories.help,
    keys: ["alt+f1"],
    run: (_state, workbench) => workbench.editors.show("accessibility", { preview: false }),
  },
  {
    id: "workbench.showNotifications",
    title: ($) => $.workbench.commands.showNotifications,
    icon: "bell",
    run: (_state, { notices }) => notices.centreOpen.update((open) => !open),
  },
  {
    id: "workbench.clearNotifications",
    title: ($) => $.workbench.commands.clearNotifications,
    when: ({ notices }) => notices > 0,
    run: (_state, { notices }) => notices.clear(),
  },
  {
    id: "workbench.toggleDoNotDisturb",
    title: ($) => $.workbench.commands.toggleDoNotDisturb,
    run: (_state, { notices }) => notices.doNotDisturb.update((quiet) => !quiet),
  },
];

/** What the frame itself can do. */
export const frameCommands: readonly Command[] = [
  ...findCommands,
  ...layoutCommands,
  ...preferenceCommands,
  ...helpCommands,
  ...tabCommands,
  ...groupCommands,
];
