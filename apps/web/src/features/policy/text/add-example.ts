import { yamlLanguage } from "@codemirror/lang-yaml";
import type { SyntaxNode } from "@lezer/common";
import { nodeAt, scalarOf } from "./yaml-path.ts";

interface NewExample {
  readonly rule: string;
  readonly list: "match" | "noMatch";
  readonly text: string;
}

interface Added {
  readonly source: string;
  /** The example's line, counted from 1. */
  readonly line: number;
}

/** Put an example at the end of a rule's list, written as the list is; null where the rule has no such list. */
export function addExample(source: string, { rule, list, text }: NewExample): Added | null {
  const tree = yamlLanguage.parser.parse(source);
  const rules = nodeAt(tree, source, ["rules"])?.getChildren("Item").length ?? 0;
  const index = Array.from({ length: rules }, (_, at) => at).find(
    (at) => scalarOf(nodeAt(tree, source, ["rules", at, "id"]), source) === rule,
  );
  const found = index === undefined ? null : nodeAt(tree, source, ["rules", index, "tests", list]);
  if (!found) return null;
  const example = `{ text: ${JSON.stringify(text)} }`;
  const { at, insert } =
    found.name === "FlowSequence" ? inFlow(found, example) : inBlock(source, found, example);
  const before = source.slice(0, at) + insert;
  return {
    source: before + source.slice(at),
    line: (source.slice(0, at) + insert.slice(0, insert.indexOf("{"))).split("\n").length,
  };
}

interface Insertion {
  readonly at: number;
  readonly insert: string;
}

function inFlow(list: SyntaxNode, example: string): Insertion {
  const last = list.getChildren("Item").at(-1);
  return last ? { at: last.to, insert: `, ${example}` } : { at: list.from + 1, insert: example };
}

function inBlock(source: string, list: SyntaxNode, example: string): Insertion {
  const dash = list.firstChild?.from ?? list.from;
  const indent = dash - (source.lastIndexOf("\n", dash - 1) + 1);
  const end = source.slice(0, list.to).trimEnd().length;
  return { at: end, insert: `\n${" ".repeat(indent)}- ${example}` };
}
