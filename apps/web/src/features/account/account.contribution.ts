import type words from "../../../../../locales/en/ui/account.json";
import type { Command, Contribution } from "../../workbench/contribution.ts";
import type { When } from "../../workbench/state.ts";

declare module "i18next" {
  interface ResourceNamespaceMap {
    account: typeof words;
  }
}

const category: NonNullable<Command["category"]> = ($) => $.account.category;
const signedIn: When = ({ viewer }) => viewer !== undefined;

/** What belongs to the member themselves, and who else works here. */
export const account: Contribution = {
  id: "account",
  words: ["account"],
  editors: [
    {
      id: "account",
      icon: "account",
      title: ($) => $.account.title,
      preview: false,
      load: async () => (await import("./AccountEditor.tsx")).AccountEditor,
    },
    {
      id: "people",
      icon: "organization",
      title: ($) => $.account.people.title,
      preview: false,
      load: async () => (await import("./PeopleEditor.tsx")).PeopleEditor,
    },
  ],
  commands: [
    {
      id: "account.open",
      title: ($) => $.account.commands.open,
      category,
      icon: "account",
      when: signedIn,
      run: (_state, frame) => frame.editors.show("account"),
    },
    {
      id: "account.people",
      title: ($) => $.account.commands.people,
      category,
      icon: "organization",
      when: signedIn,
      run: (_state, frame) => frame.editors.show("people"),
    },
  ],
};
