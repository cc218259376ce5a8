import { syntaxTree } from "@codemirror/language";
import { type Extension, Prec, RangeSetBuilder } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";

const isolated = Decoration.mark({ class: "pack-text__isolated", bidiIsolate: null });
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;

/** Right-to-left scalars are kept apart from the signs around them, or brackets and quotes would change sides. */
export function isolatedTexts(): Extension {
  const plugin = ViewPlugin.fromClass(
    class {
      texts: DecorationSet;

      constructor(view: EditorView) {
        this.texts = textsOf(view);
      }

      update(update: ViewUpdate) {
        if (
          update.docChanged ||
          update.viewportChanged ||
          syntaxTree(update.state) !== syntaxTree(update.startState)
        )
          this.texts = textsOf(update.view);
      }
    },
  );
  const texts = (view: EditorView) => view.plugin(plugin)?.texts ?? Decoration.none;
  return [
    plugin,
    EditorView.perLineTextDirection.of(false),
    Prec.lowest([EditorView.decorations.of(texts), EditorView.bidiIsolatedRanges.of(texts)]),
  ];
}

function textsOf(view: EditorView): DecorationSet {
  const found = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges)
    syntaxTree(view.state).iterate({
      from,
      to,
      enter: ({ name, from: start, to: end }) => {
        const scalar = name === "Literal" || name === "QuotedLiteral";
        if (scalar && RIGHT_TO_LEFT.test(view.state.sliceDoc(start, end))) found.add(start, end, isolated);
      },
    });
  return found.finish();
}
