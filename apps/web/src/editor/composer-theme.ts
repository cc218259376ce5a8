import { EditorView } from "@codemirror/view";

/** The look of the text; colours are the page's own tokens, so that themes change it without a new editor. */
export const composerTheme = EditorView.theme({
  "&": { color: "var(--text)", backgroundColor: "transparent", fontSize: "var(--text-lg)" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--font-text)", lineHeight: "1.6" },
  ".cm-content": { caretColor: "var(--text)", padding: "var(--space-4) 0", minHeight: "6rem" },
  ".cm-line": { padding: "0 var(--space-4)", textAlign: "start" },
  ".cm-cursor": { borderInlineStartColor: "var(--text)", borderInlineStartWidth: "2px" },
  ".cm-selectionBackground": {
    backgroundColor: "color-mix(in srgb, var(--accent) 22%, transparent) !important",
  },
  ".cm-placeholder": { color: "var(--faint)" },
  ".cm-gutters": { backgroundColor: "transparent", border: "none" },
  ".cm-snippetField": {
    backgroundColor: "var(--accent-soft)",
    outline: "1px dashed var(--accent)",
    borderRadius: "2px",
  },
  ".cm-snippetFieldPosition": { borderInlineStart: "2px dotted var(--accent)" },
  // Severity by the kind of line first, by colour second; text decorations survive forced colours, images do not.
  ".cm-lintRange": {
    backgroundImage: "none !important",
    paddingBottom: "0",
    textDecorationSkipInk: "none",
    textUnderlineOffset: "0.2em",
  },
  ".cm-lintRange-error": { textDecoration: "underline wavy 1.5px var(--error)" },
  ".cm-lintRange-warning": { textDecoration: "underline dashed 1.5px var(--warning)" },
  ".cm-lintRange-info": { textDecoration: "underline dotted 2px var(--info)" },
  ".cm-lintPoint": { display: "none" },
  ".cm-panels": { backgroundColor: "var(--surface)", color: "var(--text)" },
  ".cm-searchMatch": { backgroundColor: "var(--mark)" },
  ".cm-searchMatch-selected": { outline: "2px solid var(--focus)" },
});

/** The list of offers and the cards of findings, as other lists and cards of the workbench. */
export const completionTheme = EditorView.theme({
  ".cm-tooltip": {
    border: "none",
    borderRadius: "var(--radius-lg)",
    backgroundColor: "var(--raised)",
    boxShadow: "var(--shadow-2)",
    color: "var(--text)",
    fontFamily: "var(--font-ui)",
    fontSize: "var(--text-md)",
    zIndex: "15",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": {
    fontFamily: "var(--font-ui)",
    maxHeight: "18rem",
    minWidth: "min(22rem, 80vw)",
    padding: "var(--space-2)",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": {
    display: "flex",
    gap: "var(--space-4)",
    alignItems: "center",
    minHeight: "1.75rem",
    padding: "0 var(--space-3)",
    borderRadius: "var(--radius-sm)",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > completion-section": {
    display: "block",
    borderBottom: "none",
    padding: "var(--space-3) var(--space-3) var(--space-1)",
    color: "var(--muted)",
    opacity: "1",
    fontSize: "var(--text-xs)",
    fontWeight: "600",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": {
    backgroundColor: "var(--selected)",
    color: "var(--selected-text)",
  },
  ".cm-completionDetail": {
    marginInlineStart: "auto",
    fontStyle: "normal",
    color: "var(--muted)",
    fontSize: "var(--text-sm)",
  },
  "li[aria-selected] .cm-completionDetail": { color: "inherit" },
  ".cm-completionMatchedText": { textDecoration: "none", fontWeight: "700" },
  ".cm-tooltip.cm-completionInfo": {
    padding: "var(--space-4)",
    maxWidth: "24rem",
    whiteSpace: "pre-wrap",
    lineHeight: "1.55",
  },
});
