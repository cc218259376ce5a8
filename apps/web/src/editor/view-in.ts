import { EditorView } from "@codemirror/view";

/** The editor of text that stands somewhere inside of an element; nothing while it is still being loaded. */
export function viewIn(root: ParentNode | null): EditorView | null {
  const editor = root?.querySelector<HTMLElement>(".cm-editor") ?? null;
  return editor && EditorView.findFromDOM(editor);
}
