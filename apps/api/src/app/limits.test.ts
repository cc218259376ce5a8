import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hashToken, newToken } from "../member/session.ts";
import { type Browser, type Parley, startParley } from "./test/parley.ts";

let parley: Parley;
let ana: Browser;
let token: string;

beforeAll(async () => {
  parley = await startParley({ PARLEY_ANY_DOCUMENT: "no" });
  ana = await parley.as("Ana");
  token = newToken();
  await parley.sql(
    `INSERT INTO api_token (token_hash, member_id, name, scopes, expires_at)
     SELECT $1, id, 'test', '{conversation.read}', now() + interval '1 hour' FROM member WHERE name = 'Ana Ribeiro'`,
    [hashToken(token)],
  );
});
afterAll(() => parley.stop());

const post = (body: unknown, headers: Record<string, string>) =>
  fetch(`${parley.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
const codeOf = async (response: Response): Promise<string> => {
  const text = await response.text();
  const { errors, error, data } = JSON.parse(text) as {
    errors?: { extensions?: { code?: string } }[];
    error?: { code?: string };
    data?: unknown;
  };
  return errors?.[0]?.extensions?.code ?? error?.code ?? (data ? "answered" : text);
};
const withToken = (query: string) => post({ query }, { authorization: `Bearer ${token}` });

describe("a browser", () => {
  test.each([
    ["a text of its own", { query: "{ viewer { member { name } } }" }],
    ["an unknown id", { extensions: { documentId: createHash("sha256").update("{ x }").digest("hex") } }],
    [
      "a persisted query of Apollo's",
      { extensions: { persistedQuery: { version: 1, sha256Hash: "a".repeat(64) } } },
    ],
    ["nothing", {}],
  ])("is not answered when it sends %s", async (_, body) => {
    expect(await codeOf(await post(body, { cookie: ana.cookie }))).toBe("UNKNOWN_DOCUMENT");
  });

  test("is answered when it names one of the web client's documents", async () => {
    const file = new URL("../../../web/src/gql/documents.json", import.meta.url);
    const manifest = JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
    const [documentId] =
      Object.entries(manifest).find(([, text]) => /^query \w+ \{\n {2}viewer/.test(text)) ?? [];
    expect(await codeOf(await post({ extensions: { documentId } }, { cookie: ana.cookie }))).toBe("answered");
  });

  test.each(["GET", "PUT", "OPTIONS"])("cannot ask by %s", async (method) => {
    const response = await fetch(`${parley.url}/graphql?query={viewer{member{name}}}`, {
      method,
      headers: { cookie: ana.cookie },
    });
    expect(response.ok).toBe(false);
  });

  test("cannot be made to write by a form of another site", async () => {
    const plain = await post('{"query":"{ viewer { member { name } } }"}', {
      cookie: ana.cookie,
      "content-type": "text/plain",
    });
    const foreign = await post({ query: "{ x }" }, { cookie: ana.cookie, origin: "https://evil.example" });
    expect([plain.ok, await codeOf(foreign)]).toEqual([false, "FORBIDDEN"]);
  });
});

describe("an API token", () => {
  test("may send any document within its scopes", async () => {
    expect(
      await codeOf(
        await withToken("{ viewer { member { name } } conversations(first: 1) { nodes { id } } }"),
      ),
    ).toBe("answered");
    expect(
      await codeOf(
        await withToken(
          'mutation { addNote(conversationId: "00000000-0000-4000-8000-000000000001", body: "x") { id } }',
        ),
      ),
    ).toBe("FORBIDDEN");
  });

  const deep = (n: number) => `{ conversations { nodes { ${"linked { ".repeat(n)} id ${"} ".repeat(n)} } } }`;
  const aliases = (n: number) =>
    `{ ${Array.from({ length: n }, (_, i) => `a${i}: viewer { member { id } }`).join(" ")} }`;
  test.each([
    ["too deep a document", deep(12)],
    ["too many aliases", aliases(40)],
    [
      "too many __typename aliases",
      `{ ${Array.from({ length: 60 }, (_, i) => `a${i}: __typename`).join(" ")} }`,
    ],
    ["too many directives", `{ viewer { member { id ${"@skip(if: false) ".repeat(20)} } } }`],
    ["too many tokens", `{ viewer { member { ${"id ".repeat(3000)} } } }`],
    [
      "a cost past the limit",
      `{ ${Array.from({ length: 14 }, (_, i) => `a${i}: conversations(first: 100) { nodes { messages { body } notes { body author { name roles } } drafts { revisions { body author { name } } } } }`).join(" ")} }`,
    ],
    ["the schema", "{ __schema { types { name } } }"],
    [
      "a fragment called __schema around a costly selection",
      "query { ...__schema } fragment __schema on Query { conversations { nodes { linked { linked { linked { linked { linked { linked { linked { linked { linked { id } } } } } } } } } } } }",
    ],
    ["a list of documents", "batch"],
  ])("is refused %s", async (name, query) => {
    const response =
      query === "batch"
        ? await post([{ query: "{ viewer { member { id } } }" }], { authorization: `Bearer ${token}` })
        : await withToken(query);
    expect([name, response.status, (await response.text()).includes('"data":{')]).toEqual([name, 400, false]);
  });

  test("is not told the names of fields it misspelt", async () => {
    const answer = await (await withToken("{ viever { member { id } } }")).text();
    expect(answer).not.toMatch(/did you mean|viewer/i);
  });

  test("ends when it is revoked", async () => {
    await parley.sql("UPDATE api_token SET revoked_at = now()");
    await new Promise((resolve) => setTimeout(resolve, 5500));
    expect(await codeOf(await withToken("{ viewer { member { name } } }"))).toBe("UNAUTHENTICATED");
  });
});

test("a request that is too large is refused with a code, and nothing is lost by it", async () => {
  const response = await post({ query: "x".repeat(300_000) }, { cookie: ana.cookie });
  expect([response.status, await codeOf(response)]).toEqual([413, "TOO_LARGE"]);
});

test("every answer carries the headers that protect it", async () => {
  const { headers } = await fetch(`${parley.url}/auth/state`);
  expect(
    Object.fromEntries(
      ["content-security-policy", "x-content-type-options", "referrer-policy", "cache-control"].map(
        (name) => [name, headers.get(name)],
      ),
    ),
  ).toEqual({
    "content-security-policy": expect.stringContaining("default-src 'self'"),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
  });
});
