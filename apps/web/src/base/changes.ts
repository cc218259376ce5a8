import type { Undo } from "./undo.ts";

/** Something others see may have changed. Carries ids only: whoever shows it fetches it again. */
export interface Change {
  readonly kind:
    | "conversation"
    | "draft"
    | "outbox"
    | "review"
    | "template"
    | "policy"
    | "presence"
    | "session";
  readonly id: string;
  readonly brandId: string;
  readonly conversationId?: string | null;
  /** For presence: what the member with this `id` does in the conversation. */
  readonly doing?: "viewing" | "writing" | "gone" | null;
}

/** Tells those who listen what has changed, as the server's subscription says it. */
export interface Changes {
  /** Called with each change, and with null when some may have been missed. */
  readonly listen: (listener: (change: Change | null) => void) => Undo;
  readonly tell: (change: Change | null) => void;
}

export function createChanges(): Changes {
  const listeners = new Set<(change: Change | null) => void>();
  return {
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell: (change) => {
      for (const listener of [...listeners]) listener(change);
    },
  };
}

/** The page's changes. */
export const changes: Changes = createChanges();

export interface Refetching {
  /** Whether a change concerns what is shown. */
  readonly concerns: (change: Change) => boolean;
  readonly refetch: () => unknown;
  /** At least and at most how long it is waited for more changes, in milliseconds. */
  readonly wait?: readonly [least: number, most: number];
}

/** A crowd that hears of one change must not ask in one instant, nor one member twice for two changes of one act. */
const WAIT: readonly [number, number] = [40, 240];
/** Nobody looks, but the count in the page's title should not be an hour old. */
const WAIT_UNSEEN: readonly [number, number] = [2000, 6000];

/** Fetch again when a change concerns it: once for all changes of a moment. */
export function refetchOnChange(hub: Changes, { concerns, refetch, wait = WAIT }: Refetching): Undo {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    const [least, most] = document.visibilityState === "hidden" ? WAIT_UNSEEN : wait;
    timer ??= setTimeout(
      () => {
        timer = undefined;
        refetch();
      },
      least + Math.random() * (most - least),
    );
  };
  const unlisten = hub.listen((change) => {
    if (change === null || concerns(change)) soon();
  });
  return () => {
    clearTimeout(timer);
    unlisten();
  };
}
