// Types only: commands are there from the start, CodeMirror is loaded with the first text.
import type { EditorView } from "@codemirror/view";
import { createStore, type Readable } from "../base/store.ts";

const active = createStore<EditorView | null>(null);

/** The editor that has the keyboard, or had it last: what commands about text act on. */
export const activeView: Readable<EditorView | null> = active;

/** An editor was entered. */
export function entered(view: EditorView): void {
  active.set(view);
}

/** An editor that goes cannot be found. */
export function forget(view: EditorView): void {
  if (active.get() === view) active.set(null);
}
