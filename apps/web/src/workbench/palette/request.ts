import type { Choice } from "../pieces.ts";

/** Choose one of some, with a title, as themes and languages are chosen. */
export interface Question {
  readonly title: string;
  readonly placeholder?: string;
  readonly choices: readonly Choice[];
  /** Told while the member moves over the choices, for a live preview; the one it began with when they give up. */
  readonly onMove?: (choice: Choice) => void;
  readonly answer: (choice: Choice | undefined) => void;
}

/** What the palette was opened for. */
export type PaletteRequest =
  | { readonly kind: "quickOpen"; readonly line: string }
  | { readonly kind: "pick"; readonly question: Question };
