import type { MigrationInterface, QueryRunner } from "typeorm";
import { scopeByBrand } from "./scope-by-brand.ts";

/** What outside machines were asked for and what became of it. No word of a customer or of a machine is in these tables. */
export class MachineTexts1763700000050 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE machine_text (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        brand_id uuid NOT NULL REFERENCES brand ON DELETE CASCADE,
        task text NOT NULL CHECK (task IN ('draft', 'translate_draft', 'translate_message', 'translate_block')),
        conversation_id uuid REFERENCES conversation ON DELETE CASCADE,
        visibility text CHECK (visibility IN ('public', 'private')),
        requester_id uuid NOT NULL REFERENCES member,
        provider text NOT NULL,
        host text NOT NULL,
        model text,
        sent_sha256 bytea NOT NULL,
        -- None when there is no answer that could be used, and then a code says why.
        text_sha256 bytea,
        refusal text,
        -- Stretches of the text that a person has to judge: places and kinds.
        marks jsonb NOT NULL DEFAULT '[]',
        outcome text CHECK (outcome IN ('accepted', 'edited', 'dismissed')),
        created_at timestamptz NOT NULL DEFAULT now(),
        decided_at timestamptz,
        CHECK (text_sha256 IS NULL OR refusal IS NULL),
        CHECK (outcome IS NULL OR text_sha256 IS NOT NULL)
      );
      -- What stands in a composer and nobody has accepted.
      CREATE INDEX machine_text_open ON machine_text (conversation_id, visibility)
        WHERE outcome IS NULL AND text_sha256 IS NOT NULL;
      CREATE TABLE embedding (
        brand_id uuid NOT NULL REFERENCES brand ON DELETE CASCADE,
        model text NOT NULL,
        -- Of a template's title, keywords and samples as they were sent.
        text_sha256 bytea NOT NULL,
        vector real[] NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (brand_id, model, text_sha256)
      );
      GRANT SELECT, INSERT, UPDATE ON machine_text TO parley_app;
      GRANT SELECT, INSERT, DELETE ON embedding TO parley_app;
    `);
    await scopeByBrand(db, ["machine_text", "embedding"]);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query("DROP TABLE embedding, machine_text");
  }
}
