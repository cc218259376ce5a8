import type { Term } from "./open-glossary.ts";
import type { TermWords } from "./term-draft.ts";

/** Why a term cannot be saved as it is; the words are in `glossary.problem`. */
export type TermProblem =
  | { readonly code: "taken"; readonly termId: string }
  | { readonly code: "both"; readonly locale: string; readonly word: string }
  | { readonly code: "tooMany" | "tooLong"; readonly locale: string };

/** The same bounds as the server's. */
export const MOST = { term: 100, note: 1000, words: 20 } as const;

/** What stands in the way of saving. An empty term has none: it has only been begun. */
export function problemsOf(
  { term, translations, forbidden }: TermWords,
  { termId, terms }: { readonly termId: string | null; readonly terms: readonly Term[] },
): readonly TermProblem[] {
  const same = terms.find((one) => one.term === term.trim() && one.id !== termId);
  const lists = [...Object.entries(translations), ...Object.entries(forbidden)];
  return [
    ...(same ? [{ code: "taken" as const, termId: same.id }] : []),
    ...Object.entries(translations).flatMap(([locale, words]) => {
      const wrong = new Set((forbidden[locale] ?? []).map((word) => word.toLocaleLowerCase(locale)));
      const word = words.find((one) => wrong.has(one.toLocaleLowerCase(locale)));
      return word === undefined ? [] : [{ code: "both" as const, locale, word }];
    }),
    ...lists.flatMap(([locale, words]) =>
      words.length > MOST.words ? [{ code: "tooMany" as const, locale }] : [],
    ),
    ...lists.flatMap(([locale, words]) =>
      words.some(({ length }) => length > MOST.term) ? [{ code: "tooLong" as const, locale }] : [],
    ),
  ];
}
