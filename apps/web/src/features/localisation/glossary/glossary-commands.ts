import type { Message } from "../../../base/i18n.ts";
import type { Command, Frame } from "../../../workbench/contribution.ts";
import type { When, WorkbenchState } from "../../../workbench/state.ts";
import type { GlossaryDesk } from "./glossary-desk.ts";

declare module "../../../workbench/state.ts" {
  interface WorkbenchState {
    /** What can be done in the glossary in front; null when there is none. */
    readonly glossary?: {
      readonly add: boolean;
      readonly save: boolean;
      readonly remove: boolean;
    } | null;
  }
}

const category: Message = ($) => $.localisation.glossary.title;

const may =
  (what: "add" | "save" | "remove"): When =>
  ({ editor, glossary }) =>
    editor?.kind === "glossary" && glossary?.[what] === true;

/** The desk in front. It is loaded with its editor. */
const act =
  (work: (desk: GlossaryDesk, frame: Frame) => unknown) =>
  async ({ editor, viewer }: WorkbenchState, frame: Frame): Promise<void> => {
    if (editor?.kind !== "glossary" || !viewer) return;
    const { deskOf } = await import("./glossary-desk.ts");
    await work(deskOf({ memberId: viewer.id, brandId: editor.id }), frame);
  };

/** What is done with a brand's terms. */
export const glossaryCommands: readonly Command[] = [
  {
    id: "glossary.add",
    title: ($) => $.localisation.glossary.add,
    category,
    icon: "add",
    keys: ["mod+k n"],
    when: may("add"),
    run: act((desk) => desk.begin()),
  },
  {
    id: "glossary.save",
    title: ($) => $.localisation.glossary.save,
    category,
    icon: "save",
    keys: ["mod+s"],
    when: may("save"),
    run: act(async (desk, frame) => (await import("./glossary-acts.ts")).saveChosen(desk, frame)),
  },
  {
    id: "glossary.remove",
    title: ($) => $.localisation.glossary.remove,
    category,
    icon: "trash",
    when: may("remove"),
    run: act(async (desk, frame) => (await import("./glossary-acts.ts")).removeChosen(desk, frame)),
  },
];
