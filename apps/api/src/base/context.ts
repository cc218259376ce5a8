import type { EntityManager, ObjectLiteral } from "typeorm";
import type { ChangeBus } from "./change.ts";
import type { Provider } from "./provider.ts";
import type { ActAs } from "./tx.ts";
import type { Viewer } from "./viewer.ts";

/** Runs a query in the request's one read-only transaction, scoped to the viewer's brands. */
export type Read = <T>(query: (db: EntityManager) => Promise<T>) => Promise<T>;

export type EntityClass<T extends ObjectLiteral> = new () => T;

/** Loads rows by id, batched, on the request's read transaction; for field resolvers only. */
export interface Load {
  one<T extends ObjectLiteral & { id: string }>(entity: EntityClass<T>, id: string): Promise<T | null>;
  /** What was said in a ledger event, decrypted; null when it was erased or the viewer may not read the ledger. */
  words(eventId: string): Promise<Words | null>;
  /** All rows whose `column` is `value`, in the order of `orderBy`. */
  many<T extends ObjectLiteral>(entity: EntityClass<T>, by: ManyBy<T>): Promise<readonly T[]>;
}

/** What an event kept of somebody's words. */
export type Words = Readonly<Record<string, unknown>>;

export interface ManyBy<T> {
  readonly column: keyof T & string;
  readonly value: string;
  readonly orderBy: keyof T & string;
}

/** What a resolver may reach. It knows no feature: `load` takes the entity to load. */
export interface Context {
  readonly viewer: Viewer;
  readonly read: Read;
  readonly load: Load;
  readonly act: ActAs;
  readonly changes: ChangeBus;
  /** The outside machine of this installation, where there is one. Texts reach it redacted only. */
  readonly provider: Provider | null;
}
