import type { MigrationInterface, QueryRunner } from "typeorm";

export class SessionRotation1763700000010 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE session
        ADD COLUMN rotated_at timestamptz NOT NULL DEFAULT now(),
        -- What requests that were under way at the rotation still carry.
        ADD COLUMN previous_hash bytea;
      CREATE INDEX session_by_previous ON session (previous_hash) WHERE previous_hash IS NOT NULL;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query("ALTER TABLE session DROP COLUMN rotated_at, DROP COLUMN previous_hash");
  }
}
