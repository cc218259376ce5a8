import { type Extension, RangeSetBuilder } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";

/** Deeper lines hang no further: little room would be left. */
const DEEPEST = 24;
/** As far as a list's dash and its blank. */
const STEP = 2;

const className = (columns: number): string => `pack-text__indent-${columns}`;
const marks = Array.from({ length: DEEPEST + 1 }, (_, columns) =>
  Decoration.line({ class: className(columns) }),
);

// Classes, since a page's policy may forbid styles in attributes.
const theme = EditorView.theme(
  Object.fromEntries(
    marks.map((_, columns) => [
      `.${className(columns)}`,
      { textIndent: `-${columns}ch`, paddingInlineStart: `calc(var(--space-2) + ${columns}ch)` },
    ]),
  ),
);

/** What does not fit on a line goes on below its first word, so that the indentation still shows what belongs to what. */
export function hangingIndent(): Extension {
  const plugin = ViewPlugin.fromClass(
    class {
      indents: DecorationSet;

      constructor(view: EditorView) {
        this.indents = indentsOf(view);
      }

      update({ docChanged, viewportChanged, view }: ViewUpdate) {
        if (docChanged || viewportChanged) this.indents = indentsOf(view);
      }
    },
    { decorations: ({ indents }) => indents },
  );
  return [plugin, theme];
}

function indentsOf({ visibleRanges, state }: EditorView): DecorationSet {
  const found = new RangeSetBuilder<Decoration>();
  for (const { from, to } of visibleRanges)
    for (let at = from; at <= to; ) {
      const line = state.doc.lineAt(at);
      const indent = /^ *(?:- )*/.exec(line.text)?.[0].length ?? 0;
      const mark = marks[Math.min(indent + STEP, DEEPEST)];
      if (mark) found.add(line.from, line.from, mark);
      at = line.to + 1;
    }
  return found.finish();
}
