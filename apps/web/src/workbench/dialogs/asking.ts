/** A yes or no before something that matters. */
export interface Confirmation {
  readonly title: string;
  readonly text?: string;
  /** What the button that goes on says: a verb, not "OK". */
  readonly action: string;
  readonly danger?: boolean;
}

/** A line or a few that are needed before something can be done. */
export interface Prompt extends Confirmation {
  readonly label: string;
  readonly initial?: string;
  readonly multiline?: boolean;
  /** Ready-made answers to choose from, beside one's own words. */
  readonly suggestions?: readonly string[];
  /** Whether an empty answer will do. */
  readonly optional?: boolean;
}

export type Asking =
  | { readonly kind: "confirm"; readonly about: Confirmation; readonly answer: (yes: boolean) => void }
  | { readonly kind: "prompt"; readonly about: Prompt; readonly answer: (text: string | undefined) => void };
