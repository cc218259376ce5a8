import { useEffect } from "react";
import { useStore } from "../../../base/store.ts";
import { glossaryOf, type Term } from "../glossary/open-glossary.ts";

/** A brand's terms as they are now; none until they are there. */
export function useGlossary(brandId: string): readonly Term[] {
  const glossary = glossaryOf(brandId);
  useEffect(() => glossary.watch(), [glossary]);
  return useStore(glossary.state).rows;
}

/** A term's words in a language; JSON has no types of its own. */
export function wordsIn(lists: Readonly<Record<string, unknown>>, locale: string): readonly string[] {
  const found = lists[locale];
  return Array.isArray(found) ? found.filter((word) => typeof word === "string") : [];
}
