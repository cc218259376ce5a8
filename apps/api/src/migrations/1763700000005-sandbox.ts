import type { MigrationInterface, QueryRunner } from "typeorm";

/** The sandbox stands for an outside system: its posts are not Parley's data and live in a schema of their own. */
export class Sandbox1763700000005 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE SCHEMA sandbox;
      CREATE TABLE sandbox.post (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        account text NOT NULL,
        thread_id uuid NOT NULL,
        parent_id uuid REFERENCES sandbox.post,
        author text NOT NULL,
        author_name text,
        -- The customer of a direct thread, whoever wrote.
        counterpart text,
        by_account boolean NOT NULL,
        channel text NOT NULL CHECK (channel IN ('comment', 'mention', 'direct')),
        body text NOT NULL,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        edited_at timestamptz,
        deleted_at timestamptz,
        -- What an idempotency key would be, kept only to show a duplicate; the sandbox does not refuse one.
        reply_key text
      );
      CREATE INDEX post_by_thread ON sandbox.post (thread_id, at);
      CREATE INDEX post_by_account ON sandbox.post (account, at DESC);
      CREATE TABLE sandbox.event (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        account text NOT NULL,
        payload jsonb NOT NULL,
        taken_at timestamptz
      );
      CREATE INDEX event_waiting ON sandbox.event (id) WHERE taken_at IS NULL;
      CREATE TABLE sandbox.weather (
        account text PRIMARY KEY,
        delay_ms integer NOT NULL DEFAULT 0 CHECK (delay_ms BETWEEN 0 AND 60000),
        fails boolean NOT NULL DEFAULT false,
        loses_answers boolean NOT NULL DEFAULT false
      );
      GRANT USAGE ON SCHEMA sandbox TO parley_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA sandbox TO parley_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query("DROP SCHEMA sandbox CASCADE");
  }
}
