import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { type Cluster, startCluster } from "./cluster.ts";
import { openDatabase } from "./open-database.ts";
import { type DatabaseAccess, prepareDatabase } from "./prepare-database.ts";
import { roles, withDatabase, withUser } from "./roles.ts";
import { SetupError } from "./setup-error.ts";
import { tempFolder } from "./test/temp-folder.ts";

const bin = inject("postgresBin") ?? undefined;
const silent = () => undefined;
const hasty = { say: silent, waitMs: 0 };

// Roles belong to the whole cluster, so this file has one of its own.
let folder: Awaited<ReturnType<typeof tempFolder>>;
let cluster: Cluster;
beforeAll(async () => {
  folder = await tempFolder();
  cluster = await startCluster({ folder: folder.path, bin, say: silent });
});
afterAll(async () => {
  await cluster.stop();
  await folder[Symbol.asyncDispose]();
});

async function ask<T = Record<string, unknown>>(url: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as T[];
  } finally {
    await client.end();
  }
}
const superuser = (sql: string) => ask(cluster.superuserUrl("postgres"), sql);
const tried = (url: string, sql: string) =>
  ask(url, sql).then(
    () => "allowed",
    (error: { code?: string }) => error.code,
  );
const refusal = (access: DatabaseAccess) =>
  prepareDatabase(access, hasty).then(
    () => "prepared",
    (error: unknown) => (error instanceof SetupError ? error.code : error),
  );

/** A login with these rights that owns a database of the same name; gives its address. */
async function owner(name: string, rights: string): Promise<string> {
  await superuser(`CREATE ROLE ${name} LOGIN ${rights} PASSWORD 'secret'`);
  await superuser(`CREATE DATABASE ${name} OWNER ${name}`);
  return withUser(cluster.superuserUrl(name), name, "secret");
}

async function withoutParleysRoles(): Promise<void> {
  for (const role of Object.values(roles)) {
    const databases = await superuser("SELECT datname FROM pg_database WHERE datallowconn");
    const known = await superuser(`SELECT 1 FROM pg_roles WHERE rolname = '${role}'`);
    for (const { datname } of known.length > 0 ? databases : []) {
      const url = cluster.superuserUrl(String(datname));
      await ask(url, `REASSIGN OWNED BY ${role} TO postgres; DROP OWNED BY ${role}`);
    }
    await superuser(`DROP ROLE IF EXISTS ${role}`);
  }
}

test("a superuser's database is created, handed to its owner, and closed to everybody else", async () => {
  await withoutParleysRoles();
  const url = cluster.superuserUrl("handed");
  const urls = await prepareDatabase({ url }, hasty);
  const again = await prepareDatabase({ url }, hasty);
  await superuser("CREATE ROLE stranger LOGIN PASSWORD 'secret'");
  const create = "CREATE TABLE made (id int)";
  const seen = [
    await tried(withUser(url, "stranger", "secret"), "SELECT 1"),
    await tried(urls.appUrl, create),
    await tried(urls.ledgerUrl, create),
    await tried(urls.appUrl, "CREATE TEMP TABLE made (id int)"),
    await tried(urls.ownerUrl, create),
    await tried(urls.appUrl, "SELECT * FROM made"),
    await tried(urls.ownerUrl, "CREATE EXTENSION pg_trgm"),
  ];
  expect(again).toEqual(urls);
  expect(seen).toEqual(["42501", "42501", "42501", "42501", "allowed", "42501", "allowed"]);
  expect(
    await superuser("SELECT pg_get_userbyid(datdba) AS owner FROM pg_database WHERE datname = 'handed'"),
  ).toEqual([{ owner: "parley_owner" }]);
});

test("an owner who may create roles stays the owner", async () => {
  await withoutParleysRoles();
  const url = await owner("managed", "CREATEROLE");
  const { ownerUrl, appUrl } = await prepareDatabase({ url }, hasty);
  const again = await prepareDatabase({ url }, hasty);
  expect([ownerUrl, again.appUrl, await tried(appUrl, "SELECT 1")]).toEqual([url, appUrl, "allowed"]);
});

test("a new password of the owner gives its roles new ones", async () => {
  await withoutParleysRoles();
  const url = await owner("rotated", "CREATEROLE");
  const before = await prepareDatabase({ url }, hasty);
  await superuser("ALTER ROLE rotated PASSWORD 'another'");
  const after = await prepareDatabase({ url: withUser(url, "rotated", "another") }, hasty);
  expect([await tried(before.appUrl, "SELECT 1"), await tried(after.appUrl, "SELECT 1")]).toEqual([
    "28P01",
    "allowed",
  ]);
});

test("machines that start at the same time agree", async () => {
  await withoutParleysRoles();
  const url = cluster.superuserUrl("together");
  const urls = await Promise.all([1, 2, 3, 4].map(() => prepareDatabase({ url }, hasty)));
  expect(new Set(urls.map((one) => JSON.stringify(one))).size).toBe(1);
});

