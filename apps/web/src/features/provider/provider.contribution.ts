import type words from "../../../../../locales/en/ui/provider.json";
import type { Contribution } from "../../workbench/contribution.ts";
import type { When } from "../../workbench/state.ts";

declare module "i18next" {
  interface ResourceNamespaceMap {
    provider: typeof words;
  }
}

const managesBrand: When = ({ viewer }) =>
  viewer?.memberships.some(({ abilities }) => abilities.includes("brand.manage")) ?? false;

/** What an outside machine may do for each brand: its administrators decide. */
export const provider: Contribution = {
  id: "provider",
  words: ["provider"],
  editors: [
    {
      id: "provider",
      icon: "sparkle",
      title: ($) => $.provider.title,
      preview: false,
      load: async () => (await import("./ProviderEditor.tsx")).ProviderEditor,
    },
  ],
  commands: [
    {
      id: "provider.open",
      title: ($) => $.provider.open,
      category: ($) => $.provider.category,
      icon: "sparkle",
      when: managesBrand,
      run: (_state, frame) => frame.editors.show("provider"),
    },
  ],
};
