import { api } from "../../base/api.ts";
import type { ResultOf } from "../../gql/graphql.ts";
import { ViewerDocument } from "./session.documents.ts";

type ViewerInfo = ResultOf<typeof ViewerDocument>["viewer"];

/** Who is signed in, and what they may do in each brand. */
export interface Viewer {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly memberships: ViewerInfo["memberships"];
}

declare module "../../workbench/state.ts" {
  interface WorkbenchState {
    /** The member who is signed in; undefined until it is known. */
    readonly viewer?: Viewer;
  }
}

/** Ask who is signed in. Throws with the code UNAUTHENTICATED when nobody is. */
export async function loadViewer(): Promise<Viewer> {
  const { data } = await api().client.query({ query: ViewerDocument, fetchPolicy: "network-only" });
  if (!data) throw new Error("the answer about the viewer is empty");
  const { member, memberships } = data.viewer;
  return { ...member, memberships };
}
