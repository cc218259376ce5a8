import type { EntityManager } from "typeorm";
import { brandsWhere, type Viewer } from "./viewer.ts";

/**
 * Tell PostgreSQL who is looking, for this transaction only: its policies scope every row by it. A transaction of `reading`
 * is made read-only in the same statement, since each one costs a round trip.
 */
export async function identify(db: EntityManager, viewer: Viewer, reading = false): Promise<void> {
  await db.query(
    `SELECT set_config('parley.viewer', $1, true), set_config('parley.brands', $2, true),
       set_config('parley.ledger_brands', $3, true), set_config('transaction_read_only', $4, true)`,
    [
      viewer.id,
      [...viewer.roles.keys()].join(","),
      brandsWhere(viewer, "ledger.read").join(","),
      reading ? "on" : "off",
    ],
  );
}
