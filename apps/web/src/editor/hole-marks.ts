import { type Extension, Prec } from "@codemirror/state";
import { Decoration, EditorView, MatchDecorator, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import "./hole-marks.css";

/** As templates write a place without a value; see `holeText`. */
const HOLE = /⟦[^⟦⟧\n]*⟧/gu;

/**
 * Places to fill stand apart from the text: their labels are in the member's language, whatever the text's is, so they are
 * read aloud in it, laid out by themselves, and never taken for the customer's words.
 */
export function holeMarks(language: string): Extension {
  const mark = Decoration.mark({
    class: "cm-hole",
    attributes: { lang: language, dir: "auto", spellcheck: "false" },
    bidiIsolate: null,
  });
  const matcher = new MatchDecorator({ regexp: HOLE, decoration: mark });
  const plugin = ViewPlugin.define(
    (view) => ({
      marks: matcher.createDeco(view),
      update(update: ViewUpdate) {
        this.marks = matcher.updateDeco(update, this.marks);
      },
    }),
    {
      provide: (marked) => {
        const marks = (view: EditorView) => view.plugin(marked)?.marks ?? Decoration.none;
        return Prec.lowest([EditorView.decorations.of(marks), EditorView.bidiIsolatedRanges.of(marks)]);
      },
    },
  );
  return plugin;
}
