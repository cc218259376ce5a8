import {
  autocompletion,
  type Completion,
  type CompletionContext,
  completionKeymap,
  startCompletion,
} from "@codemirror/autocomplete";
import { type Extension, Prec } from "@codemirror/state";
import { type EditorView, keymap } from "@codemirror/view";
import type { Variable } from "@parley/shared/template";
import { type MessageOffer, offersAt } from "./offers-at.ts";

interface Completing {
  readonly variables: () => readonly Variable[];
  readonly locale: string;
  /** What an offer is for, in the reader's words. */
  readonly detail: (offer: MessageOffer) => string;
  readonly section: (offer: MessageOffer) => string;
}

/** Variables, functions and options of the template while a message is typed; everything at Ctrl+Space and Ctrl+I. */
export function messageOffers(completing: Completing): Extension {
  const complete = ({ state, pos, explicit }: CompletionContext) => {
    const found = offersAt(state.sliceDoc(0, pos), {
      variables: completing.variables(),
      locale: completing.locale,
      explicit,
    });
    if (!found) return null;
    return {
      from: found.from,
      options: found.offers.map((offer, index) => asCompletion(offer, index, completing)),
      validFor: /^[$]?[\p{L}\p{N}-]*$/u,
    };
  };
  return [
    autocompletion({
      override: [complete],
      defaultKeymap: false,
      interactionDelay: 0,
      icons: false,
      aboveCursor: false,
    }),
    // Ctrl+Space belongs to input methods on many systems, hence Ctrl+I too.
    Prec.highest(
      keymap.of([...completionKeymap, { key: "Mod-i", run: startCompletion, preventDefault: true }]),
    ),
  ];
}

function asCompletion(offer: MessageOffer, index: number, { detail, section }: Completing): Completion {
  const { kind, text, about } = offer;
  return {
    label: kind === "forms" ? `$${about}` : text,
    detail: detail(offer),
    section: { name: section(offer), rank: ["forms", "variable", "function", "option"].indexOf(kind) },
    boost: -index,
    // biome-ignore lint/complexity/useMaxParams: CodeMirror calls it so
    apply: (view, _completion, from, to) => insert(view, offer, { from, to }),
  };
}

/** The caret ends where the next word belongs: in the first form, else behind what was inserted. */
function insert(view: EditorView, { kind, text }: MessageOffer, range: { from: number; to: number }): void {
  const hole = kind === "forms" ? text.indexOf("{{") + 2 : text.length;
  view.dispatch({
    changes: { ...range, insert: text },
    selection: { anchor: range.from + hole },
    userEvent: "input.complete",
    scrollIntoView: true,
  });
}
