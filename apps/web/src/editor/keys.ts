import { clearSnippet, nextSnippetField, prevSnippetField, snippetKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, historyKeymap } from "@codemirror/commands";
import { type Extension, Facet, Prec } from "@codemirror/state";
import { EditorView, type KeyBinding, keymap } from "@codemirror/view";
import { segmentKeys } from "./segments.ts";

/** Acts on a key if it is bound outside, and says whether it was. */
export type TakesKey = (event: KeyboardEvent) => boolean;

/** Who sees a key before the editor's own bindings: the workbench, with what a member has bound there. */
export const outerKeys = Facet.define<TakesKey, TakesKey>({
  combine: (all) => (event) => all.some((takes) => takes(event)),
});

/**
 * Keys of CodeMirror's default set that prose does not need and the workbench does; and those that `segmentKeys` does
 * better. `Ctrl-k` and `Ctrl-d` are the Emacs bindings of a Mac.
 */
const unwanted = new Set([
  "Mod-i",
  "Mod-Enter",
  "Shift-Mod-k",
  "Ctrl-k",
  "Mod-/",
  "Alt-A",
  "Mod-[",
  "Mod-]",
  "Mod-Alt-\\",
  "Shift-Mod-\\",
  "Ctrl-m",
  "Alt-l",
  "Alt-ArrowLeft",
  "Alt-ArrowRight",
  "Mod-Alt-ArrowUp",
  "Mod-Alt-ArrowDown",
  "Ctrl-p",
  "Ctrl-n",
  "Ctrl-o",
  "Ctrl-b",
  "Ctrl-f",
  "Ctrl-t",
  "Ctrl-h",
  "Ctrl-Alt-h",
]);

export function wantedKeys(bindings: readonly KeyBinding[]): readonly KeyBinding[] {
  return bindings.filter(({ key, mac }) => !unwanted.has(key ?? mac ?? ""));
}

/** Tab moves on to the next control, unless a template has places to fill: then to the next of them. */
const stopKeys: readonly KeyBinding[] = [
  { key: "Tab", run: nextSnippetField, shift: prevSnippetField },
  { key: "Escape", run: clearSnippet },
];

/** The editor's keys; what is bound outside comes before them. */
export function composerKeys(): Extension {
  return [
    Prec.highest(
      EditorView.domEventHandlers({ keydown: (event, view) => view.state.facet(outerKeys)(event) }),
    ),
    snippetKeymap.of(stopKeys),
    Prec.high(keymap.of(segmentKeys)),
    keymap.of([...wantedKeys(defaultKeymap), ...historyKeymap]),
  ];
}
