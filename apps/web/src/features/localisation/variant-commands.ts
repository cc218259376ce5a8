import type { Message } from "../../base/i18n.ts";
import type { Command, Frame } from "../../workbench/contribution.ts";
import type { When, WorkbenchState } from "../../workbench/state.ts";
import type { May } from "./variant/may.ts";

const category: Message = ($) => $.localisation.variant.text;

/** Allowed when the text in front allows it. What they do is loaded with the editor. */
const may =
  (what: keyof May): When =>
  ({ editor, variant }) =>
    editor?.kind === "variant" && variant?.[what] === true;

const inVariant: When = ({ editor }) => editor?.kind === "variant";

type Acts = typeof import("./variant-acts.ts");

/** The editor in front with what can be done there. */
const act =
  (pick: (acts: Acts) => (id: string, frame: Frame) => unknown) =>
  async ({ editor }: WorkbenchState, frame: Frame): Promise<void> => {
    if (editor?.kind === "variant") await pick(await import("./variant-acts.ts"))(editor.id, frame);
  };

/** The life of a text, step by step. */
export const variantCommands: readonly Command[] = [
  {
    id: "variant.save",
    title: ($) => $.localisation.commands.save,
    category,
    icon: "save",
    keys: ["mod+s"],
    when: may("save"),
    run: act(({ saveText }) => saveText),
  },
  {
    id: "variant.submit",
    title: ($) => $.localisation.commands.submit,
    category,
    icon: "send",
    keys: ["mod+enter"],
    when: may("submit"),
    run: act(({ submitText }) => submitText),
  },
  {
    id: "variant.approve",
    title: ($) => $.localisation.commands.approve,
    category,
    icon: "pass",
    keys: ["mod+enter"],
    when: may("approve"),
    run: act(({ approveText }) => approveText),
  },
  {
    id: "variant.publish",
    title: ($) => $.localisation.commands.publish,
    category,
    icon: "rocket",
    keys: ["mod+enter"],
    when: may("publish"),
    run: act(({ publishText }) => publishText),
  },
  {
    id: "variant.publishFor",
    title: ($) => $.localisation.commands.publishFor,
    category,
    icon: "calendar",
    when: may("publish"),
    run: act(({ publishForTime }) => publishForTime),
  },
  {
    id: "variant.reject",
    title: ($) => $.localisation.commands.reject,
    category,
    icon: "discard",
    keys: ["mod+shift+enter"],
    when: may("reject"),
    run: act(({ rejectText }) => rejectText),
  },
  {
    id: "variant.withdraw",
    title: ($) => $.localisation.commands.withdraw,
    category,
    icon: "edit",
    when: may("withdraw"),
    run: act(({ withdrawText }) => withdrawText),
  },
  {
    id: "variant.revert",
    title: ($) => $.localisation.commands.revert,
    category,
    icon: "discard",
    when: may("save"),
    run: act(({ revertText }) => revertText),
  },
  {
    id: "variant.stillRight",
    title: ($) => $.localisation.commands.stillRight,
    category,
    icon: "verified",
    keys: ["mod+k r"],
    when: may("confirm"),
    run: act(({ stillRight }) => stillRight),
  },
  {
    id: "variant.retire",
    title: ($) => $.localisation.commands.retire,
    category,
    icon: "archive",
    when: may("retire"),
    run: act(({ retireText }) => retireText),
  },
  {
    id: "variant.leaveOut",
    title: ($) => $.localisation.commands.leaveOut,
    category,
    icon: "circle-slash",
    when: may("leaveOut"),
    run: act(({ leaveTextOut }) => leaveTextOut),
  },
  {
    id: "variant.expect",
    title: ($) => $.localisation.commands.expect,
    category,
    icon: "add",
    when: may("expect"),
    run: act(({ expectText }) => expectText),
  },
  {
    id: "variant.next",
    title: ($) => $.localisation.commands.next,
    category,
    icon: "arrow-right",
    keys: ["mod+k mod+j"],
    when: inVariant,
    run: act(({ nextTask }) => nextTask),
  },
  {
    id: "variant.table",
    title: ($) => $.localisation.commands.table,
    category,
    icon: "table",
    internal: true,
    when: inVariant,
    run: (_state, frame) => frame.run("localisation.table"),
  },
];
