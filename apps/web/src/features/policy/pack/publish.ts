import { CombinedGraphQLErrors } from "@apollo/client";
import type { PackProblem } from "@parley/shared/pack";
import { api } from "../../../base/api.ts";
import { PublishPackDocument } from "../policy.documents.ts";
import type { OpenPack } from "./open-pack.ts";
import { withVersion } from "./version.ts";

/** Put the text in force under a number. The server runs all examples again, and records it with the reason. */
export async function publish(
  pack: OpenPack,
  { version, reason }: { readonly version: string; readonly reason: string },
): Promise<void> {
  const { base } = pack.state.get();
  const source = withVersion(pack.state.get().source, version);
  const { brandId } = pack;
  try {
    await api().client.mutate({
      mutation: PublishPackDocument,
      variables: { publish: { brandId, source, reason, baseVersion: base } },
    });
    pack.write(source);
    pack.published(version);
  } finally {
    // Refused because of somebody else's version, or done: what is in force is another one now.
    await pack.load();
  }
}

/** The problems of a pack that the server refused; null when it failed for another reason. */
export function refusedProblems(error: unknown): readonly PackProblem[] | null {
  if (!CombinedGraphQLErrors.is(error)) return null;
  const refusal = error.errors.find(({ extensions }) => extensions?.code === "PACK_REFUSED");
  const details = refusal?.extensions?.details as { readonly problems?: readonly PackProblem[] } | undefined;
  return details?.problems ?? null;
}
