import { Client } from "pg";
import { expect, test } from "vitest";
import { freshDatabase } from "./fresh-database.ts";

test("a fresh database knows its three roles, and none of them can lift itself above row-level security", async () => {
  const database = await freshDatabase();
  const seen = [];
  for (const url of [database.ownerUrl, database.appUrl, database.ledgerUrl]) {
    const client = new Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query(
      `SELECT rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
              has_schema_privilege('public', 'CREATE') AS creates, current_setting('server_encoding') AS encoding
       FROM pg_roles WHERE rolname = current_user`,
    );
    seen.push(rows[0]);
    await client.end();
  }
  await database.drop();
  const weak = {
    rolsuper: false,
    rolbypassrls: false,
    rolcreaterole: false,
    rolcreatedb: false,
    encoding: "UTF8",
  };
  expect(seen).toEqual([
    { rolname: "parley_owner", creates: true, ...weak },
    { rolname: "parley_app", creates: false, ...weak },
    { rolname: "parley_ledger", creates: false, ...weak },
  ]);
});
