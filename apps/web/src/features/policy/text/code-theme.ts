import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const theme = EditorView.theme({
  "&": { blockSize: "100%" },
  ".cm-scroller": { fontFamily: "var(--font-code)", fontSize: "var(--text-md)", lineHeight: "1.65" },
  ".cm-content": { padding: "var(--space-3) 0", minHeight: "0" },
  ".cm-line": { padding: "0 var(--space-4) 0 var(--space-2)" },
  ".cm-gutters": { color: "var(--faint)", fontFamily: "var(--font-code)", fontSize: "var(--text-sm)" },
  ".cm-lineNumbers .cm-gutterElement": { padding: "0 var(--space-2) 0 var(--space-3)", minWidth: "2.25rem" },
  ".cm-activeLine": { backgroundColor: "var(--hover)" },
  ".cm-activeLineGutter": { backgroundColor: "transparent", color: "var(--text)" },
  ".cm-matchingBracket, &.cm-focused .cm-matchingBracket": {
    backgroundColor: "transparent",
    outline: "1px solid var(--line-strong)",
    borderRadius: "2px",
  },
  ".cm-foldPlaceholder": {
    backgroundColor: "var(--accent-soft)",
    border: "none",
    color: "var(--text)",
    padding: "0 var(--space-2)",
  },
  ".cm-changedLine, &.cm-merge-b .cm-changedLine, .cm-inlineChangedLine": {
    backgroundColor: "color-mix(in srgb, var(--inserted) 45%, transparent)",
  },
  "&.cm-merge-b .cm-changedText, .cm-changedText": {
    background: "var(--inserted)",
    textDecoration: "none",
  },
  ".cm-deletedChunk": {
    backgroundColor: "color-mix(in srgb, var(--deleted) 45%, transparent)",
    paddingLeft: "0",
  },
  ".cm-deletedChunk .cm-deletedText": { background: "var(--deleted)", textDecoration: "line-through 1px" },
  ".cm-deletedLine": { padding: "0 var(--space-4) 0 var(--space-2)" },
  ".cm-collapsedLines": {
    background: "var(--surface)",
    color: "var(--muted)",
    fontFamily: "var(--font-ui)",
    fontSize: "var(--text-sm)",
  },
  ".cm-chunkButtons button": {
    border: "1px solid var(--line-strong)",
    borderRadius: "var(--radius-sm)",
    background: "var(--raised)",
    color: "var(--text)",
    fontFamily: "var(--font-ui)",
    fontSize: "var(--text-xs)",
    padding: "0 var(--space-3)",
    minHeight: "1.5rem",
    margin: "0 0 0 var(--space-2)",
  },
});

const colours = HighlightStyle.define([
  { tag: tags.definition(tags.propertyName), color: "var(--accent)", fontWeight: "600" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--info)" },
  { tag: tags.comment, color: "var(--muted)", fontStyle: "italic" },
  { tag: [tags.punctuation, tags.separator, tags.bracket, tags.meta], color: "var(--muted)" },
]);

/** The look of YAML, in the page's own colours. */
export const codeTheme: Extension = [theme, syntaxHighlighting(colours)];
