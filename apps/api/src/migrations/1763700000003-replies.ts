import type { MigrationInterface, QueryRunner } from "typeorm";
import { scopeByBrand } from "./scope-by-brand.ts";

const changeable = ["draft", "outbox_item", "attempt", "template", "variant", "policy_pack"];
/** Rows of these are added and never changed: what was written, checked and decided stays. */
const immutable = ["revision", "reply_check", "approval", "template_revision"];

export class Replies1763700000003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE policy_pack (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        brand_id uuid NOT NULL REFERENCES brand ON DELETE CASCADE,
        pack_id text NOT NULL,
        version text NOT NULL,
        source text NOT NULL,
        digest text NOT NULL,
        in_force boolean NOT NULL DEFAULT false,
        author_id uuid REFERENCES member,
        reason text NOT NULL DEFAULT '',
        created_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (brand_id, pack_id, version)
      );
      CREATE TABLE template (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        brand_id uuid NOT NULL REFERENCES brand ON DELETE CASCADE,
        key text NOT NULL,
        intent text NOT NULL,
        channel_classes text[] NOT NULL,
        source_locale text NOT NULL,
        variables jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (brand_id, key)
      );
      CREATE TABLE variant (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        brand_id uuid NOT NULL REFERENCES brand ON DELETE CASCADE,
        template_id uuid NOT NULL REFERENCES template ON DELETE CASCADE,
        locale text NOT NULL,
        register text NOT NULL CHECK (register IN ('formal', 'informal', 'neutral')),
        channel_class text NOT NULL,
        live_revision_id uuid,
        absent_reason text,
        UNIQUE (template_id, locale, register, channel_class)
      );
      CREATE TABLE template_revision (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        brand_id uuid NOT NULL REFERENCES brand ON DELETE CASCADE,
        variant_id uuid NOT NULL REFERENCES variant ON DELETE CASCADE,
        n integer NOT NULL,
        title text NOT NULL,
        blocks jsonb NOT NULL,
        samples jsonb NOT NULL DEFAULT '[]',
        author_id uuid REFERENCES member,
        origin text NOT NULL CHECK (origin IN ('human', 'mt', 'llm', 'import', 'starter')),
        source_revision_id uuid REFERENCES template_revision,
        created_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (variant_id, n)
      );

      CREATE TABLE draft (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        brand_id uuid NOT NULL REFERENCES brand ON DELETE CASCADE,
        conversation_id uuid NOT NULL REFERENCES conversation ON DELETE CASCADE,
        visibility text NOT NULL CHECK (visibility IN ('public', 'private')),
        state text NOT NULL DEFAULT 'open'
          CHECK (state IN ('open', 'in_review', 'changes_requested', 'queued', 'sent', 'discarded')),
        author_id uuid NOT NULL REFERENCES member,
        head_id uuid,
        -- Why a draft came back to its author: a code with words in errors.json, and the reviewer's own words.
        returned_code text,
        returned_reason text,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now()
      );
      -- One reply is written at a time, by however many people.
      CREATE UNIQUE INDEX draft_being_written ON draft (conversation_id, visibility)
        WHERE state IN ('open', 'in_review', 'changes_requested', 'queued');
      CREATE INDEX draft_by_state ON draft (brand_id, state, updated_at DESC);
      CREATE TABLE revision (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        brand_id uuid NOT NULL REFERENCES brand ON DELETE CASCADE,
        draft_id uuid NOT NULL REFERENCES draft ON DELETE CASCADE,
        n integer NOT NULL,
        parent_id uuid REFERENCES revision,
        author_id uuid NOT NULL REFERENCES member,
        body text NOT NULL,
        -- The language the reply is meant to be in.
        language text,
        -- Stretches of the body that a person must still fill in.
        unresolved jsonb NOT NULL DEFAULT '[]',
        -- The template revisions the text was made from.
        template_uses jsonb NOT NULL DEFAULT '[]',
        -- SHA-256 over body, language, target and template revisions.
        hash bytea NOT NULL,
        client_id uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (draft_id, n)
      );
      CREATE UNIQUE INDEX revision_by_client ON revision (author_id, client_id) WHERE client_id IS NOT NULL;
      CREATE TABLE reply_check (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        brand_id uuid NOT NULL REFERENCES brand ON DELETE CASCADE,
        draft_id uuid NOT NULL REFERENCES draft ON DELETE CASCADE,
        revision_id uuid NOT NULL REFERENCES revision,
        policy_digest text NOT NULL,
        findings jsonb NOT NULL,
        overrides jsonb NOT NULL,
        author_id uuid NOT NULL REFERENCES member,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX reply_check_by_draft ON reply_check (draft_id, created_at);
      CREATE TABLE approval (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        brand_id uuid NOT NULL REFERENCES brand ON DELETE CASCADE,
        draft_id uuid NOT NULL REFERENCES draft ON DELETE CASCADE,
        revision_id uuid NOT NULL REFERENCES revision,
        revision_hash bytea NOT NULL,
        policy_digest text NOT NULL,
        inbound_version integer NOT NULL,
        decision text NOT NULL CHECK (decision IN ('approved', 'changes_requested')),
        reason text NOT NULL DEFAULT '' CHECK (decision = 'approved' OR reason <> ''),
        approver_id uuid NOT NULL REFERENCES member,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX approval_by_draft ON approval (draft_id, created_at);
      -- Nobody approves a text they wrote any part of, whatever the program believes.
      CREATE FUNCTION refuse_own_words() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.decision = 'approved' AND EXISTS (
          WITH RECURSIVE line AS (
            SELECT id, parent_id, author_id FROM revision WHERE id = NEW.revision_id
            UNION SELECT r.id, r.parent_id, r.author_id FROM revision r JOIN line ON r.id = line.parent_id)
          SELECT 1 FROM line WHERE author_id = NEW.approver_id)
        THEN RAISE EXCEPTION 'approver wrote a part of the text' USING ERRCODE = 'PR001'; END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER refuse_own_words BEFORE INSERT ON approval FOR EACH ROW EXECUTE FUNCTION refuse_own_words();

      CREATE TABLE outbox_item (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        brand_id uuid NOT NULL REFERENCES brand ON DELETE CASCADE,
        account_id uuid NOT NULL REFERENCES account,
        conversation_id uuid NOT NULL REFERENCES conversation,
        draft_id uuid NOT NULL REFERENCES draft,
        revision_id uuid NOT NULL REFERENCES revision,
        revision_hash bytea NOT NULL,
        policy_digest text NOT NULL,
        inbound_version integer NOT NULL,
        visibility text NOT NULL,
        body text NOT NULL,
        reply_to_external_id text,
        sender_id uuid NOT NULL REFERENCES member,
        client_id uuid NOT NULL,
        approval_id uuid REFERENCES approval,
        state text NOT NULL DEFAULT 'queued'
          CHECK (state IN ('queued', 'sending', 'unknown', 'sent', 'failed', 'needs_person', 'undone', 'void')),
        -- Earliest time of the next try: the undo window first, then waiting between tries.
        run_at timestamptz NOT NULL,
        seq bigint GENERATED ALWAYS AS IDENTITY,
        external_id text,
        reason text,
        created_at timestamptz NOT NULL DEFAULT now(),
        finished_at timestamptz,
        UNIQUE (sender_id, client_id)
      );
      CREATE INDEX outbox_due ON outbox_item (run_at) WHERE finished_at IS NULL;
      CREATE INDEX outbox_by_conversation ON outbox_item (conversation_id, seq);
      CREATE TABLE attempt (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        brand_id uuid NOT NULL REFERENCES brand ON DELETE CASCADE,
        outbox_item_id uuid NOT NULL REFERENCES outbox_item ON DELETE CASCADE,
        n integer NOT NULL,
        started_at timestamptz NOT NULL DEFAULT now(),
        finished_at timestamptz,
        outcome text CHECK (outcome IN ('ok', 'not_done', 'unknown')),
        detail text NOT NULL DEFAULT '',
        UNIQUE (outbox_item_id, n)
      );
      GRANT SELECT, INSERT, UPDATE, DELETE ON ${changeable.join(", ")} TO parley_app;
      GRANT SELECT, INSERT ON ${immutable.join(", ")} TO parley_app;
    `);
    await scopeByBrand(db, [...changeable, ...immutable]);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE attempt, outbox_item, approval, reply_check, revision, draft, template_revision, variant, template, policy_pack;
      DROP FUNCTION refuse_own_words();
    `);
  }
}
