import type { MigrationInterface, QueryRunner } from "typeorm";
import { scopeByBrand } from "./scope-by-brand.ts";

/** What rows a statement has changed, by its kind. */
const CHANGED = { insert: "NEW", update: "NEW", delete: "OLD" } as const;

/** A process keeps the words of live texts in memory, where a search takes a tenth of the time: here it sees whether they are the newest. */
export class LiveChange1763700000031 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP FUNCTION words_like(uuid, text[], real, integer);
      DROP TRIGGER keep_words ON live_revision;
      DROP FUNCTION keep_words();
      DROP TABLE live_word, template_word;
      CREATE TABLE live_change (
        brand_id uuid PRIMARY KEY REFERENCES brand ON DELETE CASCADE,
        -- How often what is live was changed. Who changes it waits for whoever does so: the numbers are in order.
        n bigint NOT NULL DEFAULT 1
      );
      CREATE INDEX live_revision_by_brand ON live_revision (brand_id);
      -- Else the owner of the table would see no row of it.
      ALTER TABLE live_revision NO FORCE ROW LEVEL SECURITY;
      INSERT INTO live_change (brand_id) SELECT DISTINCT brand_id FROM live_revision;
      ALTER TABLE live_revision FORCE ROW LEVEL SECURITY;
      CREATE FUNCTION count_live_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        -- A brand that is being removed has no row any more.
        INSERT INTO live_change AS c (brand_id)
          SELECT id FROM brand WHERE id IN (SELECT brand_id FROM changed)
          ON CONFLICT (brand_id) DO UPDATE SET n = c.n + 1;
        RETURN NULL;
      END $$;
      GRANT SELECT, INSERT, UPDATE ON live_change TO parley_app;
    `);
    for (const [kind, rows] of Object.entries(CHANGED)) {
      await db.query(`
        CREATE TRIGGER count_live_${kind} AFTER ${kind} ON live_revision REFERENCING ${rows} TABLE AS changed
          FOR EACH STATEMENT EXECUTE FUNCTION count_live_change()`);
    }
    await scopeByBrand(db, ["live_change"]);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const kind of Object.keys(CHANGED))
      await db.query(`DROP TRIGGER count_live_${kind} ON live_revision`);
    await db.query(`
      DROP FUNCTION count_live_change();
      DROP INDEX live_revision_by_brand;
      DROP TABLE live_change;
      -- Only their names matter to the migration before.
      CREATE TABLE live_word ();
      CREATE TABLE template_word ();
      CREATE FUNCTION keep_words() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
      CREATE TRIGGER keep_words AFTER INSERT ON live_revision FOR EACH ROW EXECUTE FUNCTION keep_words();
      CREATE FUNCTION words_like(uuid, text[], real, integer) RETURNS void LANGUAGE sql AS '';
    `);
  }
}
