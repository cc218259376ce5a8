import { syntaxTree } from "@codemirror/language";
import type { EditorState, Extension } from "@codemirror/state";
import { hoverTooltip } from "@codemirror/view";
import type { PackLanguage } from "./pack-language.ts";
import { schemaAt } from "./schema-at.ts";
import { nodeAt, type Path, positionOf, scalarOf } from "./yaml-path.ts";

/** What a field or value means. */
export interface Told {
  readonly from: number;
  readonly to: number;
  readonly title: string;
  readonly lines: readonly string[];
}

/** Explains the field or value under the pointer. */
export function packHover(language: PackLanguage): Extension {
  return hoverTooltip((view, position) => {
    const told = tellAbout(view.state, position, language);
    if (!told) return null;
    return { pos: told.from, end: told.to, above: true, create: () => ({ dom: cardOf(told) }) };
  });
}

/** What is known about a place of the text; null where that is nothing. */
export function tellAbout(state: EditorState, position: number, language: PackLanguage): Told | null {
  const text = state.doc.toString();
  const tree = syntaxTree(state);
  const node = tree.resolveInner(position, 1);
  if (node.name !== "Literal" && node.name !== "QuotedLiteral") return null;
  const { path, isKey } = positionOf(node, text);
  const place = schemaAt(language.schema, path, (at: Path) => scalarOf(nodeAt(tree, text, at), text));
  if (place.schemas.length === 0) return null;
  const about = language.words.field(place.name);
  const value = scalarOf(node, text) ?? "";
  const lines = isKey ? [about] : [valueWords({ name: place.name, value }, language), about];
  const said = lines.filter(Boolean);
  return said.length === 0
    ? null
    : { from: node.from, to: node.to, title: isKey ? place.name.replaceAll(".*", "") : value, lines: said };
}

function valueWords(
  { name, value }: { readonly name: string; readonly value: string },
  { words }: PackLanguage,
): string {
  if (name === "rules.use") return words.use(value);
  if (/\.(lexicon|first|next|boost|exclude|options\.when)$/.test(name)) return words.lexicon(value);
  if (name === "adjust.id" || name === "rules.id") return words.ruleName(value);
  if (/\.lang$/.test(name)) return words.languageName(value);
  return words.value(value);
}

function cardOf({ title, lines }: Told): HTMLElement {
  const card = document.createElement("div");
  card.className = "pack-card";
  const head = document.createElement("code");
  head.className = "pack-card__title";
  head.textContent = title;
  card.append(
    head,
    ...lines.map((line) => {
      const paragraph = document.createElement("p");
      paragraph.dir = "auto";
      paragraph.textContent = line;
      return paragraph;
    }),
  );
  return card;
}
