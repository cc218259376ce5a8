import type { MigrationInterface, QueryRunner } from "typeorm";

export class Ledger1763700000004 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE audit.event (
        id uuid PRIMARY KEY,
        brand_id uuid NOT NULL,
        stream_id uuid NOT NULL,
        stream_seq integer NOT NULL CHECK (stream_seq > 0),
        prev_leaf bytea CHECK ((stream_seq = 1) = (prev_leaf IS NULL)),
        action text NOT NULL,
        actor_id uuid NOT NULL,
        subject_id uuid NOT NULL,
        at timestamptz NOT NULL,
        leaf_bytes bytea NOT NULL,
        leaf_hash bytea NOT NULL CHECK (leaf_hash = sha256('\\x00'::bytea || leaf_bytes)),
        created_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (stream_id, stream_seq)
      );
      CREATE INDEX event_by_brand ON audit.event (brand_id, at DESC);
      CREATE TABLE audit.subject_key (
        data_subject_id uuid PRIMARY KEY,
        brand_id uuid NOT NULL,
        wrapped bytea NOT NULL
      );
      CREATE TABLE audit.payload (
        event_id uuid PRIMARY KEY REFERENCES audit.event,
        brand_id uuid NOT NULL,
        data_subject_id uuid NOT NULL REFERENCES audit.subject_key,
        nonce bytea NOT NULL,
        ciphertext bytea NOT NULL
      );
      CREATE FUNCTION audit.refuse_change() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'ledger events are only added' USING ERRCODE = 'PR002'; END $$;
      CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON audit.event FOR EACH ROW EXECUTE FUNCTION audit.refuse_change();
      CREATE TRIGGER never_emptied BEFORE TRUNCATE ON audit.event FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();
      -- ALWAYS: session_replication_role = replica must not skip them.
      ALTER TABLE audit.event ENABLE ALWAYS TRIGGER only_added, ENABLE ALWAYS TRIGGER never_emptied;

      ALTER TABLE audit.event ENABLE ROW LEVEL SECURITY; ALTER TABLE audit.event FORCE ROW LEVEL SECURITY;
      ALTER TABLE audit.payload ENABLE ROW LEVEL SECURITY; ALTER TABLE audit.payload FORCE ROW LEVEL SECURITY;
      ALTER TABLE audit.subject_key ENABLE ROW LEVEL SECURITY; ALTER TABLE audit.subject_key FORCE ROW LEVEL SECURITY;
      -- Writing goes on in every brand one acts in; reading only where the ledger may be read.
      CREATE POLICY added ON audit.event FOR INSERT TO parley_app WITH CHECK (brand_id = ANY ((SELECT viewer_brands())::uuid[]));
      CREATE POLICY chain ON audit.event FOR SELECT TO parley_app USING (brand_id = ANY ((SELECT viewer_brands())::uuid[]));
      CREATE POLICY added ON audit.payload FOR INSERT TO parley_app WITH CHECK (brand_id = ANY ((SELECT viewer_brands())::uuid[]));
      CREATE POLICY shown ON audit.payload FOR SELECT TO parley_app USING (brand_id = ANY ((SELECT viewer_ledger_brands())::uuid[]));
      CREATE POLICY by_brand ON audit.subject_key TO parley_app USING (brand_id = ANY ((SELECT viewer_brands())::uuid[]));
      CREATE POLICY whole ON audit.event FOR SELECT TO parley_ledger USING (true);
      CREATE POLICY whole ON audit.payload FOR SELECT TO parley_ledger USING (true);

      GRANT SELECT, INSERT ON audit.event, audit.payload, audit.subject_key TO parley_app;
      GRANT SELECT ON audit.event, audit.payload TO parley_ledger;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      "DROP TABLE audit.payload, audit.subject_key, audit.event; DROP FUNCTION audit.refuse_change();",
    );
  }
}
