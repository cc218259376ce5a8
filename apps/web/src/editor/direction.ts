import { type Extension, RangeSetBuilder } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";

const auto = Decoration.line({ attributes: { dir: "auto" } });

/** A letter that has a direction. Lines of signs and digits alone take the direction of the text's language. */
const STRONG = /\p{L}/u;

/** Each line takes the direction of its first strong letter, as a reader would lay it out; the caret follows what is seen. */
export function lineDirection(): Extension {
  const lines = ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;

      constructor(view: EditorView) {
        this.decorations = visibleLines(view);
      }

      update(update: ViewUpdate) {
        if (update.docChanged || update.viewportChanged) this.decorations = visibleLines(update.view);
      }
    },
    { decorations: (plugin) => plugin.decorations },
  );
  // The facet alone changes nothing that can be seen: it only lets CodeMirror believe what the decoration sets.
  return [EditorView.perLineTextDirection.of(true), lines];
}

function visibleLines(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges)
    for (let position = from; position <= to; ) {
      const line = view.state.doc.lineAt(position);
      if (STRONG.test(line.text)) builder.add(line.from, line.from, auto);
      position = line.to + 1;
    }
  return builder.finish();
}
