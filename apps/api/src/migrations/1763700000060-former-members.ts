import type { MigrationInterface, QueryRunner } from "typeorm";
import { scopeByBrand } from "./scope-by-brand.ts";

export class FormerMembers1763700000060 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Who held a role in a brand and holds none now: what they did there keeps their name.
      CREATE TABLE former_member (
        brand_id uuid NOT NULL REFERENCES brand ON DELETE CASCADE,
        member_id uuid NOT NULL REFERENCES member ON DELETE CASCADE,
        PRIMARY KEY (brand_id, member_id)
      );
      GRANT SELECT, INSERT, DELETE ON former_member TO parley_app;
    `);
    await scopeByBrand(db, ["former_member"]);
    await db.query(`
      CREATE POLICY former ON member FOR SELECT USING (EXISTS (
        SELECT 1 FROM former_member f
        WHERE f.member_id = member.id AND f.brand_id = ANY ((SELECT viewer_brands())::uuid[])));
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query("DROP POLICY former ON member; DROP TABLE former_member");
  }
}
