import type { Command as EditorCommand } from "@codemirror/view";
import { activeView } from "../editor/active-view.ts";
import type { Command, Contribution } from "../workbench/contribution.ts";

declare module "../workbench/state.ts" {
  interface WorkbenchState {
    /** Whether there is a text that commands about text can act on. */
    readonly writing?: boolean;
  }
}

/** What the editor of text can do, as commands with keys that can be changed. Its code is loaded with the first text. */
async function inText(pick: () => Promise<EditorCommand>): Promise<void> {
  const view = activeView.get();
  if (view) (await pick())(view);
}

const category: NonNullable<Command["category"]> = ($) => $.editor.commands.category;
const when: NonNullable<Command["when"]> = ({ writing }) => writing === true;

export const editing: Contribution = {
  id: "editing",
  words: ["editor"],
  commands: [
    {
      id: "editor.nextFinding",
      title: ($) => $.editor.commands.nextFinding,
      category,
      keys: ["f8"],
      when,
      run: () => inText(async () => (await import("../editor/finding-card.ts")).nextFinding),
    },
    {
      id: "editor.previousFinding",
      title: ($) => $.editor.commands.previousFinding,
      category,
      keys: ["shift+f8"],
      when,
      run: () => inText(async () => (await import("../editor/finding-card.ts")).previousFinding),
    },
    {
      id: "editor.quickFix",
      title: ($) => $.editor.commands.quickFix,
      category,
      icon: "lightbulb",
      keys: ["mod+."],
      when,
      run: () => inText(async () => (await import("../editor/finding-card.ts")).quickFix),
    },
    {
      id: "editor.find",
      title: ($) => $.editor.commands.find,
      category,
      keys: ["mod+f"],
      when,
      run: () => inText(async () => (await import("@codemirror/search")).openSearchPanel),
    },
  ],
  start: (frame) => activeView.subscribe(() => frame.tell({ writing: activeView.get() !== null })),
};
