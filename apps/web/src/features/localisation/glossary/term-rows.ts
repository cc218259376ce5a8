import { fold } from "../../../workbench/palette/score.ts";
import type { Term } from "./open-glossary.ts";
import { listsOf } from "./term-draft.ts";

/** The terms in which the words are found: in the term, what it is called in any language, what it must not be called, or its note. */
export function matching(terms: readonly Term[], query: string): readonly Term[] {
  const wanted = fold(query.trim());
  if (wanted === "") return terms;
  return terms.filter(({ term, translations, forbidden, note }) =>
    fold([term, ...wordsIn(translations), ...wordsIn(forbidden), note].join("\n")).includes(wanted),
  );
}

/** How a term is said in all languages together, each form once. */
export const saidAs = ({ translations }: Pick<Term, "translations">): readonly string[] => [
  ...new Set(wordsIn(translations)),
];

const wordsIn = (lists: Term["translations"]): readonly string[] => Object.values(listsOf(lists)).flat();
