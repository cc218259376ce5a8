import type { EditorView } from "@codemirror/view";
import { showFindings } from "../../../editor/finding-card.ts";
import { findingsIn } from "../../../editor/finding-lint.ts";
import type { OpenVariant } from "./open-variant.ts";

/** The editors of a variant's parts that are on screen, by the part's key. */
const views = new WeakMap<OpenVariant, Map<string, EditorView>>();

export function keepView(open: OpenVariant, key: string, view: EditorView | null): void {
  const known = views.get(open) ?? new Map<string, EditorView>();
  views.set(open, known);
  if (view) known.set(key, view);
  else known.delete(key);
}

export const viewOf = (open: OpenVariant, key: string): EditorView | undefined => views.get(open)?.get(key);

/** Stand at a finding in its part. False when it is about the whole text. */
export function showInBlock(
  open: OpenVariant,
  { id, block }: { readonly id: string; readonly block: number },
): boolean {
  const key = open.state.get().words?.blocks[block]?.key;
  const view = key === undefined ? undefined : viewOf(open, key);
  if (!view) return false;
  const at = findingsIn(view.state).filter(({ finding }) => finding.id === id);
  view.dom.scrollIntoView({ block: "center" });
  showFindings(view, at);
  if (at.length === 0) view.focus();
  return true;
}
