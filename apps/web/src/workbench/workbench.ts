import { wordsOfError } from "../base/error-words.ts";
import { createStore, type Readable, type Store } from "../base/store.ts";
import { createStored } from "../base/stored.ts";
import type { Undo } from "../base/undo.ts";
import { Announcer, type Urgency } from "./announcer.ts";
import type { OpenMenu } from "./context-menu.ts";
import type { CallArguments, Command, Contribution, Frame } from "./contribution.ts";
import { contributed, refuseDuplicates } from "./contributions.ts";
import type { Asking, Confirmation, Prompt } from "./dialogs/asking.ts";
import { Editors } from "./editors.ts";
import { type Binding, bindingsOf, type UserKeys } from "./keys/bindings.ts";
import { Keyboard } from "./keys/listen-to-keys.ts";
import { createLayout, type Layout, openPlace, type Place, showView } from "./layout.ts";
import { type NewNotice, Notices } from "./notices.ts";
import type { PaletteRequest, Question } from "./palette/request.ts";
import type { Choice } from "./pieces.ts";
import { Problems } from "./problems.ts";
import { Progress } from "./progress.ts";
import { Settings } from "./settings.ts";
import { initialState, type WorkbenchState } from "./state.ts";

/** The frame: it holds what is contributed and what is open, and knows no feature. */
export class Workbench implements Frame {
  readonly settings = new Settings();
  readonly notices = new Notices();
  readonly progress = new Progress();
  readonly problems = new Problems();
  readonly announcer = new Announcer();
  readonly layout: Store<Layout> = createLayout();
  readonly userKeys: Store<UserKeys> = createStored("workbench.keys", readUserKeys);
  /** Commands by last use, latest first, for the palette. */
  readonly recentCommands: Store<readonly string[]> = createStored("workbench.recentCommands", readStrings);
  readonly palette: Store<PaletteRequest | null> = createStore<PaletteRequest | null>(null);
  readonly asking: Store<Asking | null> = createStore<Asking | null>(null);
  readonly contextMenu: Store<OpenMenu | null> = createStore<OpenMenu | null>(null);
  readonly editors: Editors;
  readonly keyboard: Keyboard;
  readonly #state = createStore<WorkbenchState>(initialState);
  readonly #contributions = createStore<readonly Contribution[]>([]);
  #bindings: { readonly from: readonly unknown[]; readonly bindings: readonly Binding[] } | null = null;

  constructor() {
    this.editors = new Editors((uri) => this.editorKind(uri));
    this.keyboard = new Keyboard({
      bindings: () => this.bindings(),
      state: () => this.#state.get(),
      run: (id) => void this.run(id),
    });
  }

  get state(): Readable<WorkbenchState> {
    return this.#state;
  }

  get contributions(): Readable<readonly Contribution[]> {
    return this.#contributions;
  }

  /** Add what a feature contributes; the undo takes all of it back. Throws when an id is contributed twice. */
  add(contribution: Contribution): Undo {
    refuseDuplicates(this.#contributions.get(), contribution);
    this.#contributions.update((present) => [...present, contribution]);
    const stop = contribution.start?.(this);
    return () => {
      stop?.();
      this.#contributions.update((present) => present.filter((other) => other !== contribution));
    };
  }

  tell(changed: Partial<WorkbenchState>): void {
    const state = this.#state.get();
    const differs = Object.entries(changed).some(
      ([key, value]) => state[key as keyof WorkbenchState] !== value,
    );
    if (differs) this.#state.set({ ...state, ...changed });
  }

  command(id: string): Command {
    const found = contributed(this.#contributions.get(), "commands").find((command) => command.id === id);
    if (!found) throw new Error(`No command "${id}": is its feature in app/contributions.ts?`);
    return found;
  }

  can(id: string): boolean {
    return this.command(id).when?.(this.#state.get()) ?? true;
  }

  async run<Id extends string>(id: Id, ...[args]: CallArguments<Id>): Promise<void> {
    const command = this.command(id);
    if (!this.can(id)) return;
    try {
      await command.run(this.#state.get(), this, args as never);
    } catch (error) {
      this.fail(error);
    }
  }

  /** Tell the member that something failed; developers find the cause in the page's error report. */
  fail(error: unknown): void {
    this.notify({ severity: "error", text: wordsOfError(error) });
    reportError(error);
  }

  notify(notice: NewNotice): void {
    const told = this.notices.add(notice);
    this.announce(told.text, told.severity === "error" ? "assertive" : "polite");
    this.tell({ notices: this.notices.all.get().length });
  }

  announce(text: string, urgency: Urgency = "polite"): void {
    this.announcer.say(text, urgency);
  }

  /** All key bindings now, the member's own last. */
  bindings(): readonly Binding[] {
    const from = [this.#contributions.get(), this.userKeys.get()] as const;
    if (!this.#bindings?.from.every((part, index) => part === from[index]))
      this.#bindings = { from, bindings: bindingsOf(contributed(from[0], "commands"), from[1]) };
    return this.#bindings?.bindings ?? [];
  }

  /** The first keys of a command, to be shown beside it. */
  keysOf(id: string): string | undefined {
    return this.bindings().find(({ command }) => command === id)?.keys;
  }

  editorKind(uri: string) {
    const kind = uri.split(":", 1)[0];
    return contributed(this.#contributions.get(), "editors").find(({ id }) => id === kind);
  }

  showView(id: string): void {
    const view = contributed(this.#contributions.get(), "views").find((other) => other.id === id);
    if (!view) throw new Error(`No view "${id}": is its feature in app/contributions.ts?`);
    this.layout.update((layout) => showView(layout, view.place, id));
  }

  openPlace(place: Place, open: boolean): void {
    this.layout.update((layout) => openPlace(layout, place, open));
  }

  quickOpen(line: string): void {
    this.palette.set({ kind: "quickOpen", line });
  }

  pick(question: Omit<Question, "answer">): Promise<Choice | undefined> {
    return new Promise((answer) => this.palette.set({ kind: "pick", question: { ...question, answer } }));
  }

  confirm(about: Confirmation): Promise<boolean> {
    return new Promise((answer) => this.asking.set({ kind: "confirm", about, answer }));
  }

  prompt(about: Prompt): Promise<string | undefined> {
    return new Promise((answer) => this.asking.set({ kind: "prompt", about, answer }));
  }
}

function readUserKeys(stored: unknown): UserKeys {
  if (typeof stored !== "object" || stored === null) return {};
  return Object.fromEntries(Object.entries(stored).map(([id, keys]) => [id, readStrings(keys)]));
}

function readStrings(stored: unknown): readonly string[] {
  return Array.isArray(stored) ? stored.filter((item) => typeof item === "string") : [];
}
