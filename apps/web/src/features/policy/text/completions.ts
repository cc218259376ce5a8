import type { CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import { startCompletion } from "@codemirror/autocomplete";
import { yamlLanguage } from "@codemirror/lang-yaml";
import type { EditorView } from "@codemirror/view";
import type { SyntaxNode, Tree } from "@lezer/common";
import { namesToOffer, valuesToOffer } from "./offered.ts";
import type { PackLanguage } from "./pack-language.ts";
import { type JsonSchema, schemaAt } from "./schema-at.ts";
import { isSequence, namesIn, nodeAt, type Path, positionOf, scalarOf } from "./yaml-path.ts";

/** Stands for what is being typed, so that the half-written line can be read as YAML. */
const TYPED = "\uE000";
const WORD = /[\p{L}\p{N}_.@/*-]*$/u;

/** What may be written at a place: the name of a field, or a value. */
interface Wanted {
  readonly kind: "name" | "value";
  /** Of the mapping that gets the name, or of the value. */
  readonly path: Path;
  readonly flow: boolean;
  readonly tree: Tree;
  readonly text: string;
}

/** Names and values the schema and the brand's rules allow where the caret is. */
export function packCompletions(language: PackLanguage) {
  return (context: CompletionContext): CompletionResult | null => {
    const { state, pos } = context;
    const line = state.doc.lineAt(pos);
    const before = line.text.slice(0, pos - line.from);
    const word = WORD.exec(before)?.[0] ?? "";
    if (word === "" && !context.explicit && !/: $/.test(before)) return null;
    const text = state.doc.toString();
    const wanted = wantedAt(text, { from: pos - word.length, to: pos });
    if (!wanted) return null;
    const options = wanted.kind === "name" ? names(wanted, language) : values(wanted, language);
    return options.length === 0 ? null : { from: pos - word.length, options, validFor: WORD };
  };
}

interface Typed {
  readonly from: number;
  readonly to: number;
}

/** What is wanted where something is being typed; null inside of texts and comments. */
export function wantedAt(text: string, { from, to }: Typed): Wanted | null {
  const asValue = `${text.slice(0, from)}${TYPED}${text.slice(to)}`;
  const tree = yamlLanguage.parser.parse(asValue);
  const node = tree.resolveInner(from, 1);
  const isTyped = node.name === "Literal" && asValue.slice(node.from, node.to) === TYPED;
  const holder = isTyped ? node.parent : null;
  const { path } = positionOf(node, asValue);
  const read = { path, flow: true, tree, text: asValue } as const;
  switch (holder?.name) {
    case "Pair":
      // Below its name a lone word is the beginning of a field.
      return isBelowName(holder, node, asValue) ? nameWanted(text, { from, to }) : { ...read, kind: "value" };
    case "Key":
      return { ...read, kind: "name", path: path.slice(0, -1) };
    case "Item":
      return { ...read, kind: "value", flow: holder.parent?.name === "FlowSequence" };
    default:
      return nameWanted(text, { from, to });
  }
}

function isBelowName(pair: SyntaxNode, value: SyntaxNode, text: string): boolean {
  return text.slice(pair.from, value.from).includes("\n");
}

/** A name on a line of its own can only be read with its colon. */
function nameWanted(text: string, { from, to }: Typed): Wanted | null {
  const asName = `${text.slice(0, from)}${TYPED}: ${text.slice(to)}`;
  const tree = yamlLanguage.parser.parse(asName);
  const node = tree.resolveInner(from, 1);
  if (node.parent?.name !== "Key" || asName.slice(node.from, node.to) !== TYPED) return null;
  const { path } = positionOf(node, asName);
  return { kind: "name", path: path.slice(0, -1), flow: false, tree, text: asName };
}

const scalars =
  ({ tree, text }: Wanted) =>
  (path: Path) =>
    scalarOf(nodeAt(tree, text, path), text);

function names(wanted: Wanted, language: PackLanguage) {
  const { path, tree, text, flow } = wanted;
  const place = schemaAt(language.schema, path, scalars(wanted));
  const mapping = nodeAt(tree, text, path);
  const present = new Set(mapping && !isSequence(mapping) ? namesIn(mapping, text) : []);
  const indent = " ".repeat(indentOf(mapping, text));
  return namesToOffer(place, language)
    .filter(({ name }) => !present.has(name))
    .map(({ name, schema, required, doc }) => ({
      label: name,
      type: "property",
      boost: required ? 10 : 0,
      ...(required ? { detail: language.words.required() } : {}),
      ...(doc ? { info: doc } : {}),
      apply: insertion(`${name}:${afterName(schema, flow ? null : indent)}`),
    }));
}

function values(wanted: Wanted, language: PackLanguage) {
  const place = schemaAt(language.schema, wanted.path, scalars(wanted));
  const isItem = !wanted.flow && typeof wanted.path.at(-1) === "number";
  const asMapping = isItem ? names({ ...wanted, kind: "name" }, language) : [];
  const offered = valuesToOffer(place, { language, scalarAt: scalars(wanted), path: wanted.path });
  return [
    ...asMapping,
    ...offered.map(({ value, detail, doc }, index) => ({
      label: value,
      type: "enum",
      // In the order of the schema, which means something; CodeMirror's own is by letter.
      boost: Math.max(-99, -index),
      ...(detail ? { detail } : {}),
      ...(doc ? { info: doc } : {}),
    })),
  ];
}

function indentOf(mapping: SyntaxNode | null, text: string): number {
  const first = mapping?.getChild("Pair");
  if (!first) return 0;
  return first.from - (text.lastIndexOf("\n", first.from - 1) + 1);
}

/** What follows a name: a new line with room for what the field holds, or a blank. `indent` is null inside of braces. */
function afterName(schema: JsonSchema | undefined, indent: string | null): string {
  if (schema?.type === "object") return indent === null ? " {}" : `\n${indent}  `;
  if (schema?.type === "array" && schema.items?.type === "object")
    return indent === null ? " []" : `\n${indent}  - `;
  return schema?.type === "array" ? " []" : " ";
}

/** Puts a name in; the caret goes between brackets, and what may follow is offered. */
function insertion(text: string) {
  // biome-ignore lint/complexity/useMaxParams: CodeMirror calls it so
  return (view: EditorView, _completion: unknown, from: number, to: number) => {
    const caret = from + text.length - (/[}\]]$/.test(text) ? 1 : 0);
    view.dispatch({
      changes: { from, to, insert: text },
      selection: { anchor: caret },
      userEvent: "input.complete",
    });
    startCompletion(view);
  };
}
