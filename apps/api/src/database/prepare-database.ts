import { type Client, escapeIdentifier } from "pg";
import { address, connect, errorCode, type Patience, withConnection } from "./connect.ts";
import { ensureRole, refuseStrongRole, roles, withDatabase } from "./roles.ts";
import { SetupError } from "./setup-error.ts";

/** One database as three roles see it. */
export interface DatabaseUrls {
  /** For migrations only: owns every table. */
  readonly ownerUrl: string;
  /** Serves requests and work; row-level security binds it. */
  readonly appUrl: string;
  /** Appends to the ledger's tree. */
  readonly ledgerUrl: string;
}

/** The address of an administrator; the logins, where somebody else made them. */
export interface DatabaseAccess {
  readonly url: string;
  readonly appUrl?: string | undefined;
  readonly ledgerUrl?: string | undefined;
}

const OLDEST_VERSION = 15;
/** The advisory lock of whoever prepares: several machines may start at once. */
const PREPARING = 7_275_392;

/**
 * Make a database ready for migrations: it exists, holds UTF-8, and has its roles. `url` is that of a superuser, who then
 * hands over to `parley_owner`, or that of the database's owner.
 */
export async function prepareDatabase(access: DatabaseAccess, patience: Patience): Promise<DatabaseUrls> {
  const url = checkedUrl(access);
  return withConnection(await connectOrCreate(url, patience), async (admin) => {
    await checkServer(admin);
    await admin.query("SELECT pg_advisory_lock($1)", [PREPARING]);
    const ownerUrl = await ensureOwner(admin, url);
    const appUrl = access.appUrl ?? (await ensureRole(admin, url, roles.app));
    const ledgerUrl = access.ledgerUrl ?? (await ensureRole(admin, url, roles.ledger));
    await allowEntry(admin, [appUrl, ledgerUrl]);
    for (const login of new Set([appUrl, ledgerUrl])) {
      const owner = address(ownerUrl).user;
      await withConnection(await connect(login, patience), (client) => refuseStrongRole(client, owner));
    }
    return { ownerUrl, appUrl, ledgerUrl };
  });
}

function checkedUrl({ url, appUrl, ledgerUrl }: DatabaseAccess): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  const known = parsed && ["postgres:", "postgresql:"].includes(parsed.protocol);
  if (!known || parsed.hostname === "" || parsed.pathname.length < 2)
    throw new SetupError("database_url_invalid", { variable: "DATABASE_URL" });
  if (parsed.password === "" && !(appUrl && ledgerUrl)) throw new SetupError("database_url_no_password", {});
  return url;
}

async function connectOrCreate(url: string, patience: Patience): Promise<Client> {
  try {
    return await connect(url, patience);
  } catch (error) {
    if (!(error instanceof SetupError) || error.code !== "database_missing") throw error;
    await withConnection(await connect(withDatabase(url, "postgres"), patience), (client) =>
      create(client, error),
    );
    return connect(url, patience);
  }
}

/** Of several machines that create the database at once, all but one meet a duplicate. */
async function create(client: Client, missing: SetupError): Promise<void> {
  const name = escapeIdentifier(String(missing.details.database));
  try {
    await client.query(`CREATE DATABASE ${name} ENCODING 'UTF8' TEMPLATE template0`);
  } catch (cause) {
    const code = errorCode(cause);
    if (code === "42501") throw missing;
    if (code !== "42P04" && code !== "23505") throw cause;
  }
}

async function checkServer(client: Client): Promise<void> {
  const { rows } = await client.query<{ version: string; number: number; encoding: string }>(
    `SELECT current_setting('server_version') AS version, current_setting('server_version_num')::int AS number,
            current_setting('server_encoding') AS encoding`,
  );
  const [server] = rows;
  if (!server) return;
  if (server.number < OLDEST_VERSION * 10_000)
    throw new SetupError("database_too_old", { version: server.version, oldest: OLDEST_VERSION });
  if (server.encoding !== "UTF8") throw new SetupError("database_not_utf8", { encoding: server.encoding });
}

/** A superuser's tables would escape row-level security and run functions with all rights: they go to an owner. */
async function ensureOwner(admin: Client, url: string): Promise<string> {
  const { rows } = await admin.query<{ super: boolean; may_create: boolean; owner: string }>(
    `SELECT rolsuper AS super, has_schema_privilege('public', 'CREATE') AS may_create, pg_get_userbyid(datdba) AS owner
     FROM pg_roles, pg_database WHERE rolname = current_user AND datname = current_database()`,
  );
  const [me] = rows;
  if (!me?.super) {
    if (!me?.may_create) throw new SetupError("database_not_owner", { ...address(url) });
    return url;
  }
  const ownerUrl = await ensureRole(admin, url, roles.owner);
  if (me.owner !== roles.owner)
    await admin.query(
      `ALTER DATABASE ${escapeIdentifier(address(url).database)} OWNER TO ${escapeIdentifier(roles.owner)}`,
    );
  return ownerUrl;
}

/** Only Parley's own roles may enter its database; what they may do there, migrations say. */
async function allowEntry(admin: Client, urls: readonly string[]): Promise<void> {
  const { rows } = await admin.query<{ name: string }>("SELECT current_database() AS name");
  const database = escapeIdentifier(rows[0]?.name ?? "");
  const names = urls.map((url) => escapeIdentifier(address(url).user)).join(", ");
  await admin.query(`GRANT CONNECT ON DATABASE ${database} TO ${names}`);
  await admin.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
  await admin.query(`GRANT USAGE ON SCHEMA public TO ${names}`);
}
