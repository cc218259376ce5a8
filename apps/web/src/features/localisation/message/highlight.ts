import { type Extension, Prec, RangeSetBuilder } from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  Direction,
  EditorView,
  ViewPlugin,
  type ViewUpdate,
} from "@codemirror/view";
import { isolatesOf } from "./isolates.ts";
import { type TokenKind, tokensOf } from "./tokens.ts";
import "./message.css";

const marks: Readonly<Record<TokenKind, Decoration>> = {
  keyword: mark("keyword"),
  variable: mark("variable"),
  function: mark("function"),
  option: mark("option"),
  literal: mark("literal"),
  key: mark("key"),
  brace: mark("brace"),
  markup: mark("markup"),
  escape: mark("escape"),
};

function mark(kind: TokenKind): Decoration {
  // What is in braces is no prose: a spelling checker would underline all of it.
  return Decoration.mark({ class: `message__${kind}`, attributes: { spellcheck: "false" } });
}

/** Colours a message, and keeps its placeholders in order in lines of the other direction. */
export function messageLanguage(direction: "ltr" | "rtl"): Extension {
  return direction === "rtl" ? [highlighting, isolating] : highlighting;
}

const highlighting = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = coloured(view);
    }

    update(update: ViewUpdate) {
      // A message is at most 8 kB: all of it is read again on each change.
      if (update.docChanged) this.decorations = coloured(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

function coloured(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const { kind, start, end } of tokensOf(view.state.doc.toString()))
    builder.add(start, end, marks[kind]);
  return builder.finish();
}

const isolates = {
  ltr: Decoration.mark({ bidiIsolate: Direction.LTR, attributes: { dir: "ltr" } }),
  rtl: Decoration.mark({ bidiIsolate: Direction.RTL, attributes: { dir: "rtl" } }),
};

const isolatingPlugin = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = isolated(view);
    }

    update(update: ViewUpdate) {
      if (update.docChanged) this.decorations = isolated(update.view);
    }
  },
  {
    provide: (plugin) => {
      const access = (view: EditorView) => view.plugin(plugin)?.decorations ?? Decoration.none;
      // Lowest, so that they stand around the colours and not inside them.
      return Prec.lowest([EditorView.decorations.of(access), EditorView.bidiIsolatedRanges.of(access)]);
    },
  },
);
const isolating: Extension = isolatingPlugin;

function isolated(view: EditorView): DecorationSet {
  const found = isolatesOf(view.state.doc.toString());
  return Decoration.set(
    found.map(({ start, end, direction }) => isolates[direction].range(start, end)),
    true,
  );
}
