import { isMac, whenInstalled } from "../../base/platform.ts";
import type { Command } from "../contribution.ts";
import type { When } from "../state.ts";

const view: NonNullable<Command["category"]> = ($) => $.workbench.categories.view;
const editorOpen: When = ({ editor }) => editor !== null;

/** What can be done with a tab. */
export const tabCommands: readonly Command[] = [
  {
    id: "workbench.closeEditor",
    title: ($) => $.workbench.commands.closeEditor,
    category: view,
    keys: ["mod+k w", ...whenInstalled("mod+w", ...(isMac ? [] : ["ctrl+f4"]))],
    when: editorOpen,
    run: ({ editor }, workbench) => editor && workbench.editors.close(editor.uri),
  },
  {
    id: "workbench.closeFocusedTab",
    title: ($) => $.workbench.commands.closeEditor,
    internal: true,
    keys: ["delete"],
    when: ({ onTab }) => onTab,
    run: ({ editor }, workbench) => editor && workbench.editors.close(editor.uri),
  },
  {
    id: "workbench.closeOtherEditors",
    title: ($) => $.workbench.commands.closeOtherEditors,
    category: view,
    when: ({ openEditors }) => openEditors > 1,
    run: ({ editor }, workbench) => workbench.editors.closeWhere(({ uri }) => uri !== editor?.uri),
  },
  {
    id: "workbench.closeAllEditors",
    title: ($) => $.workbench.commands.closeAllEditors,
    category: view,
    keys: ["mod+k mod+w"],
    when: editorOpen,
    run: (_state, workbench) => workbench.editors.closeWhere(() => true),
  },
  {
    id: "workbench.reopenClosedEditor",
    title: ($) => $.workbench.commands.reopenClosedEditor,
    category: view,
    keys: whenInstalled("mod+shift+t"),
    when: ({ closedEditors }) => closedEditors > 0,
    run: (_state, workbench) => workbench.editors.reopen(),
  },
  {
    id: "workbench.keepEditor",
    title: ($) => $.workbench.commands.keepEditor,
    category: view,
    keys: ["mod+k enter"],
    when: ({ editorPreview }) => editorPreview,
    run: ({ editor }, workbench) => editor && workbench.editors.keep(editor.uri),
  },
];

function focusGroup(n: number, title: Command["title"]): Command {
  return {
    id: `workbench.focusGroup${n}`,
    title,
    category: view,
    // In a tab these go to the browser's own tabs.
    keys: whenInstalled(`mod+${n}`),
    run: (_state, workbench) => workbench.editors.focusNth(n),
  };
}

/** What can be done with groups of tabs. */
export const groupCommands: readonly Command[] = [
  {
    id: "workbench.splitEditor",
    title: ($) => $.workbench.commands.splitEditor,
    category: view,
    icon: "split-horizontal",
    keys: ["mod+\\"],
    when: ({ editor, groups, narrow }) => editor !== null && groups < 3 && !narrow,
    run: (_state, workbench) => workbench.editors.split(),
  },
  focusGroup(1, ($) => $.workbench.commands.focusGroup1),
  focusGroup(2, ($) => $.workbench.commands.focusGroup2),
  focusGroup(3, ($) => $.workbench.commands.focusGroup3),
  {
    id: "workbench.previousGroup",
    title: ($) => $.workbench.commands.previousGroup,
    category: view,
    keys: ["mod+k mod+left"],
    when: ({ groups }) => groups > 1,
    run: (_state, workbench) => workbench.editors.stepGroup(-1),
  },
  {
    id: "workbench.nextGroup",
    title: ($) => $.workbench.commands.nextGroup,
    category: view,
    keys: ["mod+k mod+right"],
    when: ({ groups }) => groups > 1,
    run: (_state, workbench) => workbench.editors.stepGroup(1),
  },
  {
    id: "workbench.moveTabBack",
    title: ($) => $.workbench.commands.moveTabBack,
    category: view,
    when: ({ openEditors }) => openEditors > 1,
    run: ({ editor }, workbench) => editor && workbench.editors.reorder(editor.uri, -1),
  },
  {
    id: "workbench.moveTabForward",
    title: ($) => $.workbench.commands.moveTabForward,
    category: view,
    when: ({ openEditors }) => openEditors > 1,
    run: ({ editor }, workbench) => editor && workbench.editors.reorder(editor.uri, 1),
  },
  {
    id: "workbench.moveEditorBack",
    title: ($) => $.workbench.commands.moveEditorBack,
    category: view,
    when: ({ groups }) => groups > 1,
    run: (_state, workbench) => workbench.editors.move(-1),
  },
  {
    id: "workbench.moveEditorForward",
    title: ($) => $.workbench.commands.moveEditorForward,
    category: view,
    when: ({ openEditors, groups }) => openEditors > 1 || groups > 1,
    run: (_state, workbench) => workbench.editors.move(1),
  },
  {
    id: "workbench.nextEditor",
    title: ($) => $.workbench.commands.nextEditor,
    category: view,
    keys: ["mod+k mod+pagedown"],
    when: ({ openEditors }) => openEditors > 1,
    run: (_state, workbench) => workbench.editors.step(1),
  },
  {
    id: "workbench.previousEditor",
    title: ($) => $.workbench.commands.previousEditor,
    category: view,
    keys: ["mod+k mod+pageup"],
    when: ({ openEditors }) => openEditors > 1,
    run: (_state, workbench) => workbench.editors.step(-1),
  },
];
