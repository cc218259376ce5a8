import type { QueryRunner } from "typeorm";

/** Let PostgreSQL show and take only rows of the brands named in the transaction. */
export async function scopeByBrand(db: QueryRunner, tables: readonly string[]): Promise<void> {
  for (const table of tables) {
    await db.query(`
      ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY; ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
      CREATE POLICY by_brand ON ${table} USING (brand_id = ANY ((SELECT viewer_brands())::uuid[]));
    `);
  }
}
