import { createStore, type Readable } from "../../../base/store.ts";
import { type DraftText, noText, type Revision, sameText, textOf } from "./draft-text.ts";

/** What the keeper asks the server to store. */
export interface SaveAsked {
  readonly text: DraftText;
  readonly baseId: string | null;
  /** The same for every try of one save. */
  readonly clientId: string;
}

export interface SaveAnswer {
  readonly draftId: string;
  readonly revision: Revision;
  /** What stands as the draft's text now, when it is not what was just stored. */
  readonly conflict: Revision | null;
}

/** A text that no server has yet, kept in this browser. */
export interface Unsaved {
  readonly text: DraftText;
  readonly baseId: string | null;
}

/** What keeps a draft outside of the page. */
export interface DraftShelf {
  readonly save: (asked: SaveAsked) => Promise<SaveAnswer>;
  /** Keep a copy in this browser until the server has it; null takes it away. */
  readonly backUp: (unsaved: Unsaved | null) => void;
  readonly newId: () => string;
  /** Whether a failure means that nobody was reached, so that trying again helps. */
  readonly isPassing: (error: unknown) => boolean;
}

export type Keeping = "kept" | "waiting" | "saving" | "unreachable" | "refused";

/** A draft as the composer shows it. */
export interface KeptDraft {
  readonly draftId: string | null;
  readonly text: DraftText;
  /** The saved state the text stands on. */
  readonly base: Revision | null;
  readonly keeping: Keeping;
  /** Why the last save was refused. */
  readonly error: unknown;
  /** Another's text that came first. Both are stored; the member decides. */
  readonly conflict: Revision | null;
}

/** Typing pauses this long before it is saved, in milliseconds. */
export const PAUSE_MS = 700;
const RETRY_MS = [1000, 2000, 5000, 10_000] as const;

const nothing: KeptDraft = {
  draftId: null,
  text: noText,
  base: null,
  keeping: "kept",
  error: null,
  conflict: null,
};

/**
 * Keeps one draft: what is typed goes into this browser at once and to the server after a pause, one save at a time. It
 * never replaces what was typed: a text that another saved first is shown beside it.
 */
export class DraftKeeper {
  readonly #state = createStore<KeptDraft>(nothing);
  readonly #shelf: DraftShelf;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> | null = null;
  /** A save whose answer never came: tried again as it was, or the server would store it twice. */
  #unanswered: SaveAsked | null = null;
  #tries = 0;
  #turn = 0;
  /** Grows with each draft: the answer to a save of an earlier one says nothing about this one. */
  #life = 0;
  /** Drafts that were sent or put away: an answer that is late must not bring them back. */
  readonly #left = new Set<string>();

  constructor(shelf: DraftShelf) {
    this.#shelf = shelf;
  }

  get state(): Readable<KeptDraft> {
    return this.#state;
  }

