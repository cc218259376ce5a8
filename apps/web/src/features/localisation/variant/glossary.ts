import { useEffect, useState } from "react";
import { api } from "../../../base/api.ts";
import type { ResultOf } from "../../../gql/graphql.ts";
import { GlossaryTermsDocument } from "../memory.documents.ts";

export type Term = ResultOf<typeof GlossaryTermsDocument>["glossary"][number];

const kept = new Map<string, Promise<readonly Term[]>>();

/** A brand's terms; none until they are there. */
export function useGlossary(brandId: string): readonly Term[] {
  const [terms, setTerms] = useState<readonly Term[]>([]);
  useEffect(() => {
    let wanted = true;
    const asked = kept.get(brandId) ?? ask(brandId);
    kept.set(brandId, asked);
    void asked.then(
      (found) => wanted && setTerms(found),
      () => kept.delete(brandId),
    );
    return () => {
      wanted = false;
    };
  }, [brandId]);
  return terms;
}

async function ask(brandId: string): Promise<readonly Term[]> {
  const { data } = await api().client.query({
    query: GlossaryTermsDocument,
    variables: { brandId },
    fetchPolicy: "no-cache",
  });
  return data?.glossary ?? [];
}

/** A term's words in a language; JSON has no types of its own. */
export function wordsIn(lists: Readonly<Record<string, unknown>>, locale: string): readonly string[] {
  const found = lists[locale];
  return Array.isArray(found) ? found.filter((word) => typeof word === "string") : [];
}
