import { EditorState, type Extension } from "@codemirror/state";
import type words from "../../../../locales/en/ui/editor.json";
import type { Translate } from "../base/i18n.ts";

declare module "i18next" {
  interface ResourceNamespaceMap {
    editor: typeof words;
  }
}

/** Everything that CodeMirror says by itself, in the language of the page. */
export function phrases(t: Translate): Extension {
  return EditorState.phrases.of({
    "Control character": t(($) => $.editor.phrases.controlCharacter),
    "Selection deleted": t(($) => $.editor.phrases.selectionDeleted),
    "Folded lines": t(($) => $.editor.phrases.foldedLines),
    "Unfolded lines": t(($) => $.editor.phrases.unfoldedLines),
    to: t(($) => $.editor.phrases.to),
    "folded code": t(($) => $.editor.phrases.foldedText),
    unfold: t(($) => $.editor.phrases.unfold),
    "Fold line": t(($) => $.editor.phrases.foldLine),
    "Unfold line": t(($) => $.editor.phrases.unfoldLine),
    Diagnostics: t(($) => $.editor.phrases.findings),
    "No diagnostics": t(($) => $.editor.phrases.noFindings),
    Completions: t(($) => $.editor.phrases.completions),
    "Go to line": t(($) => $.editor.phrases.goToLine),
    go: t(($) => $.editor.phrases.go),
    Find: t(($) => $.editor.phrases.find),
    Replace: t(($) => $.editor.phrases.replace),
    next: t(($) => $.editor.phrases.next),
    previous: t(($) => $.editor.phrases.previous),
    all: t(($) => $.editor.phrases.all),
    "match case": t(($) => $.editor.phrases.matchCase),
    regexp: t(($) => $.editor.phrases.regexp),
    "by word": t(($) => $.editor.phrases.byWord),
    replace: t(($) => $.editor.phrases.replaceOne),
    "replace all": t(($) => $.editor.phrases.replaceAll),
    close: t(($) => $.editor.phrases.close),
    "current match": t(($) => $.editor.phrases.currentMatch),
    "on line": t(($) => $.editor.phrases.onLine),
    "replaced match on line $": t(($) => $.editor.phrases.replacedOnLine),
    "replaced $ matches": t(($) => $.editor.phrases.replacedMatches),
    "$ unchanged lines": t(($) => $.editor.phrases.unchangedLines),
    "Revert this chunk": t(($) => $.editor.phrases.revertChunk),
    Accept: t(($) => $.editor.phrases.accept),
    Reject: t(($) => $.editor.phrases.reject),
  });
}
