import { api } from "../base/api.ts";
import { changes } from "../base/changes.ts";
import type { Readable } from "../base/store.ts";
import { type Undo, undoAll } from "../base/undo.ts";
import type { WorkbenchState } from "../workbench/state.ts";
import { ChangesDocument } from "./changes.documents.ts";

/** Hear of others' changes while somebody is signed in. After a gap whatever is on screen is fetched again. */
export function followChanges(state: Readable<WorkbenchState>): Undo {
  const subscription = api()
    .client.subscribe({ query: ChangesDocument })
    .subscribe({
      next: ({ data }) => data && changes.tell(data.changes),
      // The socket connects again by itself; what ends for good is told by the session.
      error: () => changes.tell(null),
    });
  let gap = false;
  const unlisten = state.subscribe(() => {
    const { live } = state.get();
    if (live === false) gap = true;
    else if (live && gap) {
      gap = false;
      changes.tell(null);
    }
  });
  return undoAll([() => subscription.unsubscribe(), unlisten]);
}
