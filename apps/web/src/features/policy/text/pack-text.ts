import {
  acceptCompletion,
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
  startCompletion,
} from "@codemirror/autocomplete";
import { history, indentLess, indentMore, toggleComment } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import {
  bracketMatching,
  codeFolding,
  foldGutter,
  foldKeymap,
  indentOnInput,
  indentUnit,
} from "@codemirror/language";
import { unifiedMergeView } from "@codemirror/merge";
import { search, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState, type Extension, Prec } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import type { Translate } from "../../../base/i18n.ts";
import { entered, forget } from "../../../editor/active-view.ts";
import { completionTheme, composerTheme } from "../../../editor/composer-theme.ts";
import { findingCards } from "../../../editor/finding-card.ts";
import { findingGutter } from "../../../editor/finding-gutter.ts";
import { type FindingSource, findingLint } from "../../../editor/finding-lint.ts";
import { composerKeys, outerKeys, type TakesKey } from "../../../editor/keys.ts";
import { phrases } from "../../../editor/phrases.ts";
import { codeTheme } from "./code-theme.ts";
import { packCompletions } from "./completions.ts";
import { exampleGutter } from "./example-gutter.ts";
import { hangingIndent } from "./hanging-indent.ts";
import { isolatedTexts } from "./isolated-texts.ts";
import { packHover } from "./pack-hover.ts";
import type { PackLanguage } from "./pack-language.ts";

interface PackTextOptions {
  readonly text: string;
  readonly readOnly: boolean;
  readonly label: string;
  readonly t: Translate;
  readonly language: PackLanguage;
  readonly source: FindingSource;
  readonly takesKey: TakesKey;
  readonly onChange: (text: string) => void;
  /** Told the line of the caret, counted from 1. */
  readonly onCaret: (line: number) => void;
}

/** The editor of a pack's YAML. */
export interface PackText {
  readonly view: EditorView;
  /** Show what differs from another text, within this one; null shows the text alone. */
  readonly compareWith: (text: string | null) => void;
  /** Change the name and the page's words. */
  readonly show: (face: Pick<PackTextOptions, "label" | "t">) => void;
  readonly destroy: () => void;
}

export function createPackText(options: PackTextOptions): PackText {
  const face = new Compartment();
  const difference = new Compartment();
  const view = new EditorView({
    state: EditorState.create({
      doc: options.text,
      extensions: [
        face.of(faceOf(options)),
        difference.of([]),
        outerKeys.of(options.takesKey),
        EditorState.readOnly.of(options.readOnly),
        // Signs stand before the numbers.
        findingGutter(),
        exampleGutter(),
        code(),
        offering(options.language),
        findingLint(options.source),
        findingCards(),
        packHover(options.language),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) options.onChange(update.state.doc.toString());
          if (update.docChanged || update.selectionSet) options.onCaret(lineOf(update.state));
        }),
      ],
    }),
  });
  return {
    view,
    compareWith: (text) =>
      view.dispatch({ effects: difference.reconfigure(text === null ? [] : differenceFrom(text, options)) }),
    show: (next) => view.dispatch({ effects: face.reconfigure(faceOf(next)) }),
    destroy: () => {
      forget(view);
      view.destroy();
    },
  };
}

const lineOf = ({ doc, selection }: EditorState): number => doc.lineAt(selection.main.head).number;

function code(): Extension {
  return [
    composerKeys(),
    keymap.of([
      // Tab goes on to the next control, as everywhere.
      { key: "Mod-]", run: indentMore },
      { key: "Mod-[", run: indentLess },
      { key: "Mod-/", run: toggleComment },
      ...closeBracketsKeymap,
      ...foldKeymap,
      ...searchKeymap.filter(({ key }) => key === "F3" || key === "Escape"),
    ]),
    yaml(),
    indentUnit.of("  "),
    history(),
    lineNumbers(),
    codeFolding(),
    foldGutter(),
    bracketMatching(),
    closeBrackets(),
    indentOnInput(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    EditorView.lineWrapping,
    EditorState.allowMultipleSelections.of(true),
    drawSelection(),
    search({ top: true }),
    isolatedTexts(),
    hangingIndent(),
    EditorView.domEventObservers({ focus: (_event, view) => entered(view) }),
    codeTheme,
    composerTheme,
    completionTheme,
  ];
}

function offering(language: PackLanguage): Extension {
  return [
    autocompletion({
      override: [packCompletions(language)],
      icons: false,
      defaultKeymap: false,
      maxRenderedOptions: 80,
    }),
    // Ctrl+Space belongs to input methods on many systems, hence Ctrl+I too.
    Prec.highest(
      keymap.of([
        ...completionKeymap,
        { key: "Tab", run: acceptCompletion },
        { key: "Mod-i", run: startCompletion, preventDefault: true },
      ]),
    ),
  ];
}

function differenceFrom(text: string, { t, readOnly }: PackTextOptions): Extension {
  return unifiedMergeView({
    original: text,
    gutter: true,
    highlightChanges: true,
    syntaxHighlightDeletions: true,
    collapseUnchanged: { margin: 3, minSize: 6 },
    mergeControls: readOnly ? false : (type, action) => (type === "reject" ? takeBack(t, action) : nothing()),
  });
}

function takeBack(t: Translate, action: (event: MouseEvent) => void): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = t(($) => $.editor.phrases.revertChunk);
  button.addEventListener("click", action);
  return button;
}

const nothing = (): HTMLElement => document.createElement("span");

function faceOf({ label, t }: Pick<PackTextOptions, "label" | "t">): Extension {
  return [
    EditorView.contentAttributes.of({
      "aria-label": label,
      "aria-multiline": "true",
      spellcheck: "false",
      autocorrect: "off",
      autocapitalize: "off",
      lang: "und",
      dir: "ltr",
      tabindex: "0",
    }),
    phrases(t),
  ];
}
