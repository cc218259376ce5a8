import type { MigrationInterface, QueryRunner } from "typeorm";
import { scopeByBrand } from "./scope-by-brand.ts";

const changeable = ["live_revision", "variant_comment", "glossary_term"];
/** What was decided, accepted and said to be right stays as it was said. */
const immutable = ["template_decision", "finding_tick", "source_pin", "memory_pair"];

export class TemplateStore1763700000020 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE template
        ADD kind text NOT NULL DEFAULT 'reply' CHECK (kind IN ('reply', 'block')),
        ADD version integer NOT NULL DEFAULT 1,
        DROP CONSTRAINT template_brand_id_key_key,
        ADD UNIQUE (brand_id, kind, key);
      ALTER TABLE template_revision
        ADD keywords jsonb NOT NULL DEFAULT '[]',
        -- The revision it was changed from.
        ADD parent_id uuid REFERENCES template_revision,
        -- What the checks said when it was saved.
        ADD checks jsonb,
        ADD client_id uuid;
      CREATE UNIQUE INDEX template_revision_by_client ON template_revision (author_id, client_id) WHERE client_id IS NOT NULL;

      CREATE TABLE template_decision (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        brand_id uuid NOT NULL REFERENCES brand ON DELETE CASCADE,
        variant_id uuid NOT NULL REFERENCES variant ON DELETE CASCADE,
        revision_id uuid NOT NULL REFERENCES template_revision,
        state text NOT NULL CHECK (state IN ('draft', 'in-review', 'approved', 'live', 'retired', 'rejected')),
        -- None when Parley itself brought a starter template.
        actor_id uuid REFERENCES member,
        reason text NOT NULL DEFAULT '' CHECK (state <> 'rejected' OR reason <> ''),
        -- What the checks said at that moment, and what was accepted of it.
        checks jsonb,
        -- A person says that they have read what a machine wrote.
        read boolean NOT NULL DEFAULT false,
        valid_from timestamptz,
        valid_to timestamptz CHECK (valid_to > valid_from),
        seq bigint GENERATED ALWAYS AS IDENTITY,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX template_decision_by_revision ON template_decision (revision_id, seq);

      -- What is live or will be: one row for each window of time, kept by the acts that decide.
      CREATE TABLE live_revision (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        brand_id uuid NOT NULL REFERENCES brand ON DELETE CASCADE,
        variant_id uuid NOT NULL REFERENCES variant ON DELETE CASCADE,
        revision_id uuid NOT NULL REFERENCES template_revision,
        valid_from timestamptz NOT NULL DEFAULT now(),
        valid_to timestamptz CHECK (valid_to > valid_from),
        seq bigint GENERATED ALWAYS AS IDENTITY
      );
      CREATE INDEX live_revision_by_variant ON live_revision (variant_id, seq);
      CREATE INDEX live_revision_by_revision ON live_revision (revision_id);
      -- Else the owner of the table would see no row of it.
      ALTER TABLE variant NO FORCE ROW LEVEL SECURITY;
      INSERT INTO template_decision (brand_id, variant_id, revision_id, state, valid_from)
        SELECT brand_id, id, live_revision_id, 'live', now() FROM variant WHERE live_revision_id IS NOT NULL;
      INSERT INTO live_revision (brand_id, variant_id, revision_id)
        SELECT brand_id, id, live_revision_id FROM variant WHERE live_revision_id IS NOT NULL;
      ALTER TABLE variant DROP COLUMN live_revision_id, FORCE ROW LEVEL SECURITY;
      -- A text for a season goes before the usual one; of two usual ones the one that began later is used.
      -- One look at the index for each variant, whatever the planner knows of the tables.
      CREATE VIEW live_now WITH (security_invoker = true) AS
        SELECT v.id AS variant_id, v.brand_id, l.revision_id, l.valid_from, l.valid_to
        FROM variant v CROSS JOIN LATERAL (
          SELECT revision_id, valid_from, valid_to FROM live_revision
          WHERE variant_id = v.id AND valid_from <= now() AND (valid_to IS NULL OR valid_to > now())
          ORDER BY valid_to IS NULL, CASE WHEN valid_to IS NULL THEN valid_from END DESC, seq DESC LIMIT 1) l;
      -- The one place that says in what state a revision is: a live one whose time is over is retired.
      CREATE VIEW revision_standing WITH (security_invoker = true) AS
        SELECT r.id, r.brand_id, r.variant_id, CASE
          WHEN d.state IS NULL THEN 'draft'
          WHEN d.state <> 'live' THEN d.state
          WHEN l.id IS NULL OR l.valid_to <= now() THEN 'retired'
          WHEN l.valid_from > now() THEN 'approved'
          WHEN l.valid_to IS NULL AND EXISTS (
            SELECT 1 FROM live_revision o WHERE o.variant_id = l.variant_id AND o.valid_to IS NULL
              AND o.valid_from <= now() AND (o.valid_from, o.seq) > (l.valid_from, l.seq)) THEN 'retired'
          ELSE 'live' END AS state
        FROM template_revision r
        LEFT JOIN LATERAL (SELECT state FROM template_decision WHERE revision_id = r.id ORDER BY seq DESC LIMIT 1) d ON true
        LEFT JOIN LATERAL (SELECT * FROM live_revision WHERE revision_id = r.id ORDER BY seq DESC LIMIT 1) l ON true;

      CREATE TABLE finding_tick (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        brand_id uuid NOT NULL REFERENCES brand ON DELETE CASCADE,
        revision_id uuid NOT NULL REFERENCES template_revision ON DELETE CASCADE,
        -- A hash of the finding's check, block and words: the same finding in another revision needs a new tick.
        finding_id text NOT NULL,
        code text NOT NULL,
        reason text NOT NULL CHECK (reason <> ''),
        author_id uuid NOT NULL REFERENCES member,
        created_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (revision_id, finding_id)
      );
      -- "Still right": the newest pin of a revision says which source revision it was held against.
      CREATE TABLE source_pin (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        brand_id uuid NOT NULL REFERENCES brand ON DELETE CASCADE,
        revision_id uuid NOT NULL REFERENCES template_revision ON DELETE CASCADE,
        source_revision_id uuid NOT NULL REFERENCES template_revision,
        author_id uuid NOT NULL REFERENCES member,
        seq bigint GENERATED ALWAYS AS IDENTITY,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX source_pin_by_revision ON source_pin (revision_id, seq);
      CREATE VIEW revision_source WITH (security_invoker = true) AS
        SELECT r.id, r.brand_id, coalesce(p.source_revision_id, r.source_revision_id) AS source_revision_id
        FROM template_revision r
        LEFT JOIN LATERAL (SELECT source_revision_id FROM source_pin WHERE revision_id = r.id ORDER BY seq DESC LIMIT 1) p ON true;

      CREATE TABLE variant_comment (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        brand_id uuid NOT NULL REFERENCES brand ON DELETE CASCADE,
        variant_id uuid NOT NULL REFERENCES variant ON DELETE CASCADE,
        revision_id uuid NOT NULL REFERENCES template_revision ON DELETE CASCADE,
        -- The block it is about, counted from 0; none when it is about the whole.
        block integer,
        body text NOT NULL CHECK (body <> ''),
        author_id uuid NOT NULL REFERENCES member,
        resolved_by uuid REFERENCES member,
        resolved_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX variant_comment_by_variant ON variant_comment (variant_id, created_at);

      CREATE TABLE glossary_term (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        brand_id uuid NOT NULL REFERENCES brand ON DELETE CASCADE,
        term text NOT NULL CHECK (term <> ''),
        keep boolean NOT NULL DEFAULT false,
        translations jsonb NOT NULL DEFAULT '{}',
        forbidden jsonb NOT NULL DEFAULT '{}',
        note text NOT NULL DEFAULT '',
        version integer NOT NULL DEFAULT 1,
        author_id uuid REFERENCES member,
        updated_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (brand_id, term)
      );
      CREATE TABLE memory_pair (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        brand_id uuid NOT NULL REFERENCES brand ON DELETE CASCADE,
        source_locale text NOT NULL,
        target_locale text NOT NULL,
        -- None for pairs of another tool.
        register text,
        source text NOT NULL,
        target text NOT NULL,
        -- The source as search reads it.
        source_words text NOT NULL,
        -- The approved revision it comes from; none for pairs of another tool.
        revision_id uuid REFERENCES template_revision ON DELETE CASCADE,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE UNIQUE INDEX memory_pair_once ON memory_pair
        (brand_id, source_locale, target_locale, coalesce(register, ''), md5(source), md5(target));
      CREATE INDEX memory_pair_by_words ON memory_pair USING gin (source_words gin_trgm_ops);

      -- Where the brand wants a second person, nobody approves words of their own since the last approval.
      CREATE FUNCTION refuse_own_template() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.state = 'approved'
          AND (SELECT settings ->> 'templateApproval' FROM brand WHERE id = NEW.brand_id) = 'another-person'
          AND EXISTS (SELECT 1 FROM template_authors(NEW.revision_id) AS author WHERE author = NEW.actor_id)
        THEN RAISE EXCEPTION 'approver wrote a part of the template' USING ERRCODE = 'PR001'; END IF;
        RETURN NEW;
      END $$;
      CREATE FUNCTION template_authors(revision uuid) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
        WITH RECURSIVE line AS (
          SELECT id, parent_id, author_id FROM template_revision WHERE id = revision
          UNION SELECT r.id, r.parent_id, r.author_id FROM template_revision r JOIN line ON r.id = line.parent_id
            WHERE NOT EXISTS (SELECT 1 FROM template_decision d WHERE d.revision_id = r.id AND d.state IN ('approved', 'live')))
        SELECT DISTINCT author_id FROM line WHERE author_id IS NOT NULL
      $$;
      CREATE TRIGGER refuse_own_template BEFORE INSERT ON template_decision
        FOR EACH ROW EXECUTE FUNCTION refuse_own_template();

      GRANT SELECT ON live_now, revision_standing, revision_source TO parley_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON ${changeable.join(", ")} TO parley_app;
      GRANT SELECT, INSERT ON ${immutable.join(", ")} TO parley_app;
    `);
    await scopeByBrand(db, [...changeable, ...immutable]);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE variant ADD live_revision_id uuid;
      UPDATE variant SET live_revision_id = l.revision_id FROM live_now l WHERE l.variant_id = variant.id;
      DROP VIEW live_now, revision_standing, revision_source;
      DROP TABLE ${[...changeable, ...immutable].join(", ")};
      DROP FUNCTION refuse_own_template(), template_authors(uuid);
      ALTER TABLE template_revision DROP COLUMN keywords, DROP COLUMN parent_id, DROP COLUMN checks, DROP COLUMN client_id;
      DELETE FROM template WHERE kind = 'block';
      ALTER TABLE template DROP CONSTRAINT template_brand_id_kind_key_key, ADD UNIQUE (brand_id, key),
        DROP COLUMN kind, DROP COLUMN version;
    `);
  }
}
