import { api } from "../../../base/api.ts";
import { changes } from "../../../base/changes.ts";
import type { ResultOf } from "../../../gql/graphql.ts";
import { TemplatesDocument } from "../conversation.documents.ts";
import type { Visibility } from "../draft/unsaved.ts";

/** A template as it would go into a reply, rendered by the server for this customer. */
export type TemplateChoice = NonNullable<
  ResultOf<typeof TemplatesDocument>["conversation"]
>["templates"][number];

const asked = new Map<string, Promise<readonly TemplateChoice[]>>();
// What was rendered for a conversation is good until someone writes in it or a template changes.
changes.listen((change) => {
  if (change === null || change.kind === "template") asked.clear();
  else if (change.kind === "conversation")
    for (const visibility of ["public", "private"]) asked.delete(`${change.conversationId} ${visibility}`);
});

/** What may be inserted into a reply. Asked for once; a failure is asked again the next time. */
export function templatesFor(id: string, visibility: Visibility): Promise<readonly TemplateChoice[]> {
  const key = `${id} ${visibility}`;
  const answer = asked.get(key) ?? fetchTemplates(id, visibility);
  asked.set(key, answer);
  answer.catch(() => asked.delete(key));
  return answer;
}

async function fetchTemplates(id: string, visibility: Visibility): Promise<readonly TemplateChoice[]> {
  const { data } = await api().client.query({
    query: TemplatesDocument,
    variables: { id, visibility },
    fetchPolicy: "no-cache",
  });
  return data?.conversation?.templates ?? [];
}
