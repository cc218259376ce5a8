import { snippet } from "@codemirror/autocomplete";
import type { EditorView } from "@codemirror/view";

/** A piece of a template: fixed text, or a place to fill. Places with one name are filled together. */
export type Piece = { readonly text: string } | { readonly name: string; readonly shown: string };

/** The pieces in CodeMirror's own notation; the caret ends after the last one. */
export function snippetOf(pieces: readonly Piece[]): string {
  const names = [...new Set(pieces.flatMap((piece) => ("name" in piece ? [piece.name] : [])))];
  const parts = pieces.map((piece) =>
    "text" in piece
      ? escaped(piece.text)
      : `\${${names.indexOf(piece.name) + 1}:${piece.shown.replace(/[{}]/g, "")}}`,
  );
  return `${parts.join("")}\${0}`;
}

/** A brace after `$` or `#` would open a place. */
function escaped(text: string): string {
  return text.replace(/[{}]/g, (brace) => `\\${brace}`);
}

/** Put a template in place of a stretch of the text and stand in its first place; Tab goes to the next. */
export function insertPieces(
  view: EditorView,
  pieces: readonly Piece[],
  range: { from: number; to: number },
): void {
  snippet(snippetOf(pieces))(view, null, range.from, range.to);
  view.focus();
}
