import { createStore, type Readable, type Store } from "../base/store.ts";
import { createStored } from "../base/stored.ts";
import type { EditorGroups, Tab } from "./editor-groups.ts";
import * as groups from "./editor-groups.ts";
import type { EditorKind } from "./pieces.ts";

export interface OpenOptions {
  /** A preview gives way to the next one. Left out: as the kind says. */
  readonly preview?: boolean;
  readonly toSide?: boolean;
  /** Leave the keyboard where it is, as a list does that shows what is under its cursor. */
  readonly keepFocus?: boolean;
}

/** The open editors of the window. */
export class Editors {
  /** The editor that is to take the keyboard; another object each time. */
  readonly revealed: Store<{ readonly uri: string } | null> = createStore<{ readonly uri: string } | null>(
    null,
  );
  readonly #open: ReturnType<typeof createStored<EditorGroups>>;
  readonly #kindOf: (uri: string) => EditorKind | undefined;

  constructor(kindOf: (uri: string) => EditorKind | undefined) {
    this.#kindOf = kindOf;
    this.#open = createStored("workbench.editors", groups.restore, groups.storable);
  }

  get open(): Readable<EditorGroups> {
    return this.#open;
  }

  /** Open a thing by its address, such as `conversation:42`. */
  show(uri: string, { preview, toSide = false, keepFocus = false }: OpenOptions = {}): void {
    const kind = this.#kindOf(uri);
    if (!kind) throw new Error(`No editor for "${uri}": is its feature in app/contributions.ts?`);
    this.#open.update((open) => groups.open(open, uri, { preview: preview ?? kind.preview ?? true, toSide }));
    if (!keepFocus) this.revealed.set({ uri });
  }

  /** Close a tab, unless it has unsaved changes and its kind keeps it. */
  async close(uri: string, group?: number): Promise<void> {
    const tab = groups.groupOf(this.#open.get(), group).tabs.find((other) => other.uri === uri);
    if (!tab) return;
    const only =
      this.#open.get().groups.filter(({ tabs }) => tabs.some((other) => other.uri === uri)).length === 1;
    const keep = tab.dirty && only && !((await this.#kindOf(uri)?.mayClose?.(tab)) ?? true);
    if (keep) return;
    this.#open.update((open) => groups.close(open, uri, group));
    this.#reveal();
  }

  /** Close those of a group that `which` chooses. */
  async closeWhere(which: (tab: Tab) => boolean, group = this.#open.get().active): Promise<void> {
    for (const { uri } of groups.groupOf(this.#open.get(), group).tabs.filter(which))
      await this.close(uri, group);
  }

  reopen(): void {
    const [last] = this.#open.get().closed;
    if (!last) return;
    this.#open.update((open) => ({ ...open, closed: open.closed.slice(1) }));
    this.show(last.uri, { preview: false });
  }

  /** What an editor says about itself: its title once it knows it, and whether it has unsaved changes. */
  describe(uri: string, said: Partial<Pick<Tab, "title" | "dirty">>): void {
    this.#open.update((open) => groups.describe(open, uri, said));
  }

  /** Make a preview stay. */
  keep(uri: string): void {
    this.#open.update((open) => groups.describe(open, uri, { preview: false }));
  }

  focus(group: number, uri?: string): void {
    this.#open.update((open) => groups.focus(open, group, uri));
  }

  /** Make the nth group the active one, counted from 1; one past the last is made by splitting. */
  focusNth(n: number): void {
    this.#open.update((open) => {
      const group = open.groups[n - 1];
      return group ? groups.focus(open, group.id) : groups.split(open);
    });
    this.#reveal();
  }

  split(): void {
    this.#open.update(groups.split);
    this.#reveal();
  }

  move(step: -1 | 1): void {
    this.#open.update((open) => groups.move(open, step));
    this.#reveal();
  }

  step(by: -1 | 1): void {
    this.#open.update((open) => groups.step(open, by));
    this.#reveal();
  }

  /** Go to the group before or after the active one, around the ends. */
  stepGroup(by: -1 | 1): void {
    this.#open.update((open) => groups.stepGroup(open, by));
    this.#reveal();
  }

  /** Put a tab where another stands, of this group or another. */
  place(uri: string, from: number, at: { readonly group: number; readonly before: string | null }): void {
    this.#open.update((open) => groups.place(open, { uri, from }, at));
    this.#reveal();
  }

  /** Give the keyboard to what is in front now. */
  #reveal(): void {
    const tab = groups.activeTab(this.#open.get());
    if (tab) this.revealed.set({ uri: tab.uri });
  }

  reorder(uri: string, by: -1 | 1): void {
    this.#open.update((open) => groups.reorder(open, uri, by));
  }
}
