import { history } from "@codemirror/commands";
import { search, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState, type Extension } from "@codemirror/state";
import { drawSelection, EditorView, keymap, placeholder } from "@codemirror/view";
import type { Translate } from "../base/i18n.ts";
import { directionOf } from "../base/languages.ts";
import { entered, forget } from "./active-view.ts";
import { completionTheme, composerTheme } from "./composer-theme.ts";
import { lineDirection } from "./direction.ts";
import { composerKeys, outerKeys, type TakesKey } from "./keys.ts";
import { phrases } from "./phrases.ts";
import { replaceText } from "./replace-text.ts";

// Must stand before the first editor: on Android the new way of input takes the browser's spell checking away.
(EditorView as { EDIT_CONTEXT?: boolean }).EDIT_CONTEXT = false;

/** What may change while the editor lives. */
export interface ComposerFace {
  /** The language of the text, not of the page: for spelling, fonts and screen readers. */
  readonly language: string;
  /** Name of the editor for a screen reader. */
  readonly label: string;
  readonly placeholder?: string;
  readonly readOnly?: boolean;
  readonly t: Translate;
}

export interface ComposerOptions extends ComposerFace {
  readonly text: string;
  /** A language mode, `offers(…)`, `findingLint(…)` and whatever else a text needs. */
  readonly extensions?: Extension;
  readonly onChange?: (text: string) => void;
  /** The workbench's keys, which go before the editor's own. */
  readonly takesKey?: TakesKey;
}

/** One text being written. It owns its view; put `dom` where it is to be seen. */
export interface Composer {
  readonly view: EditorView;
  /** Change language, name, read-only state or the page's words. */
  readonly show: (face: ComposerFace) => void;
  /** Replace the whole text, as another's version does; the caret stays where it can. */
  readonly setText: (text: string) => void;
  readonly destroy: () => void;
}

export function createComposer(options: ComposerOptions): Composer {
  const face = new Compartment();
  const view = new EditorView({
    state: EditorState.create({
      doc: options.text,
      extensions: [
        face.of(faceOf(options)),
        ...(options.takesKey ? [outerKeys.of(options.takesKey)] : []),
        composerKeys(),
        keymap.of(searchKeymap.filter(({ key }) => key === "F3" || key === "Escape")),
        options.extensions ?? [],
        prose(),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) options.onChange?.(update.state.doc.toString());
        }),
      ],
    }),
  });
  return {
    view,
    show: (next) => view.dispatch({ effects: face.reconfigure(faceOf(next)) }),
    setText: (text) => replaceText(view, text),
    destroy: () => {
      forget(view);
      view.destroy();
    },
  };
}

/** What makes a code editor an editor of prose in any script. */
function prose(): Extension {
  return [
    history(),
    EditorView.lineWrapping,
    // Room for the line under the last words, which would be cut off.
    EditorView.scrollMargins.of(() => ({ top: 8, bottom: 12 })),
    lineDirection(),
    EditorView.domEventObservers({ focus: (_event, view) => entered(view) }),
    EditorState.allowMultipleSelections.of(true),
    drawSelection(),
    search({ top: true }),
    composerTheme,
    completionTheme,
  ];
}

function faceOf({ language, label, readOnly = false, placeholder: hint, t }: ComposerFace): Extension {
  return [
    EditorView.contentAttributes.of({
      spellcheck: "true",
      autocorrect: "on",
      autocapitalize: "sentences",
      lang: language,
      ...(language ? { dir: directionOf(language) } : {}),
      "aria-label": label,
      "aria-multiline": "true",
      tabindex: "0",
    }),
    EditorState.readOnly.of(readOnly),
    hint ? placeholder(hint) : [],
    phrases(t),
  ];
}
