import { createStore, type Readable } from "../base/store.ts";

/** Two live regions of each kind take turns, so that the same words are read out again. */
export interface Announcements {
  readonly polite: readonly [string, string];
  readonly assertive: readonly [string, string];
}

export type Urgency = keyof Announcements;

/** Longer texts are cut: a screen reader cannot be stopped half-way through an alert by all users. */
const MAX_LENGTH = 20_000;

export class Announcer {
  readonly #said = createStore<Announcements>({ polite: ["", ""], assertive: ["", ""] });
  #turn = { polite: 0, assertive: 0 };

  get said(): Readable<Announcements> {
    return this.#said;
  }

  /** Have a screen reader say something. Assertive interrupts: only for what went wrong just now. */
  say(text: string, urgency: Urgency = "polite"): void {
    const turn = this.#turn[urgency];
    this.#turn[urgency] = 1 - turn;
    const cut = text.slice(0, MAX_LENGTH);
    this.#said.update((said) => ({ ...said, [urgency]: turn === 0 ? [cut, ""] : ["", cut] }));
  }
}
