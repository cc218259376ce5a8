import type { DataSource } from "typeorm";
import { connect } from "./data-source.ts";

/** Bring the database to the newest schema. Two processes starting at once take turns. */
export async function migrate(ownerUrl: string): Promise<void> {
  const db = await connect(ownerUrl, 2);
  try {
    await inTurn(db);
  } finally {
    await db.destroy();
  }
}

async function inTurn(db: DataSource): Promise<void> {
  const runner = db.createQueryRunner();
  try {
    await runner.query("SELECT pg_advisory_lock(7263901)");
    await db.runMigrations();
    await runner.query("SELECT pg_advisory_unlock(7263901)");
  } finally {
    await runner.release();
  }
}
