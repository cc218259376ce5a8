import type { MigrationInterface, QueryRunner } from "typeorm";
import { scopeByBrand } from "./scope-by-brand.ts";

export class FindingReports1763700000006 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE finding_report (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        brand_id uuid NOT NULL REFERENCES brand ON DELETE CASCADE,
        reporter_id uuid NOT NULL REFERENCES member,
        rule text NOT NULL,
        pack text NOT NULL,
        sentence text NOT NULL,
        note text NOT NULL DEFAULT '',
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX finding_report_by_rule ON finding_report (brand_id, rule, created_at DESC);
      GRANT SELECT, INSERT ON finding_report TO parley_app;
    `);
    await scopeByBrand(db, ["finding_report"]);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query("DROP TABLE finding_report");
  }
}
