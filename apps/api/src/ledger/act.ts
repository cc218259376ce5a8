import type { KeyObject } from "node:crypto";
import type { DataSource } from "typeorm";
import type { Change } from "../base/change.ts";
import { identify } from "../base/identify.ts";
import type { Act, ActAs, Tx } from "../base/tx.ts";
import type { Viewer } from "../base/viewer.ts";
import { appendEvents } from "./append-events.ts";

/** What every act needs and no feature sees. */
export interface Acting {
  readonly db: DataSource;
  readonly workspaceKey: KeyObject;
  readonly publish: (changes: readonly Change[]) => void;
  readonly now: () => Date;
}

/** Do one thing and record it, in one transaction: both happen or neither. Acts do not nest. */
export const actAs =
  ({ db, workspaceKey, publish, now }: Acting, by: Viewer): ActAs =>
  async <T>({ do: work, record, changes }: Act<T>) => {
    const done = await db.transaction(async (manager) => {
      await identify(manager, by);
      const tx = manager as Tx;
      const result = await work(tx, by);
      await appendEvents(tx, [record(result)].flat(), { actorId: by.id, workspaceKey, at: now() });
      return result;
    });
    if (changes) publish(changes(done));
    return done;
  };
