import type { EntityManager } from "typeorm";

/** Everybody who wrote a part of a revision: its author and those of all it was made from. */
export async function contributorsOf(db: EntityManager, revisionId: string): Promise<readonly string[]> {
  const rows = await db.query<{ id: string }[]>(
    `WITH RECURSIVE line AS (
       SELECT id, parent_id, author_id FROM revision WHERE id = $1
       UNION SELECT r.id, r.parent_id, r.author_id FROM revision r JOIN line ON r.id = line.parent_id)
     SELECT DISTINCT author_id AS id FROM line`,
    [revisionId],
  );
  return rows.map(({ id }) => id);
}
