import type words from "../../../../../locales/en/ui/problems.json";
import type { Contribution } from "../../workbench/contribution.ts";
import { ProblemsItem } from "./ProblemsItem.tsx";

declare module "i18next" {
  interface ResourceNamespaceMap {
    problems: typeof words;
  }
}

/** What is to be looked at in the texts that are open. */
export const problems: Contribution = {
  id: "problems",
  words: ["problems"],
  views: [
    {
      id: "problems",
      title: ($) => $.problems.title,
      icon: "warning",
      place: "panel",
      order: 10,
      load: async () => (await import("./ProblemsView.tsx")).ProblemsView,
    },
  ],
  commands: [
    {
      id: "problems.show",
      title: ($) => $.problems.show,
      category: ($) => $.workbench.categories.view,
      icon: "warning",
      keys: ["mod+shift+m"],
      run: (_state, frame) => frame.showView("problems"),
    },
  ],
  statusItems: [{ id: "problems.count", side: "left", order: 30, Item: ProblemsItem }],
};
