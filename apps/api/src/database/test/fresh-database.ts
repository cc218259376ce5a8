import { randomUUID } from "node:crypto";
import { type Client, escapeIdentifier } from "pg";
import { inject } from "vitest";
import { connect, withConnection } from "../connect.ts";
import { derivePassword } from "../password.ts";
import type { DatabaseUrls } from "../prepare-database.ts";
import { roles, withDatabase, withUser } from "../roles.ts";
import { TEMPLATE } from "./which-postgres.ts";

/** A database of a test's own, with every migration and no row of anybody's. */
export interface FreshDatabase extends DatabaseUrls {
  /** For looking past row-level security. */
  readonly superuserUrl: string;
  readonly drop: () => Promise<void>;
}

/** Copy the migrated template into a new database. Call `drop` when its connections are closed, or before. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const database = escapeIdentifier(name);
  await asSuperuser(`CREATE DATABASE ${database} TEMPLATE ${TEMPLATE} OWNER ${roles.owner}`);
  const superuserUrl = withDatabase(inject("superuserUrl"), name);
  const secret = new URL(superuserUrl).password;
  const as = (role: string) => withUser(superuserUrl, role, derivePassword(secret, role));
  return {
    ownerUrl: as(roles.owner),
    appUrl: as(roles.app),
    ledgerUrl: as(roles.ledger),
    superuserUrl,
    drop: () => asSuperuser(`DROP DATABASE ${database} WITH (FORCE)`),
  };
}

async function asSuperuser(sql: string): Promise<void> {
  const client: Client = await connect(inject("superuserUrl"), { say: () => undefined, waitMs: 0 });
  await withConnection(client, async () => client.query(sql));
}
