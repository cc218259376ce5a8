/** Where a message stands and who may read it. */
export interface Place {
  readonly channel: "comment" | "mention" | "direct";
  readonly visibility: "public" | "private";
}

/** What happened on a platform, as an adapter understood it. */
export type Incoming =
  | ({
      readonly kind: "message";
      /** Unique on the platform; a second delivery of the same id changes nothing. */
      readonly eventId: string;
      readonly externalId: string;
      /** The thread on the platform: its first message, or the pair of a direct conversation. */
      readonly threadId: string;
      readonly parentExternalId: string | null;
      readonly author: Author;
      readonly body: string;
      readonly at: Date;
    } & Place)
  | {
      readonly kind: "edited";
      readonly eventId: string;
      readonly externalId: string;
      readonly body: string;
      readonly at: Date;
    }
  | { readonly kind: "deleted"; readonly eventId: string; readonly externalId: string; readonly at: Date };

/** Who wrote: the brand's own account, or a customer. */
export interface Author {
  readonly externalId: string;
  readonly handle: string;
  readonly name: string | null;
  readonly isAccount: boolean;
}

/** A reply on its way out. */
export interface Outgoing {
  readonly account: { readonly externalId: string; readonly handle: string; readonly name: string };
  readonly threadId: string;
  readonly parentExternalId: string | null;
  readonly customerExternalId: string;
  readonly visibility: "public" | "private";
  readonly body: string;
  /** The same for every try of one reply; platforms that know keys refuse a second effect. */
  readonly key: string;
  /** Only messages after this can be a try that arrived. */
  readonly notBefore: Date;
  /** Messages of the thread that are known to be other replies. */
  readonly otherExternalIds: readonly string[];
}

/** A reply as the platform knows it: its id, and the thread it stands in. */
export interface Arrived {
  readonly externalId: string;
  readonly threadId: string;
}

/** What is known after a try. Only `not_done` may be tried again without looking first. */
export type SendResult =
  | ({ readonly kind: "ok" } & Arrived)
  | {
      readonly kind: "not_done";
      readonly reason: string;
      readonly permanent: boolean;
      readonly retryAfter?: Date;
    }
  | { readonly kind: "unknown"; readonly reason: string };

/** What looking for an earlier try found. */
export type FindResult =
  | ({ readonly kind: "found" } & Arrived)
  | { readonly kind: "absent" }
  | { readonly kind: "cannot_tell"; readonly reason: string };

/** How a platform lets a lost answer be found out: by our key, by reading the thread, or not at all. */
export type DeliveryClass = "key" | "readback" | "blind";

export type Deliver = (accountExternalId: string, event: Incoming) => Promise<void>;

export interface Receives {
  readonly id: string;
  /** Ask once for what is new and give it on, in order. An event counts as taken only when `deliver` resolves. */
  readonly pull: (deliver: Deliver) => Promise<number>;
}

export interface Sends {
  readonly id: string;
  readonly delivery: DeliveryClass;
  /** How long an effect may stay invisible to `find`, in milliseconds. */
  readonly visibilityLag: number;
  readonly send: (reply: Outgoing, signal: AbortSignal) => Promise<SendResult>;
  /** Look for what an earlier try of this reply left on the platform. */
  readonly find: (reply: Outgoing, signal: AbortSignal) => Promise<FindResult>;
}

/** An outside system. The inbox gets `Receives` of it, the outbox `Sends`. */
export interface Platform extends Receives, Sends {}
