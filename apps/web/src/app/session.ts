import { type Api, codesOf } from "../base/api.ts";
import { authState } from "../base/auth.ts";
import { changes } from "../base/changes.ts";
import { speak } from "../base/i18n.ts";
import { createStore, type Readable } from "../base/store.ts";
import type { Undo } from "../base/undo.ts";
import { loadViewer } from "../features/session/viewer.ts";
import { pageAt } from "../workbench/contributions.ts";
import { languageFor, languageSetting } from "../workbench/frame/language.ts";
import type { Workbench } from "../workbench/workbench.ts";
import { followAddress } from "./follow-address.ts";
import { followChanges } from "./follow-changes.ts";

/** Nobody is signed in; somebody is; or their session ended while their work was open. */
export type Phase = "out" | "in" | "ended";

export interface Session {
  readonly phase: Readable<Phase>;
  /** Find out who is signed in, and let them work. */
  readonly enter: () => Promise<void>;
  /** The server said that the session has ended. */
  readonly end: () => void;
  /** The connection went: maybe because the session has. */
  readonly doubt: () => void;
}

export function createSession(workbench: Workbench, api: () => Api): Session {
  const phase = createStore<Phase>("out");
  let unfollow: Undo | null = null;
  const end = () => {
    if (phase.get() === "in") phase.set("ended");
  };
  const enter = async () => {
    const before = workbench.state.get().viewer;
    const viewer = await loadViewer();
    // Another person must not find what this one had open.
    if (before && before.id !== viewer.id) return location.replace("/");
    workbench.tell({ memberLocale: viewer.locale });
    // What is told to the member from here on is told in their language; whoever keeps the language says when it fails.
    await speak(languageFor(workbench.settings.value(languageSetting), viewer.locale)).catch(ignore);
    workbench.tell({ viewer });
    if (before) api().reconnect();
    if (!unfollow && !pageAt(workbench.contributions.get(), location.pathname)) followAddress(workbench);
    unfollow?.();
    unfollow = followChanges(workbench.state);
    phase.set("in");
    if (before) changes.tell(null);
  };
  return {
    phase,
    enter,
    end,
    doubt: () => {
      if (phase.get() === "in") void authState().then(({ signedIn }) => signedIn || end(), ignore);
    },
  };
}

/** Enter if somebody is signed in already; else the entrance is shown. */
export async function tryToEnter({ enter }: Session): Promise<void> {
  await enter().catch((error: unknown) => {
    const codes = codesOf(error);
    if (!codes.includes("UNAUTHENTICATED") && !codes.includes("SERVER_UNREACHABLE")) throw error;
  });
}

/** A server that cannot be reached says nothing about the session. */
const ignore = () => undefined;
