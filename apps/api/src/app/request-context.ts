import type { ChangeBus } from "../base/change.ts";
import type { Context } from "../base/context.ts";
import { loads } from "../base/load.ts";
import type { Provider } from "../base/provider.ts";
import { readTransaction } from "../base/read.ts";
import type { Viewer } from "../base/viewer.ts";
import { type Acting, actAs } from "../ledger/act.ts";
import { wordsLoader } from "../ledger/read-payloads.ts";

/** What a request's resolvers get, and how it ends: its read transaction is closed with the response. */
export interface RequestContext extends Context {
  readonly end: () => Promise<void>;
}

/** What all requests share. */
export interface Requests {
  readonly acting: Acting;
  readonly changes: ChangeBus;
  readonly provider: Provider | null;
}

/** One request never holds two connections: an act first ends the open read, and fields after it read anew. */
export function requestContext(given: Requests, viewer: Viewer): RequestContext {
  const { read, end } = readTransaction(given.acting.db, viewer);
  const { load, clear } = loads(read);
  const words = wordsLoader(read, given.acting.workspaceKey);
  const act = actAs(given.acting, viewer);
  return {
    viewer,
    changes: given.changes,
    provider: given.provider,
    read,
    load: { ...load, words: (eventId) => words.load(eventId) },
    act: async (work) => {
      await end();
      const done = await act(work);
      clear();
      return done;
    },
    end,
  };
}
