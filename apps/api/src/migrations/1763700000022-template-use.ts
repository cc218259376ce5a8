import type { MigrationInterface, QueryRunner } from "typeorm";
import { scopeByBrand } from "./scope-by-brand.ts";

export class TemplateUse1763700000022 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Which texts went out in a reply, and how far the agent moved from them.
      CREATE TABLE template_use (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        brand_id uuid NOT NULL REFERENCES brand ON DELETE CASCADE,
        outbox_item_id uuid NOT NULL REFERENCES outbox_item ON DELETE CASCADE,
        draft_id uuid NOT NULL REFERENCES draft ON DELETE CASCADE,
        template_revision_id uuid NOT NULL REFERENCES template_revision,
        -- How much of the text still stood in the reply, 0 to 1.
        kept real NOT NULL CHECK (kept BETWEEN 0 AND 1),
        -- How far the whole reply had moved from all its texts, 0 to 1.
        made_personal real NOT NULL CHECK (made_personal BETWEEN 0 AND 1),
        sent_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (outbox_item_id, template_revision_id)
      );
      CREATE INDEX template_use_by_revision ON template_use (template_revision_id, sent_at);
      CREATE INDEX template_use_by_draft ON template_use (draft_id);
      GRANT SELECT, INSERT ON template_use TO parley_app;
    `);
    await scopeByBrand(db, ["template_use"]);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query("DROP TABLE template_use");
  }
}
