import { createStore, type Readable } from "../base/store.ts";

interface Task {
  readonly id: number;
  readonly text: string;
}

/** Work that takes a while, shown in the status bar. */
export class Progress {
  readonly #tasks = createStore<readonly Task[]>([]);
  #next = 1;

  get tasks(): Readable<readonly Task[]> {
    return this.#tasks;
  }

  /** Show `text` until `work` is settled; gives back what it gives. */
  async show<T>(text: string, work: Promise<T>): Promise<T> {
    const task = { id: this.#next++, text };
    this.#tasks.update((tasks) => [...tasks, task]);
    try {
      return await work;
    } finally {
      this.#tasks.update((tasks) => tasks.filter(({ id }) => id !== task.id));
    }
  }
}
