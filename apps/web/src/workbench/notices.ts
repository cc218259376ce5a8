import { createStore, type Store } from "../base/store.ts";
import { createStored } from "../base/stored.ts";

export type NoticeSeverity = "info" | "success" | "warning" | "error";

export interface NoticeAction {
  readonly label: string;
  readonly run: () => void;
}

/** Something that happened, told in the corner and kept in the list until it is cleared. */
export interface Notice {
  readonly id: number;
  readonly severity: NoticeSeverity;
  readonly text: string;
  /** Who says it: a feature's name in the page's language. */
  readonly source?: string;
  readonly actions?: readonly NoticeAction[];
  /** Replaces an earlier notice with the same key: "connection lost" need not be told twice. */
  readonly key?: string;
  /** Milliseconds on screen; 0 stays until it is closed. Errors and notices with actions stay longer. */
  readonly duration: number;
  /** When it was told, milliseconds of the page's clock. */
  readonly at: number;
}

export type NewNotice = Pick<Notice, "severity" | "text"> &
  Partial<Pick<Notice, "source" | "actions" | "key" | "duration">>;

const MAX_KEPT = 100;
const SECOND = 1000;

export class Notices {
  /** All that is kept, latest first. */
  readonly all: Store<readonly Notice[]> = createStore<readonly Notice[]>([]);
  /** Those in the corner of the window. */
  readonly shown: Store<readonly Notice[]> = createStore<readonly Notice[]>([]);
  readonly centreOpen: Store<boolean> = createStore(false);
  readonly doNotDisturb: Store<boolean> = createStored("workbench.doNotDisturb", (stored) => stored === true);
  #next = 1;

  add(notice: NewNotice): Notice {
    const told: Notice = {
      ...notice,
      id: this.#next++,
      duration: notice.duration ?? durationOf(notice),
      at: Date.now(),
    };
    const others = (list: readonly Notice[]) => list.filter(({ key }) => !key || key !== told.key);
    this.all.update((list) => [told, ...others(list)].slice(0, MAX_KEPT));
    if (!this.doNotDisturb.get() || told.severity === "error")
      this.shown.update((list) => [told, ...others(list)].slice(0, 3));
    return told;
  }

  /** Take a notice from the corner; it stays in the list. */
  hide(id: number): void {
    this.shown.update((list) => without(list, id));
  }

  /** Take a notice away altogether. */
  remove(id: number): void {
    this.hide(id);
    this.all.update((list) => without(list, id));
  }

  clear(): void {
    this.shown.set([]);
    this.all.set([]);
  }
}

function without(list: readonly Notice[], id: number): readonly Notice[] {
  return list.some((notice) => notice.id === id) ? list.filter((notice) => notice.id !== id) : list;
}

function durationOf({ severity, actions }: NewNotice): number {
  if (severity === "error") return 0;
  return actions && actions.length > 0 ? 20 * SECOND : 8 * SECOND;
}