  get dirty(): boolean {
    return isDirty(this.#state.get());
  }

  /** A moment to compare answers with: what was asked for before the last save says less than that save. */
  get turn(): number {
    return this.#turn;
  }

  /** The member changed something. */
  change(changed: Partial<DraftText>): void {
    const { text } = this.#state.get();
    const next = { ...text, ...changed };
    this.#set({ text: next });
    if (!sameText(text, next)) this.#shelve();
  }

  /** Take up what a page before this one did not get to the server. */
  restore({ text, baseId }: Unsaved): void {
    const { base } = this.#state.get();
    if (this.dirty) return;
    if (base ? sameText(textOf(base), text) : text.body === "") {
      this.#shelf.backUp(null);
      return;
    }
    // The text stands on what its member saw then; should another have written since, the server says so.
    this.#set({ text, base: base?.id === baseId ? base : null });
    this.#shelve();
  }

  /** The server's draft, as an answer that was asked for at `turn` tells it. */
  meet(draft: { readonly id: string; readonly head: Revision | null } | null, turn: number): void {
    if (turn < this.#turn || this.#saving !== null) return;
    const { draftId } = this.#state.get();
    if (!draft) {
      if (draftId !== null) this.leave();
    } else if (!this.#left.has(draft.id)) this.#take(draft.id, draft.head);
  }

  /** Show what is newer than what is known, unless something typed would go. */
  #take(id: string, head: Revision | null): void {
    const { base, draftId, conflict } = this.#state.get();
    const isNews = head !== null && !(id === draftId && base && head.n <= base.n);
    if (!isNews) this.#set({ draftId: id });
    else if (conflict) this.#set({ conflict: head });
    else if (this.dirty) this.#set({ draftId: id });
    else this.#set({ draftId: id, base: head, text: textOf(head) });
  }

  /** The draft has been sent or put away. What was typed since begins another, unless it is to go as well. */
  leave(typed: "keep" | "drop" = "keep"): void {
    const { draftId, text } = this.#state.get();
    const typedOn = typed === "keep" && this.dirty;
    if (draftId) this.#left.add(draftId);
    this.#turn += 1;
    this.#life += 1;
    this.#saving = null;
    this.#unanswered = null;
    this.#state.set({ ...nothing, ...(typedOn ? { text } : {}) });
    this.#shelve();
  }

  /** Settle a conflict with a text of the member's choice: it is saved on top of the other's. */
  settle(text: DraftText): void {
    const { conflict } = this.#state.get();
    if (!conflict) return;
    this.#set({ base: conflict, conflict: null, text });
    this.#shelve();
    void this.flush();
  }

  /** Save now what is not saved, and wait until the server has it. Rejects when it cannot be had. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    while (this.#saving !== null) await this.#saving;
    if (this.dirty && !this.#state.get().conflict) {
      await this.#save();
      const { keeping, error } = this.#state.get();
      if (keeping === "unreachable" || keeping === "refused") throw error;
    }
  }

  /** Save the text as it stands once more: another saved state, so that what was asked about the last one is void. */
  async saveAgain(): Promise<void> {
    await this.flush();
    const { text, base } = this.#state.get();
    if (!base) return;
    this.#unanswered = { text, baseId: base.id, clientId: this.#shelf.newId() };
    await this.#save(true);
    const { keeping, error } = this.#state.get();
    if (keeping === "unreachable" || keeping === "refused") throw error;
  }

  #set(changed: Partial<KeptDraft>): void {
    this.#state.set({ ...this.#state.get(), ...changed });
  }

  /** Keep it in this browser, and save it after a pause. */
  #shelve(): void {
    const { text, base, conflict } = this.#state.get();
    clearTimeout(this.#timer);
    const saving = this.#saving !== null;
    if (!this.dirty) {
      this.#shelf.backUp(null);
      this.#set({ keeping: saving ? "saving" : "kept" });
      return;
    }
    this.#shelf.backUp({ text, baseId: base?.id ?? null });
    if (conflict) return;
    this.#set({ keeping: saving ? "saving" : "waiting" });
    this.#timer = setTimeout(() => void this.#save(), PAUSE_MS);
  }

  #save(always = false): Promise<void> {
    if (this.#saving !== null || !(always || this.dirty)) return this.#saving ?? Promise.resolve();
    const { text, base } = this.#state.get();
    const asked = this.#unanswered ?? { text, baseId: base?.id ?? null, clientId: this.#shelf.newId() };
    this.#unanswered = asked;
    this.#set({ keeping: "saving" });
    const life = this.#life;
    this.#saving = this.#shelf.save(asked).then(
      (answer) => (life === this.#life ? this.#saved(asked, answer) : undefined),
      (error: unknown) => (life === this.#life ? this.#failed(error) : undefined),
    );
    return this.#saving;
  }

  #saved(asked: SaveAsked, { draftId, revision, conflict }: SaveAnswer): void {
    this.#saving = null;
    this.#unanswered = null;
    this.#tries = 0;
    this.#turn += 1;
    const { text } = this.#state.get();
    const same = conflict !== null && sameText(textOf(conflict), asked.text);
    if (conflict && !same) {
      this.#set({ draftId, conflict, keeping: "kept", error: null });
      this.#shelf.backUp({ text, baseId: asked.baseId });
      return;
    }
    this.#set({ draftId, base: conflict ?? revision, error: null });
    this.#shelve();
  }

  #failed(error: unknown): void {
    this.#saving = null;
    if (!this.#shelf.isPassing(error)) {
      this.#unanswered = null;
      this.#set({ keeping: "refused", error });
      return;
    }
    this.#set({ keeping: "unreachable", error });
    const wait = RETRY_MS[Math.min(this.#tries, RETRY_MS.length - 1)];
    this.#tries += 1;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save(), wait);
  }
}

/** Whether there is something the server does not have. */
export function isDirty({ text, base, conflict }: KeptDraft): boolean {
  if (conflict) return true;
  return base ? !sameText(textOf(base), text) : text.body !== "";
}
