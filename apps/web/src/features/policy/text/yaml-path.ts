import type { SyntaxNode, Tree } from "@lezer/common";

/** The names and numbers that lead to a part of a pack, such as `["rules", 2, "tests"]`. */
export type Path = readonly (string | number)[];

/** Where a node stands in the document. */
export interface Position {
  readonly path: Path;
  /** Whether it is (in) the name of the pair that `path` ends with. */
  readonly isKey: boolean;
}

const MAPPINGS: ReadonlySet<string> = new Set(["BlockMapping", "FlowMapping"]);
const SEQUENCES: ReadonlySet<string> = new Set(["BlockSequence", "FlowSequence"]);
const CONTENT: ReadonlySet<string> = new Set([
  ...MAPPINGS,
  ...SEQUENCES,
  "Literal",
  "QuotedLiteral",
  "BlockLiteral",
]);

/** The path of a node, however deep inside of a value it stands. */
export function positionOf(node: SyntaxNode, text: string): Position {
  const path: (string | number)[] = [];
  let isKey = false;
  for (let at: SyntaxNode | null = node; at; at = at.parent) {
    if (at.name === "Key" && path.length === 0) isKey = true;
    if (at.name === "Pair") path.unshift(nameOf(at, text));
    if (at.name === "Item") path.unshift(indexOf(at));
  }
  return { path, isKey };
}

/** The content of the part a path leads to; null where there is none. */
export function nodeAt(tree: Tree, text: string, path: Path): SyntaxNode | null {
  let node: SyntaxNode | null = tree.topNode.getChild("Document")?.firstChild ?? null;
  while (node && !CONTENT.has(node.name)) node = node.nextSibling;
  for (const step of path) {
    const child: SyntaxNode | null = node && childAt(node, step, text);
    node = child && contentOf(child);
  }
  return node;
}

/** The pair or item that a path ends with. */
export function partAt(tree: Tree, text: string, path: Path): SyntaxNode | null {
  const parent = nodeAt(tree, text, path.slice(0, -1));
  const last = path.at(-1);
  return parent && last !== undefined ? childAt(parent, last, text) : null;
}

/** The names in a mapping, in their order. */
export function namesIn(mapping: SyntaxNode, text: string): readonly string[] {
  return mapping.getChildren("Pair").map((pair) => nameOf(pair, text));
}

/** The text of a scalar without its quotes. */
export function scalarOf(node: SyntaxNode | null, text: string): string | null {
  if (node?.name !== "Literal" && node?.name !== "QuotedLiteral") return null;
  return unquoted(text.slice(node.from, node.to));
}

export const isMapping = ({ name }: SyntaxNode): boolean => MAPPINGS.has(name);
export const isSequence = ({ name }: SyntaxNode): boolean => SEQUENCES.has(name);

/** What stands in a pair or an item, without its name and its signs. */
export function contentOf(part: SyntaxNode): SyntaxNode | null {
  for (let at = part.lastChild; at; at = at.prevSibling) if (CONTENT.has(at.name)) return at;
  return null;
}

function childAt(node: SyntaxNode, step: string | number, text: string): SyntaxNode | null {
  if (typeof step === "number") return node.getChildren("Item")[step] ?? null;
  return node.getChildren("Pair").find((pair) => nameOf(pair, text) === step) ?? null;
}

function nameOf(pair: SyntaxNode, text: string): string {
  const key = pair.getChild("Key");
  return key ? unquoted(text.slice(key.from, key.to)) : "";
}

function indexOf(item: SyntaxNode): number {
  let index = 0;
  for (let at = item.prevSibling; at; at = at.prevSibling) if (at.name === "Item") index += 1;
  return index;
}

const unquoted = (scalar: string): string => scalar.trim().replace(/^(["'])(.*)\1$/s, "$2");
