import type words from "../../../../../locales/en/ui/localisation.json";
import type formWords from "../../../../../locales/en/ui/templateForm.json";
import { loadWords } from "../../base/i18n.ts";
import { type Contribution, command, type Frame } from "../../workbench/contribution.ts";
import type { When } from "../../workbench/state.ts";
import { glossaryUri } from "./address.ts";
import { glossaryCommands } from "./glossary/glossary-commands.ts";
import { refreshOverview, shown, tableFilter, taskBadge, watchOverview } from "./overview.ts";
import { templateCommands } from "./template/template-commands.ts";
import type { May } from "./variant/may.ts";
import { variantCommands } from "./variant-commands.ts";

declare module "i18next" {
  interface ResourceNamespaceMap {
    localisation: typeof words;
    templateForm: typeof formWords;
  }
}
declare module "../../workbench/state.ts" {
  interface WorkbenchState {
    /** What the member may do with the text in the editor in front; null when there is none. */
    readonly variant?: (May & { readonly busy: boolean }) | null;
  }
}
declare module "../../workbench/contribution.ts" {
  interface CommandArguments {
    "variant.open": { readonly address: string };
  }
}

const works: When = ({ viewer }) => viewer !== undefined && brandsOf(viewer).length > 0;

/** Templates in every language, for those who keep them true. */
export const localisation: Contribution = {
  id: "localisation",
  words: ["localisation"],
  views: [
    {
      id: "localisation",
      title: ($) => $.localisation.title,
      icon: "globe",
      place: "sideBar",
      order: 35,
      when: works,
      badge: taskBadge,
      actions: ["template.new", "localisation.table", "glossary.open", "localisation.refresh"],
      load: async () => (await import("./LocalisationView.tsx")).LocalisationView,
    },
  ],
  editors: [
    {
      id: "localisation",
      icon: "table",
      title: ($) => $.localisation.title,
      load: async () => (await import("./table/TableEditor.tsx")).TableEditor,
    },
    {
      id: "variant",
      icon: "globe",
      title: ($) => $.localisation.variant.text,
      // What is typed and not saved is kept in this browser.
      hotExit: true,
      load: async () => {
        await loadWords("template-checks");
        return (await import("./variant/VariantEditor.tsx")).VariantEditor;
      },
    },
    {
      id: "template",
      icon: "symbol-snippet",
      title: ($) => $.localisation.commands.newTemplate,
      // What was described and not saved is kept in this browser.
      hotExit: true,
      preview: false,
      load: async () => {
        await loadWords("templateForm", "template-checks");
        return (await import("./template/TemplateEditor.tsx")).TemplateEditor;
      },
    },
    {
      id: "glossary",
      icon: "book",
      title: ($) => $.localisation.glossary.title,
      // Terms that were begun and not saved are kept in this browser.
      hotExit: true,
      load: async () => (await import("./glossary/GlossaryEditor.tsx")).GlossaryEditor,
    },
  ],
  commands: [
    {
      id: "localisation.show",
      title: ($) => $.localisation.commands.show,
      category: ($) => $.localisation.title,
      when: works,
      run: (_state, frame) => frame.showView("localisation"),
    },
    {
      id: "localisation.table",
      title: ($) => $.localisation.commands.table,
      category: ($) => $.localisation.title,
      icon: "table",
      keys: ["mod+k mod+l"],
      when: works,
      run: (_state, frame) => showTable(frame),
    },
    {
      id: "localisation.needsMe",
      title: ($) => $.localisation.commands.needsMe,
      category: ($) => $.localisation.title,
      when: works,
      run: (_state, frame) => {
        tableFilter.update((filter) => ({ ...filter, needsMe: true }));
        showTable(frame);
      },
    },
    {
      id: "localisation.refresh",
      title: ($) => $.localisation.commands.refresh,
      category: ($) => $.localisation.title,
      icon: "refresh",
      when: works,
      run: () => refreshOverview(),
    },
    {
      id: "glossary.open",
      title: ($) => $.localisation.commands.glossary,
      category: ($) => $.localisation.title,
      icon: "book",
      keys: ["mod+k mod+g"],
      when: works,
      run: (_state, frame) => {
        const { brandId } = shown.get();
        if (brandId) frame.editors.show(glossaryUri(brandId));
      },
    },
    command({
      id: "variant.open",
      title: ($) => $.localisation.commands.open,
      internal: true,
      run: (_state, frame, { address }) => frame.editors.show(`variant:${address}`),
    }),
    ...variantCommands,
    ...templateCommands,
    ...glossaryCommands,
  ],
  start: (frame) => follow(frame),
};

type Viewer = NonNullable<
  Frame["state"] extends { get: () => infer S } ? (S extends { viewer?: infer V } ? V : never) : never
>;

/** The brands whose templates a member writes or approves. */
function brandsOf({ memberships }: Pick<Viewer, "memberships">): readonly string[] {
  return memberships
    .filter(({ abilities }) => abilities.includes("template.write") || abilities.includes("template.approve"))
    .map(({ brandId }) => brandId);
}

function showTable(frame: Frame): void {
  const { brandId } = shown.get();
  if (brandId) frame.editors.show(`localisation:${brandId}`);
}

/** The table is followed only for those who work with it, from the moment they are known. */
function follow(frame: Frame): () => void {
  let stop: (() => void) | null = null;
  const settle = () => {
    const wanted = works(frame.state.get());
    if (wanted && !stop)
      stop = watchOverview(() => {
        const { viewer } = frame.state.get();
        return viewer ? brandsOf(viewer) : [];
      });
    if (!wanted && stop) {
      stop();
      stop = null;
    }
  };
  const unlisten = frame.state.subscribe(settle);
  settle();
  return () => {
    unlisten();
    stop?.();
  };
}
