import type { MigrationInterface, QueryRunner } from "typeorm";

export class PeopleAndBrands1763700000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE EXTENSION IF NOT EXISTS pg_trgm;
      CREATE EXTENSION IF NOT EXISTS unaccent;
      CREATE SCHEMA audit;

      -- The brands a transaction may see: a comma-separated list, empty when nobody has been named.
      CREATE FUNCTION viewer_brands() RETURNS uuid[] LANGUAGE sql STABLE AS
        $$ SELECT string_to_array(nullif(current_setting('parley.brands', true), ''), ',')::uuid[] $$;
      CREATE FUNCTION viewer_ledger_brands() RETURNS uuid[] LANGUAGE sql STABLE AS
        $$ SELECT string_to_array(nullif(current_setting('parley.ledger_brands', true), ''), ',')::uuid[] $$;
      CREATE FUNCTION viewer_id() RETURNS text LANGUAGE sql STABLE AS
        $$ SELECT current_setting('parley.viewer', true) $$;

      CREATE TABLE brand (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        key text NOT NULL UNIQUE CHECK (key ~ '^[a-z0-9-]{1,60}$'),
        name text NOT NULL CHECK (name <> ''),
        settings jsonb NOT NULL DEFAULT '{}',
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE TABLE member (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        email text NOT NULL UNIQUE CHECK (email = lower(email) AND email LIKE '%_@_%'),
        name text NOT NULL CHECK (name <> ''),
        password_hash text,
        locale text NOT NULL DEFAULT 'en',
        active boolean NOT NULL DEFAULT true,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE TABLE role (
        member_id uuid NOT NULL REFERENCES member ON DELETE CASCADE,
        brand_id uuid NOT NULL REFERENCES brand ON DELETE CASCADE,
        role text NOT NULL CHECK (role IN ('agent', 'reviewer', 'localiser', 'lead', 'admin')),
        PRIMARY KEY (member_id, brand_id, role)
      );
      CREATE INDEX role_by_brand ON role (brand_id);

      -- Sign-in: never brand-owned, never shown; only hashes of what the browser holds.
      CREATE TABLE session (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        token_hash bytea NOT NULL UNIQUE,
        member_id uuid NOT NULL REFERENCES member ON DELETE CASCADE,
        created_at timestamptz NOT NULL DEFAULT now(),
        last_seen_at timestamptz NOT NULL DEFAULT now(),
        revoked_at timestamptz,
        user_agent text NOT NULL DEFAULT ''
      );
      CREATE INDEX session_by_member ON session (member_id) WHERE revoked_at IS NULL;
      CREATE TABLE sign_in_attempt (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        subject text NOT NULL,
        at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX sign_in_attempt_by_subject ON sign_in_attempt (subject, at);
      CREATE TABLE first_admin_link (
        token_hash bytea PRIMARY KEY,
        expires_at timestamptz NOT NULL,
        used_at timestamptz
      );
      CREATE TABLE api_token (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        token_hash bytea NOT NULL UNIQUE,
        member_id uuid NOT NULL REFERENCES member ON DELETE CASCADE,
        name text NOT NULL CHECK (name <> ''),
        scopes text[] NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        revoked_at timestamptz
      );

      ALTER TABLE brand ENABLE ROW LEVEL SECURITY; ALTER TABLE brand FORCE ROW LEVEL SECURITY;
      CREATE POLICY by_brand ON brand
        USING (id = ANY ((SELECT viewer_brands())::uuid[]))
        WITH CHECK (id = ANY ((SELECT viewer_brands())::uuid[]));
      -- Parley itself works for all brands: it reads their ids here, then names them like any viewer.
      CREATE POLICY by_system ON brand FOR SELECT USING ((SELECT viewer_id()) = 'system');
      ALTER TABLE role ENABLE ROW LEVEL SECURITY; ALTER TABLE role FORCE ROW LEVEL SECURITY;
      CREATE POLICY by_brand ON role USING (brand_id = ANY ((SELECT viewer_brands())::uuid[]));
      -- A member's own roles say which brands the transaction may see next.
      CREATE POLICY own ON role FOR SELECT USING (member_id::text = (SELECT viewer_id()));
      ALTER TABLE member ENABLE ROW LEVEL SECURITY; ALTER TABLE member FORCE ROW LEVEL SECURITY;
      CREATE POLICY by_brand ON member USING (id::text = (SELECT viewer_id())
        OR EXISTS (SELECT 1 FROM role WHERE role.member_id = member.id AND role.brand_id = ANY ((SELECT viewer_brands())::uuid[])));
      CREATE POLICY by_brand_insert ON member FOR INSERT WITH CHECK ((SELECT viewer_brands()) <> '{}');
      -- Signing in happens before anybody is known.
      CREATE POLICY sign_in ON member FOR SELECT USING ((SELECT viewer_id()) = 'sign-in');
      CREATE POLICY sign_in ON role FOR SELECT USING ((SELECT viewer_id()) = 'sign-in');

      GRANT USAGE ON SCHEMA audit TO parley_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON brand, member, role, session, sign_in_attempt, first_admin_link, api_token TO parley_app;
      GRANT USAGE ON SCHEMA audit TO parley_ledger;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE api_token, first_admin_link, sign_in_attempt, session, role, member, brand;
      DROP FUNCTION viewer_brands(), viewer_ledger_brands(), viewer_id();
      DROP SCHEMA audit;
    `);
  }
}
