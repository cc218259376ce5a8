import { api } from "../../../base/api.ts";
import { BrandList } from "../brand-list.ts";
import { DescribedTemplatesDocument } from "./template.documents.ts";
import type { Described } from "./template-draft.ts";

const known = new Map<string, BrandList<Described>>();

/** A brand's templates without their texts. */
export function templatesOf(brandId: string): BrandList<Described> {
  const open = known.get(brandId) ?? new BrandList(brandId, fetchTemplates);
  known.set(brandId, open);
  return open;
}

async function fetchTemplates(brandId: string): Promise<readonly Described[]> {
  const { data } = await api().client.query({
    query: DescribedTemplatesDocument,
    variables: { brandId },
    fetchPolicy: "no-cache",
  });
  return data?.templates ?? [];
}
