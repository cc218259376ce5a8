import { type GraphQLField, type GraphQLSchema, lexicographicSortSchema } from "graphql";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { roles } from "../base/viewer.ts";
import { schema as buildSchema } from "./schema.ts";
import { askFor } from "./test/every-field.ts";
import { type Browser, browser, eventually, type Parley, startParley } from "./test/parley.ts";
import { eventfulTemplate } from "./test/write-template.ts";

let parley: Parley;
let schema: GraphQLSchema;
/** Rows of the other brand, by table: what nobody of this test may ever see. */
const secrets = new Map<string, readonly string[]>();
const browsers = new Map<string, Browser>();
let brands: { mine: string; other: string };

beforeAll(async () => {
  parley = await startParley();
  schema = lexicographicSortSchema(await buildSchema());
  await eventually("the demo's conversations", async () => {
    const [row] = await parley.sql<{ n: number }>("SELECT count(*)::int AS n FROM conversation");
    return (row?.n ?? 0) >= 18;
  });
  const [mine, other] = await parley.sql<{ id: string }>(
    "SELECT id FROM brand ORDER BY key = 'nordwind' DESC",
  );
  brands = { mine: mine?.id ?? "", other: other?.id ?? "" };
  await writeInOther();
  for (const role of roles) browsers.set(role, await memberWith(role));
  for (const table of await brandTables()) secrets.set(table, await idsOf(table));
}, 120_000);
afterAll(() => parley.stop());

/** Drafts, checks, approvals, notes and deliveries in the other brand, so that every table has rows there. */
async function writeInOther(): Promise<void> {
  const ana = await parley.as("Ana");
  const ruth = await parley.as("Ruth");
  const { conversations } = await ana.ask<{
    conversations: { nodes: { id: string; inboundVersion: number }[] };
  }>("query ($filter: InboxFilter) { conversations(filter: $filter) { nodes { id inboundVersion } } }", {
    filter: { brandId: brands.other },
  });
  const [first] = conversations.nodes;
  await ana.ask('mutation ($id: ID!) { addNote(conversationId: $id, body: "a secret note") { id } }', {
    id: first?.id,
  });
  const { saveDraft } = await ana.ask<{ saveDraft: { draft: { id: string }; revision: { id: string } } }>(
    "mutation ($save: SaveInput!) { saveDraft(save: $save) { draft { id } revision { id } } }",
    {
      save: {
        conversationId: first?.id,
        visibility: "private",
        body: "a secret reply ^AR",
        clientId: crypto.randomUUID(),
      },
    },
  );
  const seen = {
    draftId: saveDraft.draft.id,
    revisionId: saveDraft.revision.id,
    inboundVersion: first?.inboundVersion,
  };
  const { sendReply } = await ana.ask<{ sendReply: { draft: { check: { policyDigest: string } } } }>(
    "mutation ($send: SendInput!) { sendReply(send: $send) { draft { check { policyDigest } } } }",
    { send: { ...seen, clientId: crypto.randomUUID() } },
  );
  const { policyDigest } = sendReply.draft.check;
  await ruth.ask("mutation ($approve: ApproveInput!) { approveReply(approve: $approve) { item { id } } }", {
    approve: { ...seen, policyDigest, clientId: crypto.randomUUID() },
  });
  await eventfulTemplate(await parley.as("Sam"), brands.other);
  await parley.sql(
    `INSERT INTO template_use (brand_id, outbox_item_id, draft_id, template_revision_id, kept, made_personal)
     SELECT o.brand_id, o.id, o.draft_id, r.id, 1, 0 FROM outbox_item o JOIN template_revision r ON r.brand_id = o.brand_id
     WHERE o.brand_id = $1 LIMIT 1`,
    [brands.other],
  );
  await parley.sql(
    "INSERT INTO glossary_term (brand_id, term, note) VALUES ($1, 'gift card', 'a secret note')",
    [brands.other],
  );
  await parley.sql(
    `WITH m AS (INSERT INTO machine_text (brand_id, task, conversation_id, visibility, requester_id, provider, host,
         sent_sha256, text_sha256)
       SELECT $1, 'draft', $2, 'private', id, 'openai', 'a secret host', '', '' FROM member LIMIT 1)
     INSERT INTO embedding (brand_id, model, text_sha256, vector) VALUES ($1, 'x', '', '{1}')`,
    [brands.other, first?.id],
  );
  await parley.sql("UPDATE outbox_item SET run_at = now() WHERE brand_id = $1", [brands.other]);
  await parley.sql(
    `INSERT INTO finding_report (brand_id, reporter_id, rule, pack, sentence)
     SELECT $1, id, 'x', 'x', 'a secret sentence' FROM member LIMIT 1`,
    [brands.other],
  );
  await parley.sql("INSERT INTO former_member (brand_id, member_id) SELECT $1, id FROM member LIMIT 1", [
    brands.other,
  ]);
  await parley.sql("INSERT INTO guideline (brand_id, locale, body) VALUES ($1, 'en', 'a secret guideline')", [
    brands.other,
  ]);
  await eventually("a delivery in the other brand", async () => {
    const rows = await parley.sql("SELECT 1 FROM outbox_item WHERE brand_id = $1 AND state = 'sent'", [
      brands.other,
    ]);
    return rows.length > 0;
  });
}

