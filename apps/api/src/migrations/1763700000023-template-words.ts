import type { MigrationInterface, QueryRunner } from "typeorm";
import { scopeByBrand } from "./scope-by-brand.ts";

/**
 * Desks use the same words again and again: trigrams are taken of the few words there are, not of the many texts, and
 * texts are found by their words.
 */
export class TemplateWords1763700000023 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE EXTENSION IF NOT EXISTS btree_gin;
      DROP FUNCTION find_templates(uuid, text, text[], real, integer);
      DROP INDEX live_revision_by_words;
      CREATE TABLE template_word (
        brand_id uuid NOT NULL REFERENCES brand ON DELETE CASCADE,
        word text NOT NULL,
        PRIMARY KEY (brand_id, word)
      );
      -- Searches come at every key, changes seldom: words go into the index at once.
      CREATE INDEX template_word_by_grams ON template_word USING gin (brand_id, word gin_trgm_ops)
        WITH (fastupdate = off);
      CREATE TABLE live_word (
        brand_id uuid NOT NULL REFERENCES brand ON DELETE CASCADE,
        word text NOT NULL,
        live_id uuid NOT NULL REFERENCES live_revision ON DELETE CASCADE,
        PRIMARY KEY (brand_id, word, live_id)
      );
      CREATE INDEX live_word_by_live ON live_word (live_id);
      CREATE FUNCTION keep_words() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO template_word SELECT NEW.brand_id, word FROM string_to_table(NEW.words, ' ') AS word
          WHERE word <> '' ON CONFLICT DO NOTHING;
        INSERT INTO live_word SELECT NEW.brand_id, word, NEW.id FROM string_to_table(NEW.words, ' ') AS word
          WHERE word <> '' ON CONFLICT DO NOTHING;
        RETURN NULL;
      END $$;
      INSERT INTO template_word SELECT DISTINCT brand_id, word FROM live_revision, string_to_table(words, ' ') AS word
        WHERE word <> '';
      INSERT INTO live_word SELECT DISTINCT brand_id, word, id FROM live_revision, string_to_table(words, ' ') AS word
        WHERE word <> '';
      CREATE TRIGGER keep_words AFTER INSERT ON live_revision FOR EACH ROW EXECUTE FUNCTION keep_words();
      ALTER TABLE live_revision FORCE ROW LEVEL SECURITY;
      GRANT SELECT, INSERT ON template_word TO parley_app;
      GRANT SELECT, INSERT, DELETE ON live_word TO parley_app;
    `);
    await scopeByBrand(db, ["template_word", "live_word"]);
    await db.query(`
      -- Row-level security keeps an index of trigrams from being used, because their operators might leak. So the owner
      -- of this table is let past it, here only, and the brand is compared by hand. The planner takes all words of a
      -- brand for cheaper than their trigrams, which takes ten times as long.
      ALTER TABLE template_word NO FORCE ROW LEVEL SECURITY;
      CREATE FUNCTION words_like(wanted uuid, typed text[], at_least real, most integer)
        RETURNS TABLE (token integer, word text, likeness real) LANGUAGE plpgsql STABLE SECURITY DEFINER
        SET search_path = public, pg_temp SET enable_seqscan = off SET enable_indexscan = off
        SET enable_indexonlyscan = off AS $$
      BEGIN
        IF (wanted = ANY (viewer_brands())) IS NOT TRUE THEN RETURN; END IF;
        PERFORM set_config('pg_trgm.similarity_threshold', at_least::text, true);
        RETURN QUERY SELECT t.n::integer, w.word, w.likeness FROM unnest(typed) WITH ORDINALITY AS t(word, n)
          CROSS JOIN LATERAL (
            SELECT v.word, similarity(v.word, t.word) AS likeness FROM template_word v
            WHERE v.brand_id = wanted AND (v.word % t.word OR v.word LIKE t.word || '%')
            ORDER BY similarity(v.word, t.word) DESC LIMIT most) w;
      END $$;
      REVOKE ALL ON FUNCTION words_like(uuid, text[], real, integer) FROM public;
      GRANT EXECUTE ON FUNCTION words_like(uuid, text[], real, integer) TO parley_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP FUNCTION words_like(uuid, text[], real, integer);
      DROP TRIGGER keep_words ON live_revision;
      DROP FUNCTION keep_words();
      DROP TABLE live_word, template_word;
      ALTER TABLE live_revision NO FORCE ROW LEVEL SECURITY;
      CREATE INDEX live_revision_by_words ON live_revision USING gin (words gin_trgm_ops) WITH (fastupdate = off);
      -- Only its signature matters to the migration before.
      CREATE FUNCTION find_templates(uuid, text, text[], real, integer) RETURNS void LANGUAGE sql AS '';
    `);
  }
}
