import { syntaxTree } from "@codemirror/language";
import type { EditorView } from "@codemirror/view";
import type { SyntaxNode } from "@lezer/common";
import type { Finding } from "@parley/shared/policy";
import type { Translate } from "../../../base/i18n.ts";
import type { PlacedFinding, Remedy } from "../../../editor/finding-lint.ts";
import type { Vocabulary } from "../judge/pack-judge.ts";
import { closest } from "./closest.ts";
import { contentOf, isMapping, namesIn, scalarOf } from "./yaml-path.ts";

interface Known {
  readonly vocabulary: () => Vocabulary;
  readonly t: () => Translate;
  /** Give the pack a number nobody has used. */
  readonly raiseVersion: () => void;
}

/** What can be done about a problem of a pack. */
export function packRemedies(finding: Finding, known: Known): readonly Remedy[] {
  const t = known.t();
  switch (finding.rule) {
    case "pack.example_other_span":
      return [
        {
          label: t(($) => $.pack.remedies.setSpan, { span: spansOf(finding)[0] ?? "" }),
          preferred: true,
          apply: (view, placed) => setSpan(view, placed, spansOf(finding)[0] ?? ""),
        },
        removal(t),
      ];
    case "pack.example_not_found":
    case "pack.example_found":
      return [removal(t)];
    case "pack.version_taken":
      return [{ label: t(($) => $.pack.remedies.raiseVersion), preferred: true, apply: known.raiseVersion }];
    default:
      return renaming(finding, known);
  }
}

const spansOf = ({ args }: Finding): readonly string[] => (args.found ?? "").split(" | ");

const removal = (t: Translate): Remedy => ({
  label: t(($) => $.pack.remedies.removeExample),
  apply: (view, { from }) => {
    const item = upTo(nodeFrom(view, from), "Item");
    const mark = item?.prevSibling;
    if (item && mark) removeItem(view, item);
  },
});

/** What the name should be where it is nearly one that is known. */
function renaming(finding: Finding, { vocabulary, t }: Known): readonly Remedy[] {
  const { name, known } = misnamed(finding, vocabulary());
  const meant = closest(name, known);
  if (meant === null) return [];
  return [
    {
      label: t()(($) => $.pack.remedies.rename, { name: meant }),
      preferred: true,
      apply: (view, placed) => rename(view, placed, { name, meant }),
    },
  ];
}

function misnamed({ rule, args }: Finding, { lexicons, packs }: Vocabulary) {
  const listed = (args.known ?? "").split(", ");
  if (rule === "pack.unknown_field") return { name: args.field ?? "", known: listed };
  if (rule === "pack.unknown_lexicon")
    return { name: args.lexicon ?? "", known: lexicons.map((one) => one.name) };
  if (rule === "pack.unknown_rule")
    return { name: args.rule ?? "", known: packs.flatMap(({ rules }) => rules) };
  if (rule === "pack.unknown_pack")
    return { name: args.pack ?? "", known: packs.map(({ id, version }) => `${id}@${version.split(".")[0]}`) };
  return { name: "", known: [] };
}

/** The name stands at the finding or somewhere below it. */
function rename(
  view: EditorView,
  { from }: PlacedFinding,
  { name, meant }: { readonly name: string; readonly meant: string },
): void {
  const at = view.state.doc.toString().indexOf(name, from);
  if (at >= 0)
    view.dispatch({ changes: { from: at, to: at + name.length, insert: meant }, userEvent: "input" });
}

function setSpan(view: EditorView, { from }: PlacedFinding, span: string): void {
  const text = view.state.doc.toString();
  for (let at: SyntaxNode | null = nodeFrom(view, from); at; at = at.parent) {
    const mapping = isMapping(at) && namesIn(at, text).includes("span") ? at : null;
    const pair = mapping
      ?.getChildren("Pair")
      .find((one) => scalarOf(one.getChild("Key")?.firstChild ?? null, text) === "span");
    const value = pair && contentOf(pair);
    if (!value) continue;
    view.dispatch({
      changes: { from: value.from, to: value.to, insert: JSON.stringify(span) },
      userEvent: "input",
    });
    return;
  }
}

/** Take an item of a list away, with its dash and line where it has one of its own. */
function removeItem(view: EditorView, item: SyntaxNode): void {
  const { doc } = view.state;
  if (item.parent?.name === "BlockSequence") {
    const from = doc.lineAt(item.prevSibling?.from ?? item.from).from;
    const to = Math.min(doc.length, doc.lineAt(Math.max(item.from, item.to - 1)).to + 1);
    view.dispatch({ changes: { from, to }, userEvent: "delete" });
    return;
  }
  const comma = item.nextSibling?.name === "," ? item.nextSibling.to : item.to;
  view.dispatch({ changes: { from: item.from, to: comma }, userEvent: "delete" });
}

function nodeFrom(view: EditorView, position: number): SyntaxNode {
  return syntaxTree(view.state).resolveInner(position, 1);
}

function upTo(node: SyntaxNode, name: string): SyntaxNode | null {
  for (let at: SyntaxNode | null = node; at; at = at.parent) if (at.name === name) return at;
  return null;
}
