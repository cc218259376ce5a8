import { MergeView } from "@codemirror/merge";
import { EditorState, type Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import type { Translate } from "../../base/i18n.ts";
import { composerTheme } from "../composer-theme.ts";
import { lineDirection } from "../direction.ts";
import { composerKeys } from "../keys.ts";
import { phrases } from "../phrases.ts";
import "./editable-compare.css";

interface CompareOptions {
  readonly parent: HTMLElement;
  readonly before: { readonly text: string; readonly label: string; readonly language: string };
  readonly after: { readonly text: string; readonly label: string; readonly language: string };
  readonly onChange: (text: string) => void;
  readonly extensions?: Extension;
  readonly t: Translate;
}

/** Two texts side by side, the second to be written in; stretches can be taken over. Loaded when it is first needed. */
export function compare({ parent, before, after, onChange, extensions = [], t }: CompareOptions): MergeView {
  const side = ({ label, language }: CompareOptions["before"]): Extension => [
    EditorView.contentAttributes.of({ lang: language, "aria-label": label, spellcheck: "true" }),
    EditorView.lineWrapping,
    lineDirection(),
    composerKeys(),
    composerTheme,
    deletedLines,
    phrases(t),
    extensions,
  ];
  return new MergeView({
    parent,
    a: { doc: before.text, extensions: [side(before), EditorState.readOnly.of(true)] },
    b: {
      doc: after.text,
      extensions: [
        side(after),
        EditorView.updateListener.of((update) => update.docChanged && onChange(update.state.doc.toString())),
      ],
    },
    revertControls: "a-to-b",
    highlightChanges: true,
    gutter: true,
  });
}

/** Deleted lines are widgets without a direction of their own; what changed is told by its line as well as by its colour. */
const deletedLines = EditorView.theme({
  ".cm-deletedLine, .cm-deletedChunk .cm-deletedText": { unicodeBidi: "plaintext", textAlign: "start" },
  "&.cm-merge-a .cm-changedText": { background: "var(--deleted)", textDecoration: "line-through 1.5px" },
  "&.cm-merge-b .cm-changedText": { background: "var(--inserted)", textDecoration: "underline 1.5px" },
});
