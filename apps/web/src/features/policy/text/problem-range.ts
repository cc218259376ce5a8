import { Text } from "@codemirror/state";
import type { SyntaxNode, Tree } from "@lezer/common";
import type { PackProblem } from "@parley/shared/pack";

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A text and what it is as YAML. */
export interface ReadText {
  readonly text: string;
  readonly tree: Tree;
}

/** What to underline for a problem: the part it is about, within its line; never nothing. */
export function problemRange({ text, tree }: ReadText, { line, column, code }: PackProblem): Range {
  const doc = Text.of(text.split("\n"));
  const at = doc.line(Math.min(line, doc.lines));
  const from = Math.min(at.from + column - 1, at.to);
  const node = outermost(tree.resolveInner(from, 1), from);
  const part = code === "pack.unknown_field" ? (keyOf(node) ?? node) : node;
  const start = Math.max(part.from, part === node ? from : part.from);
  const row = doc.lineAt(start);
  const end = Math.min(part.to, row.from + row.text.trimEnd().length);
  if (end > start) return { from: start, to: end };
  return start > 0 ? { from: start - 1, to: start } : { from: 0, to: Math.min(1, doc.length) };
}

/** The largest part of the document that begins at a place, below the document itself. */
function outermost(node: SyntaxNode, from: number): SyntaxNode {
  let found = node;
  for (let at = node.parent; at && at.from === from && at.parent?.parent; at = at.parent) found = at;
  return found;
}

function keyOf(node: SyntaxNode): SyntaxNode | null {
  for (let at: SyntaxNode | null = node; at; at = at.parent)
    if (at.name === "Pair") return at.getChild("Key");
  return null;
}
