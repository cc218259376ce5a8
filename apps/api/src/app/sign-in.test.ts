import { afterAll, beforeAll, expect, test } from "vitest";
import { hashPassword } from "../member/password.ts";
import { hashToken, newToken } from "../member/session.ts";
import { browser, type Parley, startParley } from "./test/parley.ts";

let parley: Parley;
const password = "correct horse battery";

beforeAll(async () => {
  parley = await startParley();
  await parley.sql("UPDATE member SET password_hash = $1 WHERE name IN ('Ana Ribeiro', 'Jonas Weber')", [
    await hashPassword(password),
  ]);
});
afterAll(() => parley.stop());

const signIn = (email: string, given: string, headers = {}) =>
  fetch(`${parley.url}/auth/sign-in`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ email, password: given }),
  });
const cookieOf = (response: Response): string =>
  (response.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
/** Who was found out a moment ago is believed for seconds; a sign-out makes the server ask again. */
const forget = async (): Promise<void> => {
  const cookie = cookieOf(await signIn("ana.ribeiro@demo.example", password));
  await fetch(`${parley.url}/auth/sign-out`, { method: "POST", headers: { cookie } });
};
const name = async (cookie: string): Promise<string | undefined> =>
  browser(parley.url, cookie)
    .ask<{ viewer: { member: { name: string } } }>("{ viewer { member { name } } }")
    .then(({ viewer }) => viewer.member.name);

test("the right password opens a fresh session, whatever cookie the browser had", async () => {
  const first = await signIn("Ana.Ribeiro@demo.example ", password);
  const second = await signIn("ana.ribeiro@demo.example", password, { cookie: cookieOf(first) });
  expect([first.status, cookieOf(first) === cookieOf(second), await name(cookieOf(second))]).toEqual([
    200,
    false,
    "Ana Ribeiro",
  ]);
  expect(first.headers.get("set-cookie")).toMatch(/; HttpOnly; SameSite=Lax$/);
});

test("a wrong password and an unknown address are refused alike", async () => {
  const answers = await Promise.all([
    signIn("ana.ribeiro@demo.example", "wrong wrong wrong"),
    signIn("nobody@demo.example", password),
  ]);
  const bodies = await Promise.all(answers.map((answer) => answer.json()));
  expect([answers.map(({ status }) => status), bodies[0]]).toEqual([[401, 401], bodies[1]]);
});

test("after five wrong tries even the right password must wait", async () => {
  for (let tries = 0; tries < 5; tries += 1) await signIn("jonas.weber@demo.example", "wrong wrong wrong");
  const answer = await signIn("jonas.weber@demo.example", password);
  expect([answer.status, await answer.json()]).toEqual([
    429,
    { error: { code: "TOO_MANY_ATTEMPTS", details: { minutes: 15 } } },
  ]);
});

test("only the hash of a session's cookie is stored", async () => {
  const cookie = cookieOf(await signIn("ana.ribeiro@demo.example", password));
  const token = cookie.split("=")[1] ?? "";
  const rows = await parley.sql<{ all: string; hash: Buffer }>(
    "SELECT to_jsonb(s)::text AS all, token_hash AS hash FROM session s",
  );
  expect([
    rows.some(({ all }) => all.includes(token)),
    rows.some(({ hash }) => hash.equals(hashToken(token))),
  ]).toEqual([false, true]);
});

test("after an hour a browser gets a new cookie; the old one is taken for a minute, for requests under way", async () => {
  const old = cookieOf(await signIn("ana.ribeiro@demo.example", password));
  const hash = hashToken(old.split("=")[1] ?? "");
  const ask = (cookie: string) =>
    fetch(`${parley.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", cookie },
      body: JSON.stringify({ query: "{ viewer { member { name } } }" }),
    });
  const early = cookieOf(await ask(old));
  await parley.sql("UPDATE session SET rotated_at = now() - interval '61 minutes' WHERE token_hash = $1", [
    hash,
  ]);
  await forget();
  const answers = await Promise.all([ask(old), ask(old), ask(old)]);
  const fresh = answers.map(cookieOf).filter((cookie) => cookie !== "");
  const overlapping = await ask(old);
  await parley.sql("UPDATE session SET rotated_at = now() - interval '61 seconds' WHERE previous_hash = $1", [
    hash,
  ]);
  await forget();
  expect([
    early,
    answers.map(({ status }) => status),
    fresh.length,
    overlapping.status,
    (await ask(old)).status,
    await name(fresh[0] ?? ""),
  ]).toEqual(["", [200, 200, 200], 1, 200, 401, "Ana Ribeiro"]);
});

test("signing out everywhere ends every browser's session", async () => {
  const one = cookieOf(await signIn("ana.ribeiro@demo.example", password));
  const two = cookieOf(await signIn("ana.ribeiro@demo.example", password));
  await fetch(`${parley.url}/auth/sign-out-everywhere`, { method: "POST", headers: { cookie: one } });
  expect(
    await Promise.all(
      [one, two].map((cookie) => browser(parley.url, cookie).refused("{ viewer { member { name } } }")),
    ),
  ).toEqual(["UNAUTHENTICATED", "UNAUTHENTICATED"]);
});

test("a member who was let go is signed out", async () => {
  const cookie = cookieOf(await signIn("ana.ribeiro@demo.example", password));
  await parley.sql("UPDATE member SET active = false WHERE name = 'Ana Ribeiro'");
  await new Promise((resolve) => setTimeout(resolve, 5500));
  const code = await browser(parley.url, cookie).refused("{ viewer { member { name } } }");
  await parley.sql("UPDATE member SET active = true WHERE name = 'Ana Ribeiro'");
  expect(code).toBe("UNAUTHENTICATED");
});

test("nobody becomes the first administrator where there are members, nor with a link that ran out", async () => {
  const token = newToken();
  await parley.sql("INSERT INTO first_admin_link VALUES ($1, now() + interval '1 hour')", [hashToken(token)]);
  const claim = (with_: string) =>
    fetch(`${parley.url}/auth/first-admin`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ token: with_, name: "Eve", email: "eve@example.org", password, brand: "Eve" }),
    }).then(async (answer) => ((await answer.json()) as { error: { code: string } }).error.code);
  expect([await claim(token), await claim(newToken())]).toEqual(["LINK_EXPIRED", "LINK_EXPIRED"]);
});

test("a stranger cannot be a demo member where there is no demo", async () => {
  const closed = await startParley({ PARLEY_DEMO: "no" });
  try {
    const state = (await (await fetch(`${closed.url}/auth/state`)).json()) as object;
    const answer = await fetch(`${closed.url}/auth/demo`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ memberId: crypto.randomUUID() }),
    });
    expect([state, answer.status]).toEqual([{ signedIn: false, firstAdmin: true, demoMembers: [] }, 403]);
  } finally {
    await closed.stop();
  }
});

test("the first administrator makes their brand and is in", async () => {
  const said: string[] = [];
  const fresh = await startParley({ PARLEY_DEMO: "no" }, (code, details = {}) =>
    said.push(`${code} ${details["url"] ?? ""}`),
  );
  try {
    const token = /first-admin=(\S+)/.exec(said.join("\n"))?.[1] ?? "";
    const answer = await fetch(`${fresh.url}/auth/first-admin`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        token,
        name: "Iris Blum",
        email: "iris@example.org",
        password,
        brand: "Blümchen & Co",
      }),
    });
    const { viewer, brands } = await browser(fresh.url, cookieOf(answer)).ask<{
      viewer: { member: { name: string; roles: string[] } };
      brands: { key: string; name: string }[];
    }>("{ viewer { member { name roles } } brands { key name } }");
    expect([viewer.member, brands]).toEqual([
      { name: "Iris Blum", roles: ["admin"] },
      [{ key: "blumchen-co", name: "Blümchen & Co" }],
    ]);
  } finally {
    await fresh.stop();
  }
});
