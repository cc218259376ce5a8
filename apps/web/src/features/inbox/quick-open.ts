import { api } from "../../base/api.ts";
import { words } from "../../base/i18n.ts";
import type { ResultOf } from "../../gql/graphql.ts";
import type { Choice, QuickOpenProvider } from "../../workbench/pieces.ts";
import { FindConversationsDocument } from "./inbox.documents.ts";

type Found = ResultOf<typeof FindConversationsDocument>["conversations"]["nodes"][number];

const SHORTEST = 2;
/** Typing goes on for so long before the server is asked. */
const SETTLED_MS = 120;

/** Customers by handle, conversations by what was written in them. */
export const conversationProvider: QuickOpenProvider = {
  id: "inbox.conversations",
  prefix: "",
  title: ($) => $.inbox.quickOpen,
  ranked: true,
  find: async (query, signal) => {
    if (query.length < SHORTEST) return [];
    await new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
    if (signal.aborted) return [];
    const { data } = await api().client.query({
      query: FindConversationsDocument,
      variables: { search: query.replace(/^@/, "") },
      fetchPolicy: "no-cache",
    });
    return (data?.conversations.nodes ?? []).map(choiceOf);
  },
  choose: ({ id }, { open }) => open(`conversation:${id}`),
};

function choiceOf({ id, customer, preview, visibility }: Found): Choice {
  return {
    id,
    label: customer.name ?? `@${customer.handle}`,
    detail: preview,
    icon: visibility === "private" ? "lock" : "megaphone",
    group: words.get().t(($) => $.inbox.conversations),
  };
}
