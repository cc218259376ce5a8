import type packWords from "../../../../../locales/en/ui/pack.json";
import type words from "../../../../../locales/en/ui/policy.json";
import { loadWords } from "../../base/i18n.ts";
import { type Command, type Contribution, command, type Frame } from "../../workbench/contribution.ts";
import type { When, WorkbenchState } from "../../workbench/state.ts";
import { mayReadRules, mayWriteRules } from "./may-write.ts";

declare module "i18next" {
  interface ResourceNamespaceMap {
    policy: typeof words;
    pack: typeof packWords;
  }
}
declare module "../../workbench/state.ts" {
  interface WorkbenchState {
    /** The pack in the editor that is in front; null when there is none. */
    readonly pack?: {
      /** Whether the viewer may write the brand's rules, and whether this pack is one of them. */
      readonly mayWrite: boolean;
      readonly writes: boolean;
      readonly dirty: boolean;
      readonly comparing: boolean;
      /** Whether a version of it is in force that one can compare with. */
      readonly inForce: boolean;
    } | null;
  }
}
declare module "../../workbench/contribution.ts" {
  interface CommandArguments {
    "policy.open": { readonly brandId: string; readonly packId: string; readonly rule?: string };
  }
}

const category: NonNullable<Command["category"]> = ($) => $.policy.title;
const inPack = (state: WorkbenchState) => (state.editor?.kind === "policy" ? state.pack : null);
const writes: When = (state) => inPack(state)?.writes === true;
const mayWriteSome: When = (state) =>
  state.viewer?.memberships.some(({ brandId }) => mayWriteRules(state, brandId)) ?? false;

const acts = () => import("./acts.ts");

/** The rules of a brand: what is in force, and what is being written. */
export const policy: Contribution = {
  id: "policy",
  words: ["policy"],
  views: [
    {
      id: "policy",
      title: ($) => $.policy.title,
      icon: "shield",
      place: "sideBar",
      order: 50,
      when: mayReadRules,
      actions: ["policy.new", "policy.refresh"],
      load: async () => {
        await loadWords("pack", "rules");
        return (await import("./view/PolicyView.tsx")).PolicyView;
      },
    },
  ],
  editors: [
    {
      id: "policy",
      icon: "shield",
      title: ($) => $.policy.pack,
      hotExit: true,
      load: async () => {
        await loadWords("pack", "packFields", "rules", "findings");
        return (await import("./PackEditor.tsx")).PackEditor;
      },
    },
  ],
  commands: [
    {
      id: "policy.show",
      title: ($) => $.policy.commands.show,
      category,
      when: mayReadRules,
      run: (_state, frame) => frame.showView("policy"),
    },
    {
      id: "policy.refresh",
      title: ($) => $.policy.commands.refresh,
      category,
      icon: "refresh",
      when: mayReadRules,
      run: async () => (await import("./policies.ts")).refreshPolicies(),
    },
    command({
      id: "policy.open",
      title: ($) => $.policy.commands.open,
      internal: true,
      run: async (state, frame, asked) => (await acts()).openPack(state, frame, asked),
    }),
    {
      id: "policy.new",
      title: ($) => $.policy.commands.newPack,
      category,
      icon: "add",
      when: mayWriteSome,
      run: async (state, frame) => (await acts()).newPack(state, frame),
    },
    ...inEditor(),
  ],
};

/** What can be done with the pack that is in front. */
function inEditor(): readonly Command[] {
  return [
    {
      id: "policy.publish",
      title: ($) => $.policy.commands.publish,
      category,
      icon: "rocket",
      keys: ["mod+enter"],
      when: writes,
      run: async (state, frame) => (await acts()).askToPublish(state, frame),
    },
    {
      id: "policy.dryRun",
      title: ($) => $.policy.commands.dryRun,
      category,
      icon: "play",
      keys: ["mod+k r"],
      when: writes,
      run: async (state) => (await acts()).runDry(state),
    },
    {
      id: "policy.tryText",
      title: ($) => $.policy.commands.tryText,
      category,
      icon: "telescope",
      keys: ["mod+k t"],
      when: (state) => Boolean(inPack(state)),
      run: async (state) => (await acts()).tryText(state),
    },
    {
      id: "policy.compare",
      title: ($) => $.policy.commands.compare,
      category,
      icon: "diff",
      keys: ["mod+k c"],
      when: (state) => inPack(state)?.inForce === true,
      toggled: (state) => inPack(state)?.comparing === true,
      run: async (state) => (await acts()).compare(state),
    },
    {
      id: "policy.newRule",
      title: ($) => $.policy.commands.newRule,
      category,
      icon: "add",
      keys: ["mod+k n"],
      when: writes,
      run: async (state) => (await acts()).newRule(state),
    },
    {
      id: "policy.discard",
      title: ($) => $.policy.commands.discard,
      category,
      icon: "discard",
      when: (state) => writes(state) && inPack(state)?.dirty === true && inPack(state)?.inForce === true,
      run: async (state, frame: Frame) => (await acts()).discard(state, frame),
    },
  ];
}
