import type words from "../../../../../locales/en/ui/ledger.json";
import { loadWords } from "../../base/i18n.ts";
import { type Command, type Contribution, command } from "../../workbench/contribution.ts";
import type { When, WorkbenchState } from "../../workbench/state.ts";
import { StoryItem } from "./StoryItem.tsx";

declare module "i18next" {
  interface ResourceNamespaceMap {
    ledger: typeof words;
  }
}
declare module "../../workbench/contribution.ts" {
  interface CommandArguments {
    /** Without an id: of the conversation that is in front. */
    "ledger.show": { readonly id: string } | undefined;
  }
}

const category: NonNullable<Command["category"]> = ($) => $.ledger.category;

const mayRead: When = ({ viewer }) =>
  viewer?.memberships.some(({ abilities }) => abilities.includes("ledger.read")) ?? false;

/** The conversation that is in front, also while its reply is reviewed. */
const inFront = ({ conversation, review }: WorkbenchState): string | null =>
  conversation?.id ?? review?.conversationId ?? null;

const isStory: When = (state) => state.editor?.kind === "ledger" && mayRead(state);

/** What was done about a conversation, by whom and under which rules. */
export const ledger: Contribution = {
  id: "ledger",
  words: ["ledger"],
  editors: [
    {
      id: "ledger",
      icon: "history",
      title: ($) => $.ledger.title,
      load: async () => {
        await loadWords("rules");
        return (await import("./StoryEditor.tsx")).StoryEditor;
      },
    },
  ],
  commands: [
    command({
      id: "ledger.show",
      title: ($) => $.ledger.commands.show,
      category,
      icon: "history",
      keys: ["mod+k h"],
      when: (state) => mayRead(state) && inFront(state) !== null,
      run: (state, frame, asked) => {
        const id = asked?.id ?? inFront(state);
        if (id) frame.editors.show(`ledger:${id}`);
      },
    }),
    {
      id: "ledger.export",
      title: ($) => $.ledger.commands.export,
      category,
      icon: "export",
      when: isStory,
      run: async ({ editor }) => (await import("./export-story.ts")).exportStory(editor?.id ?? ""),
    },
    {
      id: "ledger.expandAll",
      title: ($) => $.ledger.commands.expandAll,
      category,
      icon: "expand-all",
      when: isStory,
      run: async ({ editor }) => (await import("./open-story.ts")).storyOf(editor?.id ?? "").toggleAll(),
    },
  ],
  statusItems: [
    {
      id: "ledger.show",
      side: "right",
      order: 90,
      when: (state) => mayRead(state) && inFront(state) !== null,
      Item: StoryItem,
    },
  ],
  menuItems: [
    { id: "inbox.row.ledger.show", menu: "inbox.row", command: "ledger.show", group: 3, order: 10 },
  ],
};
