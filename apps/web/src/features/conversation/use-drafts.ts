import { useCallback, useSyncExternalStore } from "react";
import { useStore } from "../../base/store.ts";
import { isDirty } from "./draft/draft-keeper.ts";
import { allKeepers, keepersOf } from "./draft/keepers.ts";
import type { OpenConversation } from "./open-conversation.ts";

/** Whether something in a conversation is not on the server yet, and whether its composer has a text to send. */
export function useDrafts(open: OpenConversation): { readonly dirty: boolean; readonly sendable: boolean } {
  const surface = useStore(open.surface);
  // Another function for other keepers: one that comes about later has to be followed too.
  const keepers = useStore(allKeepers);
  const subscribe = useCallback(
    (listener: () => void) => {
      const undos = [...keepers.values()].map((keeper) => keeper.state.subscribe(listener));
      return () => {
        for (const undo of undos) undo();
      };
    },
    [keepers],
  );
  const read = () =>
    keepersOf(open.id).reduce((seen, [visibility, { state }]) => {
      const kept = state.get();
      const sendable = visibility === surface && kept.text.body.trim() !== "" && !kept.conflict;
      return seen | (isDirty(kept) ? DIRTY : 0) | (sendable ? SENDABLE : 0);
    }, 0);
  const seen = useSyncExternalStore(subscribe, read);
  return { dirty: (seen & DIRTY) !== 0, sendable: (seen & SENDABLE) !== 0 };
}

const DIRTY = 1;
const SENDABLE = 2;
