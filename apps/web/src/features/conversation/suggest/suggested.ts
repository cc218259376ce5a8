import type { TemplateChoice } from "../template/templates.ts";

/** A template and how likely it is the one, 0 to 1. */
export interface Suggested {
  readonly choice: TemplateChoice;
  readonly score: number;
}

export type Suggestions =
  | { readonly kind: "reading" }
  | { readonly kind: "failed"; readonly error: unknown }
  /** Nobody asked anything, or what was asked is like nothing known. */
  | { readonly kind: "silent"; readonly why: "nothingAsked" | "nothingLike" }
  | {
      readonly kind: "ranked";
      readonly suggested: readonly Suggested[];
      /** Whether the first one may be marked. */
      readonly confident: boolean;
      /** Whether scores are measured ones; until a model is trained only the order counts. */
      readonly measured: boolean;
      /** Whether an outside machine helped to order them. */
      readonly byMeaning?: boolean;
    };
