import type { MemoryPair } from "@parley/shared/interchange";
import type { GlossaryTerm as Term } from "@parley/shared/template";
import { In } from "typeorm";
import { DomainError } from "../base/errors.ts";
import type { ActAs } from "../base/tx.ts";
import { may } from "../base/viewer.ts";
import { GlossaryTerm } from "./glossary-term.entity.ts";
import { keepPairs } from "./remember-pairs.ts";

/** Add the terms of another tool. A term that is known already is told and left as it is. */
export async function importGlossary(
  act: ActAs,
  { brandId, terms }: { readonly brandId: string; readonly terms: readonly Term[] },
): Promise<{ readonly added: number; readonly known: readonly string[] }> {
  return act({
    do: async (tx, by) => {
      if (!may(by, "template.write", brandId))
        throw new DomainError("FORBIDDEN", { ability: "template.write" });
      // Of two concepts of one name the first is taken.
      const byName = new Map(terms.toReversed().map((term) => [term.term, term]));
      const there = await tx.findBy(GlossaryTerm, { brandId, term: In([...byName.keys()]) });
      const known = new Set(there.map(({ term }) => term));
      const unique = [...byName.values()].filter(({ term }) => !known.has(term));
      await tx.insert(
        GlossaryTerm,
        unique.map(({ term, keep, translations, forbidden }) => ({
          brandId,
          term,
          keep,
          translations,
          forbidden,
          note: "",
        })),
      );
      return { added: unique.length, known: [...known].sort(), unique };
    },
    record: ({ added, unique }) =>
      added === 0
        ? []
        : {
            action: "glossary.imported",
            brandId,
            subjectId: brandId,
            payload: { terms: unique },
            facts: { terms: added },
          },
    changes: () => [{ kind: "template", id: brandId, brandId }],
  });
}

/** Add the pairs of another tool's memory. Those that are known stay. Gives how many came. */
export async function importMemory(
  act: ActAs,
  { brandId, pairs }: { readonly brandId: string; readonly pairs: readonly MemoryPair[] },
): Promise<number> {
  return act({
    do: async (tx, by) => {
      if (!may(by, "template.write", brandId))
        throw new DomainError("FORBIDDEN", { ability: "template.write" });
      const [first] = pairs;
      if (!first) return 0;
      const { sourceLocale, targetLocale } = first;
      return keepPairs(tx, pairs, { brandId, sourceLocale, targetLocale, register: null, revisionId: null });
    },
    record: (added) =>
      added === 0 ? [] : { action: "memory.imported", brandId, subjectId: brandId, facts: { pairs: added } },
  });
}
