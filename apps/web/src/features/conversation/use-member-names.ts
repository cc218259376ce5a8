import { useQuery } from "@apollo/client/react";
import { useMemo } from "react";
import { ConversationMembersDocument } from "./conversation.documents.ts";

/** The people of a brand by id; empty until they are known, and while no brand is given. */
export function useMemberNames(brandId: string | null): ReadonlyMap<string, string> {
  const { data } = useQuery(ConversationMembersDocument, {
    variables: { brandId: brandId ?? "" },
    skip: brandId === null,
  });
  return useMemo(() => new Map((data?.members ?? []).map(({ id, name }) => [id, name])), [data]);
}
