import { api, codesOf } from "../../../base/api.ts";
import { createStore, type Readable, type Store } from "../../../base/store.ts";
import type { Undo } from "../../../base/undo.ts";
import type { BrandList } from "../brand-list.ts";
import { RemoveTermDocument, SaveTermDocument } from "../memory.documents.ts";
import { glossaryOf, type Term } from "./open-glossary.ts";
import {
  beginDraft,
  clashesOf,
  isChanged,
  noWords,
  rebased,
  type TermDraft,
  type TermWords,
  wordsOf,
} from "./term-draft.ts";
import { type Drafts, NEW, unsavedTerms } from "./unsaved-terms.ts";

interface Desk {
  /** The term whose words are on screen: its id, `NEW`, or nothing. */
  readonly chosen: string | null;
  readonly query: string;
  readonly busy: boolean;
  readonly error: unknown;
  /** What was written before somebody else's words were taken, by the term's id. */
  readonly setAside: Readonly<Record<string, TermWords>>;
}

/** Where a member works on a brand's terms. What they typed is theirs until the server has it. */
export class GlossaryDesk {
  readonly glossary: BrandList<Term>;
  readonly drafts: Store<Drafts>;
  readonly #state = createStore<Desk>({ chosen: null, query: "", busy: false, error: null, setAside: {} });

  constructor(place: { readonly memberId: string; readonly brandId: string }) {
    this.glossary = glossaryOf(place.brandId);
    this.drafts = unsavedTerms(place);
  }

  get state(): Readable<Desk> {
    return this.#state;
  }

  /** Follow the terms while they are on screen. */
  watch(): Undo {
    const unlisten = this.glossary.state.subscribe(() => this.#meet());
    const unwatch = this.glossary.watch();
    return () => {
      unwatch();
      unlisten();
    };
  }

  search(query: string): void {
    this.#change({ query });
  }

  choose(chosen: string | null): void {
    this.#change({ chosen, error: null });
  }

  /** Begin a term, or go on with the one that was begun. */
  begin(term = ""): void {
    this.#change({ chosen: NEW, error: null });
    if (!this.drafts.get()[NEW])
      this.#put(NEW, { termId: null, version: 0, base: noWords, words: { ...noWords, term } });
  }

  write(key: string, changed: Partial<TermWords>): void {
    const draft = this.#draft(key);
    if (!draft) return;
    this.#change({ error: null });
    this.#put(key, { ...draft, words: { ...draft.words, ...changed } });
  }

  /** Drop what was typed. */
  drop(key: string): void {
    this.#put(key, null);
    this.#change({ error: null, ...(key === NEW || !this.#term(key) ? { chosen: null } : {}) });
  }

  /** Store the draft. True when the server has it; else the reason is on screen, and what was typed too. */
  async save(key: string): Promise<boolean> {
    const draft = this.drafts.get()[key];
    if (!draft) return false;
    const { termId, version, words } = draft;
    return this.#ask(async () => {
      const { brandId } = this.glossary;
      const variables = { save: { brandId, termId, version, ...words } };
      const { data } = await api().client.mutate({ mutation: SaveTermDocument, variables });
      await this.glossary.load();
      if (data) this.#saved(key, { sent: draft, id: data.saveTerm.id });
    });
  }

  async remove({ id, version }: Term): Promise<boolean> {
    return this.#ask(async () => {
      await api().client.mutate({ mutation: RemoveTermDocument, variables: { termId: id, version } });
      this.#put(id, null);
      if (this.#state.get().chosen === id) this.#change({ chosen: null });
      await this.glossary.load();
    });
  }

  /** Put drafts that only touch other parts than a colleague's save on that save: nothing is to be decided there. */
  #meet(): void {
    for (const [key, draft] of Object.entries(this.drafts.get())) {
      const term = this.#term(key);
      if (term && term.version > draft.version && clashesOf(draft, wordsOf(term)).length === 0)
        this.#put(key, rebased(draft, term, "mine"));
    }
  }

  /** Decide between two versions of what both changed. */
  settle(term: Term, whose: "mine" | "theirs"): void {
    const draft = this.drafts.get()[term.id];
    if (!draft) return;
    const { setAside } = this.#state.get();
    this.#change({
      error: null,
      setAside: whose === "theirs" ? { ...setAside, [term.id]: draft.words } : setAside,
    });
    this.#put(term.id, rebased(draft, term, whose));
  }

  /** Bring back what was written before a colleague's words were taken. */
  bringBack(key: string): void {
    const { [key]: words, ...setAside } = this.#state.get().setAside;
    this.#change({ setAside });
    if (words) this.write(key, words);
  }

  /** Keep the words of a term that somebody removed: they become a new one. */
  keepAsNew(key: string): void {
    const draft = this.drafts.get()[key];
    if (!draft) return;
    this.#put(key, null);
    this.#put(NEW, { termId: null, version: 0, base: noWords, words: draft.words });
    this.choose(NEW);
  }

  #saved(key: string, { sent, id }: { readonly sent: TermDraft; readonly id: string }): void {
    const now = this.drafts.get()[key];
    const term = this.#term(id);
    this.#put(key, null);
    // What was typed while the server was asked stands on what it has.
    if (now && term && now.words !== sent.words) this.#put(id, { ...beginDraft(term), words: now.words });
    if (key === NEW && this.#state.get().chosen === NEW) this.#change({ chosen: id, query: "" });
    const { [id]: _settled, ...setAside } = this.#state.get().setAside;
    this.#change({ setAside });
  }

  async #ask(work: () => Promise<void>): Promise<boolean> {
    if (this.#state.get().busy) return false;
    this.#change({ busy: true, error: null });
    try {
      await work();
      return true;
    } catch (error) {
      const overtaken = codesOf(error).some((code) => code === "STALE" || code === "NOT_FOUND");
      if (overtaken) await this.glossary.load();
      this.#change({ error });
      return false;
    } finally {
      this.#change({ busy: false });
    }
  }

  #term(id: string): Term | undefined {
    return this.glossary.state.get().rows.find((term) => term.id === id);
  }

  #draft(key: string): TermDraft | undefined {
    const term = this.#term(key);
    return this.drafts.get()[key] ?? (term && beginDraft(term));
  }

  /** A draft that says what the server has is none; a new term stays until it is dropped. */
  #put(key: string, draft: TermDraft | null): void {
    const { [key]: _before, ...others } = this.drafts.get();
    const kept = draft !== null && (key === NEW || isChanged(draft));
    this.drafts.set(kept ? { ...others, [key]: draft } : others);
  }

  #change(changed: Partial<Desk>): void {
    this.#state.update((state) => ({ ...state, ...changed }));
  }
}

const known = new Map<string, GlossaryDesk>();

/** The desk of a member for a brand. */
export function deskOf(place: { readonly memberId: string; readonly brandId: string }): GlossaryDesk {
  const key = `${place.memberId}/${place.brandId}`;
  const desk = known.get(key) ?? new GlossaryDesk(place);
  known.set(key, desk);
  return desk;
}
