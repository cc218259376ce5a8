import { DomainError } from "../base/errors.ts";
import type { ActAs, LedgerRecord, Tx } from "../base/tx.ts";
import { may } from "../base/viewer.ts";
import { GlossaryTerm } from "./glossary-term.entity.ts";
import { isTag } from "./save-variant.ts";

/** A term as somebody wrote it. */
export interface SavedTerm extends Pick<GlossaryTerm, "brandId" | "term" | "keep" | "note"> {
  /** None for a new term. */
  readonly termId: string | null;
  /** The version the member saw; 0 for a new term. */
  readonly version: number;
  readonly translations: unknown;
  readonly forbidden: unknown;
}

const MOST = { term: 100, note: 1000, words: 20 } as const;

/** Add a term to a brand's glossary, or change it. What somebody else changed meanwhile is not overwritten. */
export function saveTerm(act: ActAs, saved: SavedTerm): Promise<GlossaryTerm> {
  const words = fitWords(saved);
  const { brandId, termId, version } = saved;
  return act({
    do: async (tx, by) => {
      if (!may(by, "template.write", brandId))
        throw new DomainError("FORBIDDEN", { ability: "template.write" });
      const same = await tx.findOneBy(GlossaryTerm, { brandId, term: words.term });
      if (same && same.id !== termId) throw new DomainError("BAD_USER_INPUT", { field: "term" });
      const values = { ...words, authorId: by.kind === "system" ? null : by.id };
      if (termId !== null) return changeTerm(tx, { id: termId, brandId, version }, values);
      const { id } = await tx.save(GlossaryTerm, { ...values, brandId });
      return tx.findOneByOrFail(GlossaryTerm, { id });
    },
    record: (term) => recordOf(term, "glossary.term_saved"),
    changes: ({ id }) => [{ kind: "template", id, brandId }],
  });
}

async function changeTerm(
  tx: Tx,
  where: Pick<GlossaryTerm, "id" | "brandId" | "version">,
  values: ReturnType<typeof fitWords>,
): Promise<GlossaryTerm> {
  const changed = { ...values, version: where.version + 1, updatedAt: new Date() };
  const { affected } = await tx.update(GlossaryTerm, where, changed);
  const now = await tx.findOneBy(GlossaryTerm, { id: where.id, brandId: where.brandId });
  if (!now) throw new DomainError("NOT_FOUND", { field: "termId" });
  if (affected === 0) throw new DomainError("STALE", { version: now.version });
  return now;
}

/** Take a term out of the glossary. */
export function removeTerm(
  act: ActAs,
  { termId, version }: { readonly termId: string; readonly version: number },
): Promise<GlossaryTerm> {
  return act({
    do: async (tx, by) => {
      const term = await tx.findOneBy(GlossaryTerm, { id: termId });
      if (!term) throw new DomainError("NOT_FOUND", { field: "termId" });
      if (!may(by, "template.write", term.brandId))
        throw new DomainError("FORBIDDEN", { ability: "template.write" });
      const { affected } = await tx.delete(GlossaryTerm, { id: termId, version });
      if (affected === 0) throw new DomainError("STALE", { version: term.version });
      return term;
    },
    record: (term) => recordOf(term, "glossary.term_removed"),
    changes: ({ id, brandId }) => [{ kind: "template", id, brandId }],
  });
}

const recordOf = (term: GlossaryTerm, action: string): LedgerRecord => {
  const { id, brandId, term: words, keep, translations, forbidden, note, version } = term;
  return {
    action,
    brandId,
    subjectId: id,
    payload: { term: words, translations, forbidden, note },
    facts: { version, keep, locales: Object.keys(translations).sort() },
  };
};

function fitWords({ term, keep, note, translations, forbidden }: SavedTerm) {
  const words = term.trim();
  if (words === "" || words.length > MOST.term) throw new DomainError("BAD_USER_INPUT", { field: "term" });
  if (note.length > MOST.note) throw new DomainError("BAD_USER_INPUT", { field: "note" });
  return {
    term: words,
    keep,
    note: note.trim(),
    translations: fitLists(translations, "translations"),
    forbidden: fitLists(forbidden, "forbidden"),
  };
}

/** Lists of words by language, as a client sent them. Languages without words are left out. */
function fitLists(lists: unknown, field: string): GlossaryTerm["translations"] {
  const bad = (): never => {
    throw new DomainError("BAD_USER_INPUT", { field });
  };
  if (typeof lists !== "object" || lists === null || Array.isArray(lists)) return bad();
  const fit = Object.entries(lists).map(([locale, words]): readonly [string, readonly string[]] => {
    if (!isTag(locale)) throw new DomainError("UNKNOWN_LOCALE", { locale });
    if (!Array.isArray(words) || words.length > MOST.words) return bad();
    return [locale, words.map((word) => (isWord(word) ? word.trim() : bad()))];
  });
  return Object.fromEntries(fit.filter(([, words]) => words.length > 0));
}

const isWord = (word: unknown): word is string =>
  typeof word === "string" && word.trim() !== "" && word.length <= MOST.term;
