import type { MigrationInterface, QueryRunner } from "typeorm";
import { scopeByBrand } from "./scope-by-brand.ts";

const tables = ["account", "hours", "guideline", "customer", "conversation", "message", "raw_event", "note"];

export class Conversations1763700000002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE account (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        brand_id uuid NOT NULL REFERENCES brand ON DELETE CASCADE,
        platform text NOT NULL,
        external_id text NOT NULL,
        handle text NOT NULL,
        name text NOT NULL,
        purpose text NOT NULL DEFAULT 'care' CHECK (purpose IN ('care', 'marketing')),
        settings jsonb NOT NULL DEFAULT '{}',
        UNIQUE (platform, external_id)
      );
      CREATE TABLE hours (
        brand_id uuid PRIMARY KEY REFERENCES brand ON DELETE CASCADE,
        zone text NOT NULL,
        week jsonb NOT NULL,
        holidays jsonb NOT NULL DEFAULT '[]'
      );
      CREATE TABLE guideline (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        brand_id uuid NOT NULL REFERENCES brand ON DELETE CASCADE,
        locale text NOT NULL,
        body text NOT NULL,
        url text,
        UNIQUE (brand_id, locale)
      );
      CREATE TABLE customer (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        brand_id uuid NOT NULL REFERENCES brand ON DELETE CASCADE,
        platform text NOT NULL,
        external_id text NOT NULL,
        handle text NOT NULL,
        name text,
        locale text,
        UNIQUE (brand_id, platform, external_id)
      );
      CREATE TABLE conversation (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        brand_id uuid NOT NULL REFERENCES brand ON DELETE CASCADE,
        account_id uuid NOT NULL REFERENCES account,
        customer_id uuid NOT NULL REFERENCES customer,
        external_id text NOT NULL,
        channel text NOT NULL CHECK (channel IN ('comment', 'mention', 'direct')),
        visibility text NOT NULL CHECK (visibility IN ('public', 'private')),
        state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'pending', 'snoozed', 'done')),
        -- Why nothing was answered, where that was decided.
        unanswered_reason text,
        snoozed_until timestamptz,
        assignee_id uuid REFERENCES member,
        language text,
        -- The other half of a pair that moved from public to private.
        linked_id uuid REFERENCES conversation,
        preview text NOT NULL DEFAULT '',
        message_count integer NOT NULL DEFAULT 0,
        last_message_at timestamptz NOT NULL,
        last_inbound_at timestamptz,
        -- The arrival of the oldest message that has no answer yet: the silence clock.
        waiting_since timestamptz,
        -- Counts what the customer did; an approval and a send are bound to it.
        inbound_version integer NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (account_id, external_id)
      );
      CREATE INDEX conversation_by_time ON conversation (brand_id, last_message_at DESC, id DESC);
      CREATE INDEX conversation_by_state ON conversation (brand_id, state, last_message_at DESC, id DESC);
      CREATE INDEX conversation_by_assignee ON conversation (assignee_id, last_message_at DESC) WHERE assignee_id IS NOT NULL;
      CREATE INDEX conversation_by_customer ON conversation (customer_id);
      CREATE TABLE message (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        brand_id uuid NOT NULL,
        -- The conversation knows brand and account; they stand here for row security and for uniqueness.
        conversation_id uuid NOT NULL REFERENCES conversation ON DELETE CASCADE,
        account_id uuid NOT NULL,
        external_id text NOT NULL,
        parent_external_id text,
        direction text NOT NULL CHECK (direction IN ('inbound', 'outbound')),
        author_handle text NOT NULL,
        body text NOT NULL,
        -- The words of the body as a search compares them: see searchWords of libs/shared/text.
        words tsvector NOT NULL DEFAULT '',
        language text,
        at timestamptz NOT NULL,
        received_at timestamptz NOT NULL DEFAULT now(),
        edited_at timestamptz,
        deleted_at timestamptz,
        outbox_item_id uuid,
        UNIQUE (account_id, external_id)
      );
      CREATE INDEX message_by_conversation ON message (conversation_id, at, id);
      CREATE INDEX message_by_words ON message USING gin (words);
      CREATE TABLE raw_event (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        brand_id uuid NOT NULL REFERENCES brand ON DELETE CASCADE,
        account_id uuid NOT NULL REFERENCES account,
        external_id text NOT NULL,
        payload jsonb NOT NULL,
        received_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (account_id, external_id)
      );
      CREATE TABLE note (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        brand_id uuid NOT NULL REFERENCES brand ON DELETE CASCADE,
        conversation_id uuid NOT NULL REFERENCES conversation ON DELETE CASCADE,
        author_id uuid NOT NULL REFERENCES member,
        body text NOT NULL CHECK (body <> ''),
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX note_by_conversation ON note (conversation_id, created_at);
      GRANT SELECT, INSERT, UPDATE, DELETE ON ${tables.join(", ")} TO parley_app;
    `);
    await scopeByBrand(db, tables);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE ${[...tables].reverse().join(", ")}`);
  }
}
