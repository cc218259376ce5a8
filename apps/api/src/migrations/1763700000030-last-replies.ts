import type { MigrationInterface, QueryRunner } from "typeorm";

export class LastReplies1763700000030 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- A new reply is compared with the last ones of its brand on each check.
      CREATE INDEX message_by_reply ON message (brand_id, at DESC) WHERE direction = 'outbound';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query("DROP INDEX message_by_reply");
  }
}
