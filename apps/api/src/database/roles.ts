import { Client, escapeIdentifier, escapeLiteral } from "pg";
import { address, errorCode, isLoginRefusal } from "./connect.ts";
import { derivePassword, scramVerifier } from "./password.ts";
import { SetupError } from "./setup-error.ts";

/** Who owns the tables and runs migrations, who serves requests, and who writes the ledger's tree. */
export const roles = { owner: "parley_owner", app: "parley_app", ledger: "parley_ledger" } as const;

/** The address with another user, or another database. */
export function withUser(url: string, user: string, password: string): string {
  const changed = new URL(url);
  changed.username = encodeURIComponent(user);
  changed.password = encodeURIComponent(password);
  return changed.href;
}

/** The address of another database on the same server, with the same user. */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(database)}`;
  return changed.href;
}

/**
 * Make sure that a login role exists with its derived password, and give its address. A role of that name that belongs to
 * another Parley on the same server is left alone: changing its password would lock that one out.
 */
export async function ensureRole(admin: Client, url: string, role: string): Promise<string> {
  const password = derivePassword(decodeURIComponent(new URL(url).password), role);
  const roleUrl = withUser(url, role, password);
  const { rows } = await admin.query<{ made_for: string | null }>(
    "SELECT shobj_description(oid, 'pg_authid') AS made_for FROM pg_roles WHERE rolname = $1",
    [role],
  );
  const [existing] = rows;
  if (existing && (await canLogIn(roleUrl))) return roleUrl;
  const { database } = address(url);
  if (existing?.made_for && existing.made_for !== madeFor(database))
    throw new SetupError("database_roles_taken", { role, other: existing.made_for });
  await write(admin, existing ? "ALTER" : "CREATE", { role, password, database });
  return roleUrl;
}

const madeFor = (database: string) => `parley ${database}`;

interface RoleToWrite {
  readonly role: string;
  readonly password: string;
  readonly database: string;
}

async function write(
  admin: Client,
  verb: "ALTER" | "CREATE",
  { role, password, database }: RoleToWrite,
): Promise<void> {
  const name = escapeIdentifier(role);
  const verifier = escapeLiteral(scramVerifier(password));
  const limits = verb === "CREATE" ? "NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS" : "";
  try {
    await admin.query(`${verb} ROLE ${name} LOGIN ${limits} PASSWORD ${verifier}`);
    await admin.query(`COMMENT ON ROLE ${name} IS ${escapeLiteral(madeFor(database))}`);
  } catch (cause) {
    if (errorCode(cause) === "42501") throw new SetupError("database_no_createrole", { role }, { cause });
    throw cause;
  }
}

/** PostgreSQL checks the password first; that a role may not enter this database yet is another matter. */
async function canLogIn(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  return client
    .connect()
    .then(() => client.end())
    .then(
      () => true,
      (error) => !isLoginRefusal(error),
    );
}

/** Row-level security binds neither superusers, nor BYPASSRLS roles, nor a table's owner: refuse such a role. */
export async function refuseStrongRole(client: Client, owner: string): Promise<void> {
  const { rows } = await client.query<{ role: string; strong: boolean }>(
    `SELECT rolname AS role,
            rolsuper OR rolbypassrls OR (SELECT coalesce(bool_or(pg_has_role(r.oid, o.oid, 'MEMBER')), false)
                                         FROM pg_roles o WHERE o.rolname = $1) AS strong
     FROM pg_roles r WHERE rolname = current_user`,
    [owner],
  );
  const [row] = rows;
  if (row?.strong) throw new SetupError("database_role_too_strong", { role: row.role });
}
