import { api } from "../../../base/api.ts";
import type { ResultOf } from "../../../gql/graphql.ts";
import { BrandList } from "../brand-list.ts";
import { GlossaryTermsDocument } from "../memory.documents.ts";

export type Term = ResultOf<typeof GlossaryTermsDocument>["glossary"][number];

const known = new Map<string, BrandList<Term>>();

/** A brand's terms. */
export function glossaryOf(brandId: string): BrandList<Term> {
  const open = known.get(brandId) ?? new BrandList(brandId, fetchTerms);
  known.set(brandId, open);
  return open;
}

async function fetchTerms(brandId: string): Promise<readonly Term[]> {
  const { data } = await api().client.query({
    query: GlossaryTermsDocument,
    variables: { brandId },
    fetchPolicy: "no-cache",
  });
  return data?.glossary ?? [];
}
