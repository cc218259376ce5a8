import { createStore, type Readable } from "../../base/store.ts";
import type { Override } from "./check/overrides.ts";
import type { Visibility } from "./draft/unsaved.ts";

interface OverrideAsked {
  readonly conversationId: string;
  /** What the finding says. */
  readonly message: string;
  /** Codes to choose from. */
  readonly reasons: readonly string[];
}

interface SendAsked {
  readonly conversationId: string;
  readonly visibility: Visibility;
  readonly body: string;
  readonly language: string | null;
  /** Whether a second person looks at it first. */
  readonly reviewed: boolean;
}

interface InsertAsked {
  readonly conversationId: string;
  /** Tags of the languages. */
  readonly wanted: string;
  readonly used: string;
}

/** A question that is put over the window. */
export type Asked =
  | (OverrideAsked & { readonly kind: "override"; readonly answer: (given: Override | null) => void })
  | (SendAsked & { readonly kind: "send"; readonly answer: (given: boolean) => void })
  | (InsertAsked & { readonly kind: "insert"; readonly answer: (given: boolean) => void });

const question = createStore<Asked | null>(null);

/** The question on screen: the editor of its conversation shows it. */
export const asked: Readable<Asked | null> = question;

function put<T>(build: (answer: (given: T) => void) => Asked): Promise<T> {
  return new Promise((resolve) => {
    question.set(
      build((given) => {
        question.set(null);
        resolve(given);
      }),
    );
  });
}

/** Questions about a reply, one at a time. */
export const ask = {
  /** Why is this to be sent in spite of a finding? Null when it is not. */
  override: (about: OverrideAsked) =>
    put<Override | null>((answer) => ({ kind: "override", ...about, answer })),
  /** Is this really to be sent? */
  send: (about: SendAsked) => put<boolean>((answer) => ({ kind: "send", ...about, answer })),
  /** Is a text in another language really wanted? */
  insert: (about: InsertAsked) => put<boolean>((answer) => ({ kind: "insert", ...about, answer })),
};
