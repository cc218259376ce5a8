import type { Block } from "@parley/shared/template";
import { searchForm, searchText } from "@parley/shared/template";
import type { MigrationInterface, QueryRunner } from "typeorm";

interface Unread {
  readonly id: string;
  readonly key: string;
  readonly title: string;
  readonly keywords: readonly string[];
  readonly blocks: readonly Block[];
}

export class TemplateSearch1763700000021 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE template_revision
        -- What it says, without placeholders: for search and for lists.
        ADD says text NOT NULL DEFAULT '',
        -- Title, keywords and key as trigrams are taken of them: see searchForm of libs/shared/template.
        ADD words text NOT NULL DEFAULT '';
      ALTER TABLE live_revision ADD locale text NOT NULL DEFAULT '', ADD words text NOT NULL DEFAULT '';
    `);
    await readRevisions(db);
    await db.query(`
      CREATE FUNCTION copy_words() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        SELECT v.locale, CASE WHEN t.kind = 'reply' THEN r.words ELSE '' END INTO NEW.locale, NEW.words
        FROM template_revision r JOIN variant v ON v.id = r.variant_id JOIN template t ON t.id = v.template_id
        WHERE r.id = NEW.revision_id;
        RETURN NEW;
      END $$;
      CREATE TRIGGER copy_words BEFORE INSERT ON live_revision FOR EACH ROW EXECUTE FUNCTION copy_words();
      -- Searches come at every key, changes seldom: entries go into the index at once.
      CREATE INDEX live_revision_by_words ON live_revision USING gin (words gin_trgm_ops) WITH (fastupdate = off);
      -- The memory is read by its languages, which the unique index begins with.
      DROP INDEX memory_pair_by_words;

      -- Row-level security keeps an index of trigrams from being used, because their operators might leak. So the
      -- owner of the table is let past it, here only, and the brand is compared by hand.
      ALTER TABLE live_revision NO FORCE ROW LEVEL SECURITY;
      CREATE FUNCTION find_templates(wanted uuid, typed text, tags text[], least_share real, most integer)
        RETURNS TABLE (revision_id uuid, variant_id uuid, share real) LANGUAGE plpgsql STABLE SECURITY DEFINER
        SET search_path = public, pg_temp AS $$
      BEGIN
        PERFORM set_config('pg_trgm.word_similarity_threshold', least_share::text, true);
        -- Variants of one language share their title and keywords: one of them stands for all.
        RETURN QUERY SELECT (array_agg(l.revision_id))[1], (array_agg(l.variant_id))[1], word_similarity(typed, l.words)
          FROM live_revision l
          WHERE l.brand_id = wanted AND wanted = ANY (viewer_brands()) AND l.words %> typed
            AND l.valid_from <= now() AND (l.valid_to IS NULL OR l.valid_to > now())
          GROUP BY l.locale, l.words
          ORDER BY word_similarity(typed, l.words)
            * CASE WHEN l.locale = tags[1] THEN 1 WHEN l.locale = ANY (tags) THEN 0.93 ELSE 0.8 END DESC
          LIMIT most;
      END $$;
      REVOKE ALL ON FUNCTION find_templates(uuid, text, text[], real, integer) FROM public;
      GRANT EXECUTE ON FUNCTION find_templates(uuid, text, text[], real, integer) TO parley_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP FUNCTION find_templates(uuid, text, text[], real, integer);
      ALTER TABLE live_revision FORCE ROW LEVEL SECURITY;
      DROP TRIGGER copy_words ON live_revision;
      DROP FUNCTION copy_words();
      ALTER TABLE live_revision DROP COLUMN locale, DROP COLUMN words;
      ALTER TABLE template_revision DROP COLUMN says, DROP COLUMN words;
      CREATE INDEX memory_pair_by_words ON memory_pair USING gin (source_words gin_trgm_ops);
    `);
  }
}

const TABLES = ["template", "variant", "template_revision", "live_revision"];

/** Read what is there already: the words of a text are not PostgreSQL's to find. */
async function readRevisions(db: QueryRunner): Promise<void> {
  for (const table of TABLES) await db.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
  const revisions: readonly Unread[] = await db.query(`
    SELECT r.id, t.key, r.title, r.keywords, r.blocks
    FROM template_revision r JOIN variant v ON v.id = r.variant_id JOIN template t ON t.id = v.template_id`);
  for (const { id, key, title, keywords, blocks } of revisions) {
    const says = searchText(blocks);
    const words = searchForm([title, ...keywords, key].join(" "));
    await db.query("UPDATE template_revision SET says = $2, words = $3 WHERE id = $1", [id, says, words]);
  }
  await db.query(`
    UPDATE live_revision l SET locale = v.locale, words = CASE WHEN t.kind = 'reply' THEN r.words ELSE '' END
    FROM template_revision r JOIN variant v ON v.id = r.variant_id JOIN template t ON t.id = v.template_id
    WHERE r.id = l.revision_id`);
  for (const table of TABLES) await db.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
}
