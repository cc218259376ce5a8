import { createStore, type Readable } from "../base/store.ts";
import type { Undo } from "../base/undo.ts";

/** Something to be looked at in an open text. */
export interface Problem {
  readonly id: string;
  readonly severity: "error" | "warning" | "info";
  readonly message: string;
  /** Where it comes from, such as a rule's id. */
  readonly source?: string;
  /** Said of a problem that somebody has decided to live with. */
  readonly settled?: string;
  /** Go to its place. */
  readonly show: () => void;
}

/** The problems of one text. */
export interface ProblemGroup {
  /** What the text is called. */
  readonly title: string;
  /** Tells apart texts with the same name. */
  readonly detail?: string;
  readonly problems: readonly Problem[];
}

/** The problems of all open texts, told by whoever checks them. */
export class Problems {
  readonly #groups = createStore<ReadonlyMap<string, ProblemGroup>>(new Map());

  get groups(): Readable<ReadonlyMap<string, ProblemGroup>> {
    return this.#groups;
  }

  /** Tell the problems of a text anew. The undo forgets the text. */
  tell(key: string, group: ProblemGroup): Undo {
    this.#groups.set(new Map([...this.#groups.get(), [key, group]]));
    return () => this.forget(key);
  }

  forget(key: string): void {
    if (!this.#groups.get().has(key)) return;
    const left = new Map(this.#groups.get());
    left.delete(key);
    this.#groups.set(left);
  }
}

/** How many problems of each severity there are; those that are settled do not count. */
export function countProblems(groups: Iterable<ProblemGroup>): Readonly<Record<Problem["severity"], number>> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { problems } of groups)
    for (const { severity, settled } of problems) if (settled === undefined) counts[severity] += 1;
  return counts;
}
