import { englishWords, type Translate, words } from "../../base/i18n.ts";
import type { Command } from "../contribution.ts";
import { contributed } from "../contributions.ts";
import type { Choice, QuickOpenProvider } from "../pieces.ts";
import type { Workbench } from "../workbench.ts";

const MAX_RECENT = 50;

/** Commands by name, those used last first. */
export function commandProvider(workbench: Workbench): QuickOpenProvider {
  return {
    id: "workbench.commands",
    prefix: ">",
    title: ($) => $.workbench.palette.commands,
    placeholder: ($) => $.workbench.palette.commandsPlaceholder,
    find: async () => {
      const { t, language } = words.get();
      const english = language === "en" ? null : await englishWords();
      const recent = workbench.recentCommands.get();
      const possible = contributed(workbench.contributions.get(), "commands").filter(
        (command) => !command.internal && workbench.can(command.id),
      );
      const choices = possible.map((command) => asChoice(workbench, command, { t, english, recent }));
      return choices.sort(byUse(recent));
    },
    choose: ({ id }) => {
      workbench.recentCommands.update((recent) =>
        [id, ...recent.filter((other) => other !== id)].slice(0, MAX_RECENT),
      );
      void workbench.run(id);
    },
  };
}

interface Told {
  readonly t: Translate;
  readonly english: Translate | null;
  readonly recent: readonly string[];
}

function asChoice(workbench: Workbench, command: Command, { t, english, recent }: Told): Choice {
  const keys = workbench.keysOf(command.id);
  return {
    id: command.id,
    label: fullTitle(command, t),
    ...(english ? { alias: fullTitle(command, english) } : {}),
    ...(keys ? { keys: [keys] } : {}),
    group: recent.includes(command.id)
      ? t(($) => $.workbench.palette.recentlyUsed)
      : t(($) => $.workbench.palette.otherCommands),
  };
}

/** "View: Toggle Side Bar", in the order the language wants. */
function fullTitle({ title, category }: Command, t: Translate): string {
  if (!category) return t(title);
  return t(($) => $.workbench.palette.inCategory, {
    category: t(category),
    title: t(title),
    interpolation: { escapeValue: false },
  });
}

function byUse(recent: readonly string[]) {
  const place = ({ id }: Choice) => (recent.includes(id) ? recent.indexOf(id) : recent.length);
  const collator = new Intl.Collator(words.get().language);
  return (a: Choice, b: Choice) => place(a) - place(b) || collator.compare(a.label, b.label);
}

/** Open editors, latest first, and views. Features add what else can be opened by name. */
export function openProvider(workbench: Workbench): QuickOpenProvider {
  return {
    id: "workbench.editors",
    prefix: "",
    title: ($) => $.workbench.palette.editors,
    find: () => [...editorChoices(workbench), ...viewChoices(workbench)],
    choose: ({ id }, { toSide }) => {
      if (id.startsWith("view:")) workbench.showView(id.slice("view:".length));
      else workbench.editors.show(id, { preview: false, toSide });
    },
  };
}

function editorChoices(workbench: Workbench): readonly Choice[] {
  const { t } = words.get();
  const tabs = workbench.editors.open
    .get()
    .groups.flatMap(({ tabs: open, recent }) =>
      open.toSorted((a, b) => place(recent, a.uri) - place(recent, b.uri)),
    );
  const unique = tabs.filter((tab, index) => tabs.findIndex(({ uri }) => uri === tab.uri) === index);
  return unique.flatMap((tab) => {
    const kind = workbench.editorKind(tab.uri);
    if (!kind) return [];
    const group = t(($) => $.workbench.palette.openEditors);
    return [{ id: tab.uri, label: tab.title ?? t(kind.title), icon: kind.icon, group }];
  });
}

const place = (recent: readonly string[], uri: string) =>
  recent.includes(uri) ? recent.indexOf(uri) : recent.length;

function viewChoices(workbench: Workbench): readonly Choice[] {
  const { t } = words.get();
  const state = workbench.state.get();
  return contributed(workbench.contributions.get(), "views")
    .filter((view) => view.when?.(state) ?? true)
    .map((view) => ({
      id: `view:${view.id}`,
      label: t(view.title),
      icon: view.icon,
      group: t(($) => $.workbench.palette.views),
    }));
}

/** The ways to ask, each by its prefix. */
export function helpProvider(workbench: Workbench): QuickOpenProvider {
  return {
    id: "workbench.help",
    prefix: "?",
    title: ($) => $.workbench.palette.help,
    find: () => {
      const { t } = words.get();
      return contributed(workbench.contributions.get(), "quickOpen")
        .filter(({ id }) => id !== "workbench.help")
        .map(({ id, prefix, title }) => ({ id, label: prefix || "…", detail: t(title) }));
    },
    choose: ({ id }) => {
      const provider = contributed(workbench.contributions.get(), "quickOpen").find(
        (other) => other.id === id,
      );
      workbench.quickOpen(provider?.prefix ?? "");
    },
  };
}
