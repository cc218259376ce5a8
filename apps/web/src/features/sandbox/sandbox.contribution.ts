import type words from "../../../../../locales/en/ui/sandbox.json";
import type { Command, Contribution } from "../../workbench/contribution.ts";
import type { When } from "../../workbench/state.ts";

declare module "i18next" {
  interface ResourceNamespaceMap {
    sandbox: typeof words;
  }
}

const category: NonNullable<Command["category"]> = ($) => $.sandbox.category;
const mayPlay: When = ({ viewer }) =>
  viewer?.memberships.some(({ abilities }) => abilities.includes("sandbox.play")) ?? false;
const load = async () => (await import("./SandboxPage.tsx")).SandboxPage;

/** The built-in network for trying things out, from the customer's side. */
export const sandbox: Contribution = {
  id: "sandbox",
  words: ["sandbox"],
  pages: [{ id: "sandbox", path: "/sandbox", title: ($) => $.sandbox.title, load }],
  editors: [
    {
      id: "play",
      icon: "globe",
      title: ($) => $.sandbox.title,
      preview: false,
      load: async () => (await import("./SandboxPage.tsx")).SandboxEditor,
    },
  ],
  commands: [
    {
      id: "sandbox.open",
      title: ($) => $.sandbox.commands.open,
      category,
      icon: "globe",
      when: mayPlay,
      run: (_state, frame) => frame.editors.show("play"),
    },
    {
      id: "sandbox.openBeside",
      title: ($) => $.sandbox.commands.openBeside,
      category,
      icon: "split-horizontal",
      when: mayPlay,
      run: (_state, frame) => frame.editors.show("play", { toSide: true }),
    },
    {
      id: "sandbox.openPage",
      title: ($) => $.sandbox.commands.openPage,
      category,
      icon: "link-external",
      when: mayPlay,
      run: () => window.open("/sandbox", "_blank", "noopener"),
    },
  ],
};
