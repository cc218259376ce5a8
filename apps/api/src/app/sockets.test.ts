import { afterAll, beforeAll, describe, expect, test } from "vitest";
import WebSocket from "ws";
import { type Browser, eventually, type Parley, startParley } from "./test/parley.ts";

let parley: Parley;
let ana: Browser;

beforeAll(async () => {
  parley = await startParley();
  ana = await parley.as("Ana");
});
afterAll(() => parley.stop());

interface Opened {
  readonly socket: WebSocket;
  readonly messages: { type: string; payload?: unknown }[];
  readonly closed: Promise<number>;
}

const open = (headers: Record<string, string>): Promise<Opened | number> =>
  new Promise((resolve) => {
    const socket = new WebSocket(parley.url.replace("http", "ws") + "/graphql", "graphql-transport-ws", {
      headers,
    });
    const messages: Opened["messages"] = [];
    socket.on("message", (data) => messages.push(JSON.parse(String(data))));
    const closed = new Promise<number>((done) => socket.on("close", done));
    socket.on("open", () => resolve({ socket, messages, closed }));
    socket.on("unexpected-response", (_, response) => resolve(response.statusCode ?? 0));
    socket.on("error", () => undefined);
  });

const connect = async (browser: Browser): Promise<Opened> => {
  const opened = await open({ cookie: browser.cookie, origin: parley.url });
  if (typeof opened === "number") throw new Error(`refused with ${opened}`);
  opened.socket.send(JSON.stringify({ type: "connection_init" }));
  await eventually("the socket's welcome", async () =>
    opened.messages.some(({ type }) => type === "connection_ack"),
  );
  return opened;
};

const subscribe = async ({ socket, messages }: Opened, query: string) => {
  const id = crypto.randomUUID();
  socket.send(JSON.stringify({ id, type: "subscribe", payload: { query } }));
  return {
    first: (type: string) =>
      eventually(`a message ${type}`, async () =>
        messages.find((one) => one.type === type && (one as { id?: string }).id === id),
      ),
  };
};

describe("at the door", () => {
  test.each([
    ["no session", 401, () => ({ origin: parley.url })],
    [
      "a made-up session",
      401,
      () => ({ origin: parley.url, cookie: "parley=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" }),
    ],
    ["no origin", 403, () => ({ cookie: ana.cookie })],
    ["another origin", 403, () => ({ cookie: ana.cookie, origin: "https://evil.example" })],
  ])("%s is refused", async (_, status, headers) => {
    expect(await open(headers())).toBe(status);
  });
});

describe("an open socket", () => {
  test.each([
    ["a query", "{ viewer { member { name } } }"],
    [
      "a mutation",
      'mutation { addNote(conversationId: "00000000-0000-4000-8000-000000000001", body: "x") { id } }',
    ],
    ["introspection", "subscription { changes { __typename } __schema { types { name } } }"],
    ["a text that does not parse", "subscription {"],
    ["too many tokens", `subscription { changes { ${"id ".repeat(3000)} } }`],
    [
      "too many aliases",
      `subscription { changes { ${Array.from({ length: 40 }, (_, i) => `a${i}: id`).join(" ")} } }`,
    ],
  ])("answers %s with an error", async (_, query) => {
    const opened = await connect(ana);
    const { first } = await subscribe(opened, query);
    expect((await first("error")).type).toBe("error");
    opened.socket.close();
  });

  test("hears of changes in the viewer's brands and of no others", async () => {
    const jonas = await connect(await parley.as("Jonas"));
    const { first } = await subscribe(jonas, "subscription { changes { kind id brandId conversationId } }");
    const lumo = await parley.sql<{ id: string }>(
      "SELECT c.id FROM conversation c JOIN brand b ON b.id = c.brand_id WHERE b.key = 'lumo' LIMIT 1",
    );
    const nordwind = await parley.sql<{ id: string; brand_id: string }>(
      "SELECT c.id, c.brand_id FROM conversation c JOIN brand b ON b.id = c.brand_id WHERE b.key = 'nordwind' LIMIT 1",
    );
    const note = 'mutation ($id: ID!) { addNote(conversationId: $id, body: "x") { id } }';
    await ana.ask(note, { id: lumo[0]?.id });
    await ana.ask(note, { id: nordwind[0]?.id });
    expect((await first("next")).payload).toEqual({
      data: {
        changes: {
          kind: "conversation",
          id: nordwind[0]?.id,
          brandId: nordwind[0]?.brand_id,
          conversationId: nordwind[0]?.id,
        },
      },
    });
    jonas.socket.close();
  });

  test("is closed in the middle of a stream when its session is revoked", async () => {
    const mariam = await parley.as("Mariam");
    const opened = await connect(mariam);
    await subscribe(opened, "subscription { changes { id } }");
    expect((await mariam.fetch("/auth/sign-out-everywhere", { method: "POST" })).status).toBe(200);
    expect(await opened.closed).toBe(4403);
  });

  test("is closed, to be opened anew, when its member's roles change", async () => {
    const [sam, mariam] = [await parley.as("Sam"), await parley.as("Mariam")];
    const opened = await connect(mariam);
    await subscribe(opened, "subscription { changes { id } }");
    const { viewer } = await mariam.ask<{
      viewer: { member: { id: string }; memberships: { brandId: string; roles: string[] }[] };
    }>("{ viewer { member { id } memberships { brandId roles } } }");
    const [{ brandId, roles } = { brandId: "", roles: [] }] = viewer.memberships;
    const give = (given: readonly string[]) =>
      sam.ask("mutation ($held: HeldRolesInput!) { setRoles(held: $held) }", {
        held: { brandId, memberId: viewer.member.id, roles: given },
      });
    await give([...roles, "localiser"]);
    const closed = await opened.closed;
    await give(roles);
    expect(closed).toBe(1012);
  });

  test("is closed when its session runs out", async () => {
    const ruth = await parley.as("Ruth");
    const opened = await connect(ruth);
    await parley.sql(
      "UPDATE session SET last_seen_at = now() - interval '1 day' WHERE member_id = (SELECT id FROM member WHERE name LIKE 'Ruth%')",
    );
    expect(await opened.closed).toBe(4403);
  });
});
