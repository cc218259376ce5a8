import type { EntityManager } from "typeorm";
import { brandsWhere, type Viewer } from "./viewer.ts";

/** Tell PostgreSQL who is looking, for this transaction only: its policies scope every row by it. */
export async function identify(db: EntityManager, viewer: Viewer): Promise<void> {
  await db.query(
    "SELECT set_config('parley.viewer', $1, true), set_config('parley.brands', $2, true), set_config('parley.ledger_brands', $3, true)",
    [viewer.id, [...viewer.roles.keys()].join(","), brandsWhere(viewer, "ledger.read").join(",")],
  );
}
