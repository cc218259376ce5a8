import type { SwitchSetting } from "../../workbench/pieces.ts";

/** Whether one is shown a public reply once more before it goes. */
export const confirmSetting: SwitchSetting = {
  id: "conversation.confirmPublic",
  kind: "switch",
  title: ($) => $.conversation.settings.confirm,
  description: ($) => $.conversation.settings.confirmText,
  category: ($) => $.conversation.settings.category,
  order: 100,
  initial: true,
};
