import type { Block } from "@parley/shared/template";
import { draftBlock, type VariantWords } from "./words.ts";

/** A text that the server does not have yet, and the revision it was made from. */
export interface Unsaved {
  readonly words: VariantWords;
  readonly baseId: string | null;
}

const PREFIX = "parley.variant.unsaved.";

/** Templates hold no customer's data: what a member typed stays in this browser until the server has it. */
export function backUp(place: string, unsaved: Unsaved | null): void {
  try {
    if (unsaved) localStorage.setItem(PREFIX + place, JSON.stringify(unsaved));
    else localStorage.removeItem(PREFIX + place);
  } catch {
    // A full or forbidden storage must not stop anyone from writing.
  }
}

/** What was typed and not saved; null when there is nothing, or nothing that is understood. */
export function leftBehind(place: string): Unsaved | null {
  try {
    return readUnsaved(localStorage.getItem(PREFIX + place));
  } catch {
    return null;
  }
}

/** What was stored, as a text again. */
export function readUnsaved(stored: string | null): Unsaved | null {
  const found = JSON.parse(stored ?? "null") as Partial<Record<keyof Unsaved, unknown>> | null;
  const words = found?.words as Partial<Record<keyof VariantWords, unknown>> | undefined;
  if (typeof words?.title !== "string" || !Array.isArray(words.blocks)) return null;
  return {
    words: {
      title: words.title,
      keywords: strings(words.keywords),
      samples: strings(words.samples),
      blocks: words.blocks.flatMap((one: { readonly block?: unknown }) =>
        isBlock(one?.block) ? [draftBlock(one.block)] : [],
      ),
    },
    baseId: typeof found?.baseId === "string" ? found.baseId : null,
  };
}

const strings = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];

function isBlock(value: unknown): value is Block {
  const block = value as { kind?: unknown; text?: unknown; block?: unknown } | null;
  return block?.kind === "own"
    ? typeof block.text === "string"
    : block?.kind === "shared" && typeof block.block === "string";
}
