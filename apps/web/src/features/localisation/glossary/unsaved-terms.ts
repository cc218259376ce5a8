import type { Store } from "../../../base/store.ts";
import { createStored } from "../../../base/stored.ts";
import { listsOf, noWords, type TermDraft, type TermWords } from "./term-draft.ts";

/** Drafts by the id of their term; a new term's is under `NEW`. */
export type Drafts = Readonly<Record<string, TermDraft>>;

export const NEW = "new";

const known = new Map<string, Store<Drafts>>();

/** What a member typed in a brand's glossary and did not save. A glossary holds no customer's data: it stays in this browser. */
export function unsavedTerms(place: { readonly memberId: string; readonly brandId: string }): Store<Drafts> {
  const key = `glossary.unsaved.${place.memberId}/${place.brandId}`;
  const store = known.get(key) ?? createStored<Drafts>(key, readDrafts);
  known.set(key, store);
  return store;
}

/** What was stored, as drafts again. */
export function readDrafts(stored: unknown): Drafts {
  const found = typeof stored === "object" && stored !== null ? Object.entries(stored) : [];
  return Object.fromEntries(
    found.flatMap(([key, draft]) => {
      const { version, base, words } = (draft ?? {}) as Partial<Record<keyof TermDraft, unknown>>;
      if (typeof version !== "number") return [];
      const termId = key === NEW ? null : key;
      return [[key, { termId, version, base: readWords(base), words: readWords(words) }]];
    }),
  );
}

function readWords(stored: unknown): TermWords {
  const { term, keep, note, translations, forbidden } = (stored ?? {}) as Partial<
    Record<keyof TermWords, unknown>
  >;
  return {
    term: typeof term === "string" ? term : noWords.term,
    keep: keep === true,
    note: typeof note === "string" ? note : noWords.note,
    translations: listsOf(translations),
    forbidden: listsOf(forbidden),
  };
}
