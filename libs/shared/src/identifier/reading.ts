import { guessLanguage } from "./language-guess.ts";
import { type Near, nearOf } from "./near.ts";
import type { Words } from "./words.ts";

/** What is known of a text apart from its numbers. Found when first asked for. */
export interface Reading {
  /** Base language ("pt"), or empty when it cannot be told. */
  readonly language: () => string;
  readonly near: (start: number, end: number) => Near;
}

export function readingOf(text: string, words: Words, hint = ""): Reading {
  const given = hint === "und" ? "" : (hint.split("-")[0] ?? "");
  let language = given;
  let guessed = given !== "";
  const known = new Map<string, Near>();
  return {
    language: () => {
      if (!guessed) language = guessLanguage(text, words);
      guessed = true;
      return language;
    },
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
