import { type Guess, guessLanguage } from "./language-guess.ts";
import { type Near, nearOf } from "./near.ts";
import type { Words } from "./words.ts";

/** What is known of a text apart from its numbers. Found when first asked for. */
export interface Reading {
  /** Base language ("pt"), or empty when it cannot be told. */
  readonly language: () => string;
  /** Whether it is well known, so that it can speak against something. */
  readonly sure: () => boolean;
  readonly near: (start: number, end: number) => Near;
}

/** What a reader of `text` sees, in `hint` if its language is known. */
export function readingOf(text: string, words: Words, hint = ""): Reading {
  const given = hint === "und" ? "" : (hint.split("-")[0] ?? "");
  let guess: Guess | undefined = given === "" ? undefined : { language: given, sure: true };
  const guessed = (): Guess => {
    guess ??= guessLanguage(text, words);
    return guess;
  };
  const known = new Map<string, Near>();
  return {
    language: () => guessed().language,
    sure: () => guessed().sure,
    // Several detectors and kinds ask about one stretch in turn.
    near: (start, end) => {
      const key = `${start} ${end}`;
      let near = known.get(key);
      if (!near) {
        near = nearOf(text, words, { start, end });
        known.set(key, near);
      }
      return near;
    },
  };
}
