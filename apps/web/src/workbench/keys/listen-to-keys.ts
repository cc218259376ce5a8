import { createStore, type Readable } from "../../base/store.ts";
import { listen, type Undo, undoAll } from "../../base/undo.ts";
import type { WorkbenchState } from "../state.ts";
import { type Binding, type Meaning, meaningOf } from "./bindings.ts";
import { type Stroke, strokesOf } from "./stroke.ts";

/** A chord begun, or one that meant nothing; shown in the status bar and announced. */
export type Chord =
  | { readonly kind: "waiting"; readonly first: Stroke }
  | { readonly kind: "unknown"; readonly first: Stroke; readonly second: Stroke };

interface Asked {
  readonly bindings: () => readonly Binding[];
  readonly state: () => WorkbenchState;
  readonly run: (command: string) => void;
}

/** Turns pressed keys into commands. Whatever has the focus comes first: only keys that it left alone arrive. */
export class Keyboard {
  readonly #asked: Asked;
  readonly #chord = createStore<Chord | null>(null);
  /** While someone records new keys for a command, no key acts. */
  suspended = false;

  constructor(asked: Asked) {
    this.#asked = asked;
  }

  get chord(): Readable<Chord | null> {
    return this.#chord;
  }

  /** Act on a key before an editor's own bindings see it; says whether it meant anything. */
  take(event: KeyboardEvent): boolean {
    if (this.suspended || this.#meaning(event).kind === "none") return false;
    this.#press(event);
    return true;
  }

  listen(): Undo {
    return undoAll([
      // The second half of a chord must not be typed into whatever has the focus.
      listen("keydown", (event) => this.#waiting() && this.#press(event), { capture: true }),
      listen("keydown", (event) => !event.defaultPrevented && this.#press(event)),
      listen("blur", () => this.#chord.set(null)),
      listen("pointerdown", () => this.#chord.set(null), { capture: true }),
    ]);
  }

  #waiting(): Stroke | null {
    const chord = this.#chord.get();
    return chord?.kind === "waiting" ? chord.first : null;
  }

  #meaning(event: KeyboardEvent): Meaning {
    return meaningOf(this.#asked.bindings(), strokesOf(event), {
      state: this.#asked.state(),
      first: this.#waiting(),
    });
  }

  #press(event: KeyboardEvent): void {
    const strokes = strokesOf(event);
    const [stroke] = strokes;
    if (this.suspended || !stroke) return;
    const first = this.#waiting();
    const meaning = this.#meaning(event);
    if (meaning.kind === "none" && !first) {
      this.#chord.set(null);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    this.#chord.set(next(meaning, first, stroke));
    if (meaning.kind === "run") this.#asked.run(meaning.command);
  }
}

function next(meaning: Meaning, first: Stroke | null, stroke: Stroke): Chord | null {
  if (meaning.kind === "chord") return { kind: "waiting", first: meaning.first };
  if (meaning.kind === "run" || !first || stroke === "escape") return null;
  return { kind: "unknown", first, second: stroke };
}
