import type { Message } from "../../../base/i18n.ts";
import type { Command, Frame } from "../../../workbench/contribution.ts";
import type { When, WorkbenchState } from "../../../workbench/state.ts";
import { templatePlace, templateUri, variantAddress } from "../address.ts";
import { shown } from "../overview.ts";

declare module "../../../workbench/state.ts" {
  interface WorkbenchState {
    /** What can be done in the form in front; null when there is none. */
    readonly templateForm?: { readonly save: boolean } | null;
  }
}

const category: Message = ($) => $.localisation.title;

const writesIn = ({ viewer }: WorkbenchState, brandId: string | null): boolean =>
  viewer?.memberships.some((one) => one.brandId === brandId && one.abilities.includes("template.write")) ??
  false;

/** Whether the member writes templates of some brand. */
const writes: When = ({ viewer }) =>
  viewer?.memberships.some(({ abilities }) => abilities.includes("template.write")) ?? false;

/** The template whose text is in front. */
const inFront: When = (state) =>
  state.editor?.kind === "variant" && writesIn(state, variantAddress(state.editor.id).brandId);

/** What is done with templates themselves, whatever their texts say. */
export const templateCommands: readonly Command[] = [
  {
    id: "template.new",
    title: ($) => $.localisation.commands.newTemplate,
    category,
    icon: "add",
    keys: ["mod+k mod+n"],
    when: writes,
    run: (state, frame) => {
      const { brandId } = shown.get();
      if (brandId && writesIn(state, brandId)) frame.editors.show(templateUri(brandId, "new"));
    },
  },
  {
    id: "template.change",
    title: ($) => $.localisation.commands.changeTemplate,
    category,
    icon: "settings",
    when: inFront,
    run: ({ editor }, frame) => {
      if (editor?.kind !== "variant") return;
      const { brandId, templateId } = variantAddress(editor.id);
      frame.editors.show(templateUri(brandId, templateId));
    },
  },
  {
    id: "template.save",
    title: ($) => $.localisation.commands.saveTemplate,
    category,
    icon: "save",
    keys: ["mod+s"],
    when: ({ editor, templateForm }) => editor?.kind === "template" && templateForm?.save === true,
    run: (state, frame) => save(state, frame),
  },
];

/** What saving does is loaded with the form. */
async function save({ editor, viewer }: WorkbenchState, frame: Frame): Promise<void> {
  if (editor?.kind !== "template" || !viewer) return;
  const { saveTemplate } = await import("./template-acts.ts");
  await saveTemplate({ memberId: viewer.id, ...templatePlace(editor.id) }, frame);
}
