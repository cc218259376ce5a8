/** Something other screens show may have changed; they fetch again what they show. Carries ids only. */
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
  readonly conversationId?: string;
  /** For presence: what the member with this `id` is doing in the conversation. Soft, never a lock. */
  readonly doing?: "viewing" | "writing" | "gone";
}

/** Where acts tell of their changes, and subscriptions hear of them. */
export interface ChangeBus {
  readonly publish: (changes: readonly Change[]) => void;
  /** Calls `listener` for each change until the returned function is called. */
  readonly listen: (listener: (change: Change) => void) => () => void;
}
