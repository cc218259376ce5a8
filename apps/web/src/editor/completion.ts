import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  completionKeymap,
  startCompletion,
} from "@codemirror/autocomplete";
import { type Extension, Prec } from "@codemirror/state";
import { keymap } from "@codemirror/view";
import { insertPieces, type Piece } from "./stops.ts";

/** Something that can be put into the text: a template, a variable, a guideline. */
export interface Offer {
  readonly id: string;
  readonly label: string;
  /** At the end of its line: where it comes from, its language. */
  readonly detail?: string;
  /** Heading of its group. */
  readonly group?: string;
  /** A text beside the list while it is chosen. */
  readonly preview?: () => string | Promise<string>;
  /** What is inserted; asked for when it is chosen. */
  readonly pieces: () => readonly Piece[] | Promise<readonly Piece[]>;
  /** Language of label and preview, for font and direction. */
  readonly lang?: string;
}

/** What was typed, and whether it began with `/`. The offers come matched and in order: none is dropped. */
export interface Asked {
  readonly query: string;
  readonly slash: boolean;
  readonly signal: AbortSignal;
}

export type OfferSource = (asked: Asked) => readonly Offer[] | Promise<readonly Offer[]>;

/** `/` at the start of a word, then what the name begins with; spaces would end a sentence, so only single ones. */
const slashWord = /(?:^|(?<=[\s(«„“"]))\/[^\s/]*(?: [^\s/]+)?$/u;
const plainWord = /[\p{L}\p{N}_-]+$/u;

/** Offers at `/` while typing, and at Ctrl+Space or Ctrl+I anywhere. */
export function offers(source: OfferSource): Extension {
  const complete = async (context: CompletionContext): Promise<CompletionResult | null> => {
    const slash = context.matchBefore(slashWord);
    if (!slash && !context.explicit) return null;
    const word = slash ?? context.matchBefore(plainWord);
    const from = word?.from ?? context.pos;
    const query = (word?.text ?? "").replace(/^\//, "");
    const abort = new AbortController();
    context.addEventListener("abort", () => abort.abort(), { onDocChange: true });
    const found = await source({ query, slash: slash !== null, signal: abort.signal });
    return { from, options: found.map(asCompletion), filter: false };
  };
  return [
    autocompletion({
      override: [complete],
      defaultKeymap: false,
      // What is on screen can be chosen at once: a key that comes too early would break the line instead.
      interactionDelay: 0,
      icons: false,
      maxRenderedOptions: 60,
      aboveCursor: false,
    }),
    // Ctrl+Space belongs to input methods on many systems, hence Ctrl+I too.
    Prec.highest(
      keymap.of([...completionKeymap, { key: "Mod-i", run: startCompletion, preventDefault: true }]),
    ),
  ];
}

function asCompletion(offer: Offer, index: number): Completion {
  return {
    label: offer.label,
    ...(offer.detail ? { detail: offer.detail } : {}),
    ...(offer.group ? { section: offer.group } : {}),
    // The source knows the order; CodeMirror would sort by label where boosts are equal.
    boost: Math.max(-99, 99 - index),
    ...(offer.preview ? { info: () => previewOf(offer) } : {}),
    // biome-ignore lint/complexity/useMaxParams: CodeMirror calls it so
    apply: (view, _completion, from, to) => {
      const length = view.state.doc.length;
      void Promise.resolve(offer.pieces()).then((pieces) => {
        // Typed on while the server answered: what was there to be replaced has moved.
        const moved = view.state.doc.length - length;
        insertPieces(view, pieces, { from, to: to + Math.max(0, moved) });
      });
    },
  };
}

async function previewOf({ preview, lang }: Offer): Promise<Node | null> {
  const text = await preview?.();
  if (!text) return null;
  const box = document.createElement("div");
  box.className = "composer__preview";
  box.dir = "auto";
  if (lang) box.lang = lang;
  box.textContent = text;
  return box;
}