test("the roles of another Parley on the same server keep their passwords", async () => {
  await withoutParleysRoles();
  const first = await prepareDatabase({ url: await owner("production", "CREATEROLE") }, hasty);
  await owner("staging", "SUPERUSER");
  await superuser("ALTER ROLE staging PASSWORD 'another'");
  const second = withUser(cluster.superuserUrl("staging"), "staging", "another");
  expect([await refusal({ url: second }), await tried(first.appUrl, "SELECT 1")]).toEqual([
    "database_roles_taken",
    "allowed",
  ]);
});

test("logins that somebody else made are used as they are", async () => {
  await withoutParleysRoles();
  const url = await owner("given", "NOCREATEROLE");
  await superuser("CREATE ROLE given_app LOGIN PASSWORD 'secret'");
  const appUrl = withUser(url, "given_app", "secret");
  expect([await refusal({ url }), await prepareDatabase({ url, appUrl, ledgerUrl: appUrl }, hasty)]).toEqual([
    "database_no_createrole",
    { ownerUrl: url, appUrl, ledgerUrl: appUrl },
  ]);
});

test("a login that row-level security would not bind is refused", async () => {
  await withoutParleysRoles();
  const url = await owner("bound", "NOCREATEROLE");
  await superuser("CREATE ROLE bypassing LOGIN BYPASSRLS PASSWORD 'secret'");
  await superuser("CREATE ROLE heir LOGIN PASSWORD 'secret' IN ROLE bound");
  const logins = [
    url,
    cluster.superuserUrl("bound"),
    ...["bypassing", "heir"].map((name) => withUser(url, name, "secret")),
  ];
  const codes = [];
  for (const appUrl of logins) codes.push(await refusal({ url, appUrl, ledgerUrl: appUrl }));
  expect(codes).toEqual(logins.map(() => "database_role_too_strong"));
});

test("what stands in the way of a database is said by code, and never with the password", async () => {
  await withoutParleysRoles();
  const url = await owner("plain", "NOCREATEROLE");
  await superuser("CREATE DATABASE ascii ENCODING 'SQL_ASCII' LOCALE 'C' TEMPLATE template0");
  const guest = await owner("guest", "CREATEROLE");
  const codes = {
    address: await refusal({ url: "postgres://host" }),
    protocol: await refusal({ url: "mysql://a:b@host/c" }),
    password: await refusal({ url: withUser(url, "plain", "") }),
    login: await refusal({ url: withUser(url, "plain", "wrong") }),
    missing: await refusal({ url: withDatabase(url, "nowhere") }),
    encoding: await refusal({ url: cluster.superuserUrl("ascii") }),
    owner: await refusal({ url: withDatabase(guest, "plain") }),
    down: await refusal({ url: "postgres://a:b@127.0.0.1:1/c" }),
  };
  expect(codes).toEqual({
    address: "database_url_invalid",
    protocol: "database_url_invalid",
    password: "database_url_no_password",
    login: "database_login_refused",
    missing: "database_missing",
    encoding: "database_not_utf8",
    owner: "database_not_owner",
    down: "database_down",
  });
  const error = await prepareDatabase({ url: withUser(url, "plain", "s3cr3t") }, hasty).catch(String);
  expect(error).not.toContain("s3cr3t");
});

test("a server that comes up late is waited for", async () => {
  await using late = await tempFolder();
  const data = join(late.path, "data");
  await mkdir(data, { mode: 0o711 });
  const first = await startCluster({ folder: data, bin, say: silent });
  const url = first.superuserUrl("parley");
  await first.stop();
  const said: string[] = [];
  const prepared = prepareDatabase({ url }, { say: (code) => said.push(code), waitMs: 30_000 });
  const second = await startCluster({ folder: data, bin, say: silent });
  const { appUrl } = await prepared;
  const answer = await tried(appUrl, "SELECT 1");
  await second.stop();
  expect([said, answer]).toEqual([["database_waiting"], "allowed"]);
});

test("a database is opened in a folder, and again with its rows on the address of that folder's server", async () => {
  await using own = await tempFolder();
  const opened = await openDatabase({ folder: own.path, bin }, silent);
  await ask(opened.ownerUrl, "CREATE TABLE kept AS SELECT 42 AS answer");
  const elsewhere = await openDatabase(
    { folder: "/nowhere", url: opened.ownerUrl, appUrl: opened.appUrl, ledgerUrl: opened.ledgerUrl },
    silent,
  );
  const rows = await ask(elsewhere.ownerUrl, "SELECT answer FROM kept");
  await elsewhere.stop();
  await opened.stop();
  expect(rows).toEqual([{ answer: 42 }]);
});
