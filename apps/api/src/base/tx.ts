import type { EntityManager } from "typeorm";
import type { Change } from "./change.ts";
import type { Viewer } from "./viewer.ts";

declare const insideAnAct: unique symbol;
/** An EntityManager inside a transaction that will be recorded. Only `ledger/act.ts` makes one. */
export type Tx = EntityManager & { readonly [insideAnAct]: true };

/** What the ledger keeps of an act. Nothing of it but `payload` may hold a person's data or words. */
export interface LedgerRecord {
  /** Past tense with its object, such as `draft.saved`. */
  readonly action: string;
  readonly brandId: string;
  /** The chain the event belongs to: a conversation, else its brand. */
  readonly conversationId?: string;
  /** What was acted on. */
  readonly subjectId: string;
  /** Whose data the payload is: a customer, else the brand. Erasing them destroys the payload's key. */
  readonly dataSubjectId?: string;
  /** Encrypted beside the ledger; the ledger holds only its hashes. */
  readonly payload?: Readonly<Record<string, unknown>>;
  /** Facts without personal data that proofs must show: versions, digests, outcomes, rule ids. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

export interface Act<T> {
  readonly do: (tx: Tx, by: Viewer) => Promise<T>;
  /** What to record, one or several events; nothing at all when nothing was changed. */
  readonly record: (done: T) => LedgerRecord | readonly LedgerRecord[];
  /** What other screens should hear of, after the commit. */
  readonly changes?: (done: T) => readonly Change[];
}

/** The one door to a write, already bound to who is acting. */
export type ActAs = <T>(act: Act<T>) => Promise<T>;