/** A browser of somebody who holds one role, in one brand only. */
async function memberWith(role: string): Promise<Browser> {
  const email = `${role}@demo.example`;
  await parley.sql(
    `WITH m AS (INSERT INTO member (email, name) VALUES ($1, $2) RETURNING id)
     INSERT INTO role SELECT m.id, $3, $4 FROM m`,
    [email, `Only ${role}`, brands.mine, role],
  );
  return parley.as(`Only ${role}`);
}

const brandTables = async (): Promise<string[]> => {
  const rows = await parley.sql<{ name: string }>(
    `SELECT table_schema || '.' || table_name AS name FROM information_schema.columns
     WHERE column_name = 'brand_id' AND table_schema IN ('public', 'audit') ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
};

const idsOf = async (table: string): Promise<string[]> => {
  const rows = await parley.sql<{ row: Record<string, unknown> }>(
    `SELECT to_jsonb(t) AS row FROM ${table} t WHERE brand_id = $1`,
    [brands.other],
  );
  // Members may belong to both brands, so their ids are no secret.
  return rows.flatMap(({ row }) =>
    [row["id"], row["data_subject_id"]].filter((id) => typeof id === "string"),
  );
};

const asApp = async <T>(viewerBrands: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: parley.database.appUrl });
  await client.connect();
  await client.query("BEGIN");
  await client.query(
    "SELECT set_config('parley.brands', $1, true), set_config('parley.ledger_brands', $1, true)",
    [viewerBrands],
  );
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

describe("the database", () => {
  test("every table of brands has rows in both, or the following tests would prove nothing", async () => {
    const tables = await brandTables();
    const empty: string[] = [];
    for (const table of tables) {
      const [row] = await parley.sql<{ other: number }>(
        `SELECT count(*)::int AS other FROM ${table} WHERE brand_id = $1`,
        [brands.other],
      );
      if (row?.other === 0) empty.push(table);
    }
    expect([tables.length > 20, empty]).toEqual([true, []]);
  });

  test("every table shows rows of the named brands only, and none when nobody is named", async () => {
    const seen: Record<string, unknown> = {};
    for (const table of await brandTables()) {
      const count = (client: Client) =>
        client.query(
          `SELECT count(*) FILTER (WHERE brand_id = '${brands.other}')::int AS other,
             count(*)::int AS seen FROM ${table}`,
        );
      const named = await asApp(brands.mine, count);
      const nobody = await asApp("", count);
      seen[table] = { other: named.rows[0].other, nobody: nobody.rows[0].seen };
    }
    const expected = (await brandTables()).map((table) => [table, { other: 0, nobody: 0 }]);
    expect(seen).toEqual(Object.fromEntries(expected));
  });

  test("no table takes a row for another brand", async () => {
    const taken: string[] = [];
    for (const table of await brandTables()) {
      const copied = await asApp(brands.mine, async (client) =>
        client
          .query(
            `INSERT INTO ${table} SELECT (jsonb_populate_record(NULL::${table}, to_jsonb(t) || $1::jsonb)).*
             FROM ${table} t LIMIT 1`,
            [JSON.stringify({ brand_id: brands.other, id: crypto.randomUUID() })],
          )
          .then(
            ({ rowCount }) => rowCount ?? 0,
            () => 0,
          ),
      );
      if (copied > 0) taken.push(table);
    }
    expect(taken).toEqual([]);
  });

  test("the application role cannot change or remove a ledger event, nor can the ledger's own", async () => {
    const tried = [
      "UPDATE audit.event SET action = 'x'",
      "DELETE FROM audit.event",
      "TRUNCATE audit.event CASCADE",
      "DROP TABLE audit.event",
    ];
    const codes: (string | undefined)[] = [];
    for (const url of [parley.database.appUrl, parley.database.ledgerUrl, parley.database.superuserUrl]) {
      for (const sql of tried.slice(0, url === parley.database.superuserUrl ? 3 : 4)) {
        const client = new Client({ connectionString: url });
        await client.connect();
        codes.push(
          await client.query(sql).then(
            () => "done",
            (error: { code?: string }) => error.code,
          ),
        );
        await client.end();
      }
    }
    expect(codes).toEqual([...Array(8).fill("42501"), "PR002", "PR002", "PR002"]);
  });

  test("a read transaction writes nothing", async () => {
    const client = new Client({ connectionString: parley.database.appUrl });
    await client.connect();
    await client.query("BEGIN; SET TRANSACTION READ ONLY");
    const code = await client.query("UPDATE brand SET name = 'x'").then(
      () => "done",
      (error: { code?: string }) => error.code,
    );
    await client.end();
    expect(code).toBe("25006");
  });
});

/** For an argument's name, an id of the other brand it may mean. */
function otherId(name: string): string {
  const tables: Readonly<Record<string, string>> = {
    conversationId: "public.conversation",
    draftId: "public.draft",
    revisionId: "public.revision",
    baseId: "public.revision",
    itemId: "public.outbox_item",
    accountId: "public.account",
    templateId: "public.template",
    variantId: "public.variant",
    termId: "public.glossary_term",
    messageId: "public.message",
    machineTextId: "public.machine_text",
    commentId: "public.variant_comment",
    templateRevisionId: "public.template_revision",
    sourceRevisionId: "public.template_revision",
    liveRevisionId: "public.template_revision",
  };
  if (name === "brandId") return brands.other;
  if (name === "clientId") return crypto.randomUUID();
  return secrets.get(tables[name] ?? "public.conversation")?.[0] ?? crypto.randomUUID();
}

const fieldsOf = (kind: "query" | "mutation"): readonly GraphQLField<unknown, unknown>[] => {
  const root = kind === "query" ? schema.getQueryType() : schema.getMutationType();
  return Object.values(root?.getFields() ?? {});
};

const answerOf = async (
  { fetch: ask }: Browser,
  kind: "query" | "mutation",
  field: GraphQLField<unknown, unknown>,
) => {
  const { text, variables } = askFor(kind, field, otherId);
  const response = await ask("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: text, variables }),
  });
  return response.text();
};

describe("the API", () => {
  test("every query answers in the own brand, or the following tests would prove nothing", async () => {
    const [conversation] = await parley.sql<{ id: string }>(
      "SELECT id FROM conversation WHERE brand_id = $1",
      [brands.mine],
    );
    const [variant] = await parley.sql<{ variantId: string; templateId: string; sourceRevisionId: string }>(
      `SELECT v.id AS "variantId", template_id AS "templateId", r.id AS "sourceRevisionId"
       FROM variant v JOIN template_revision r ON r.variant_id = v.id WHERE v.brand_id = $1`,
      [brands.mine],
    );
    const pack = "id: mine.own\nversion: 1.0.0\nrules: []\n";
    const known: Readonly<Record<string, string>> = { brandId: brands.mine, source: pack, ...variant };
    const mine = (name: string) => known[name] ?? conversation?.id ?? "";
    const silent: string[] = [];
    for (const field of fieldsOf("query")) {
      const { text, variables } = askFor("query", field, mine);
      const { [field.name]: answer } = await (browsers.get("admin") as Browser).ask<Record<string, unknown>>(
        text,
        {
          ...variables,
        },
      );
      if (answer === null || answer === undefined) silent.push(field.name);
    }
    expect(silent).toEqual([]);
  });

  test("no query shows anything of another brand, whatever role asks for it by id", async () => {
    const hidden = [...secrets.values()].flat();
    const leaks: string[] = [];
    for (const [role, one] of browsers) {
      for (const field of fieldsOf("query")) {
        const answer = await answerOf(one, "query", field);
        const shown = [...hidden, "a secret"].filter((secret) => answer.includes(secret));
        leaks.push(...shown.map((secret) => `${role} ${field.name} ${secret}`));
      }
    }
    expect(leaks).toEqual([]);
  }, 120_000);

  test("no mutation touches another brand, whatever role asks for it by id", async () => {
    const state = () =>
      parley.sql("SELECT count(*)::int AS events, max(at) AS last FROM audit.event WHERE brand_id = $1", [
        brands.other,
      ]);
    const before = await state();
    const done: string[] = [];
    for (const [role, one] of browsers) {
      for (const field of fieldsOf("mutation")) {
        const answer = JSON.parse(await answerOf(one, "mutation", field)) as {
          data?: Record<string, unknown> | null;
        };
        if (answer.data?.[field.name]) done.push(`${role} ${field.name}`);
      }
    }
    expect([done, await state()]).toEqual([[], before]);
  }, 120_000);

  test("who may call what is written down", async () => {
    const lines: string[] = [];
    for (const kind of ["query", "mutation"] as const) {
      for (const field of fieldsOf(kind)) {
        const marks = await Promise.all(
          roles.map(async (role) => {
            const answer = await answerOf(browsers.get(role) as Browser, kind, field);
            return answer.includes('"code":"FORBIDDEN"') && !answer.includes('"data":{') ? "-" : role;
          }),
        );
        lines.push(`${kind} ${field.name}: ${marks.join(" ")}`);
      }
    }
    await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("./test/who-may-call-what.txt");
  }, 120_000);

  test("nobody is answered without a session", async () => {
    const stranger = browser(parley.url, "");
    const codes = new Set<string | undefined>();
    for (const kind of ["query", "mutation"] as const) {
      for (const field of fieldsOf(kind)) {
        const { text, variables } = askFor(kind, field, otherId);
        codes.add(await stranger.refused(text, { ...variables }));
      }
    }
    expect([...codes]).toEqual(["UNAUTHENTICATED"]);
  });
});
