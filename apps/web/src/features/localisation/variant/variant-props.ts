import type { May } from "./may.ts";
import type { OpenVariant } from "./open-variant.ts";
import type { Opened } from "./opened.ts";
import type { VariantWords } from "./words.ts";

/** What the parts of the editor are given. */
export interface VariantProps {
  readonly open: OpenVariant;
  readonly opened: Opened;
  readonly may: May;
}

/** Parts that need a text on screen. */
export interface WordedProps extends VariantProps {
  readonly words: VariantWords;
}
