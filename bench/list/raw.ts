import Fastify from "fastify";
import pg from "pg";

/** The least a server can do: one SQL statement in a transaction that names the viewer's brands, and its JSON as it comes. */
const pool = new pg.Pool({ connectionString: process.env.APP_URL, max: 16 });
const app = Fastify();

const SQL = `SELECT coalesce(json_agg(row), '[]')::text AS body FROM (
  SELECT json_build_object('id', c.id, 'preview', c.preview, 'language', c.language, 'state', c.state, 'channel', c.channel,
    'visibility', c.visibility, 'lastMessageAt', c.last_message_at, 'waitingSince', c.waiting_since,
    'customer', json_build_object('id', k.id, 'handle', k.handle, 'name', k.name),
    'account', json_build_object('id', a.id, 'handle', a.handle, 'platform', a.platform),
    'brand', json_build_object('id', b.id, 'name', b.name),
    'assignee', CASE WHEN m.id IS NULL THEN NULL ELSE json_build_object('id', m.id, 'name', m.name) END) AS row
  FROM conversation c JOIN customer k ON k.id = c.customer_id JOIN account a ON a.id = c.account_id
    JOIN brand b ON b.id = c.brand_id LEFT JOIN member m ON m.id = c.assignee_id
  ORDER BY c.last_message_at DESC, c.id DESC LIMIT 30) rows`;

app.post("/graphql", async (_request, reply) => {
  const client = await pool.connect();
  try {
    await client.query("BEGIN READ ONLY");
    await client.query("SELECT set_config('parley.brands', $1, true)", [process.env.BRANDS]);
    const { rows } = await client.query<{ body: string }>(SQL);
    await client.query("COMMIT");
    return reply.type("application/json").send(rows[0]?.body);
  } finally {
    client.release();
  }
});
await app.listen({ port: Number(process.env.PORT), host: "127.0.0.1" });
