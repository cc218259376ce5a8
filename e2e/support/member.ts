import { setTimeout as sleep } from "node:timers/promises";

/** A demo member who talks to a Parley without a browser. The Parley has to answer any document. */
export interface Member {
  readonly ask: <T>(query: string, variables?: Readonly<Record<string, unknown>>) => Promise<T>;
  readonly call: <T>(method: string, path: string, body?: unknown) => Promise<T>;
}

/** Sign a demo member in by the beginning of their name. */
export async function signIn(url: string, name: string): Promise<Member> {
  const state = (await (await fetch(`${url}/auth/state`)).json()) as {
    demoMembers: { id: string; name: string }[];
  };
  const member = state.demoMembers.find((one) => one.name.startsWith(name));
  const answer = await fetch(`${url}/auth/demo`, json("POST", { memberId: member?.id }));
  const cookie = (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await fetch(`${url}${path}`, json(method, body, cookie));
    const value = (await response.json()) as { errors?: unknown; error?: unknown };
    if (value.errors || value.error) throw new Error(JSON.stringify(value.errors ?? value.error));
    return value as T;
  };
  return {
    call,
    ask: async <T>(query: string, variables = {}) =>
      (await call<{ data: T }>("POST", "/graphql", { query, variables })).data,
  };
}

function json(method: string, body?: unknown, cookie = ""): RequestInit {
  const text = body === undefined ? {} : { body: JSON.stringify(body) };
  const type = body === undefined ? {} : { "content-type": "application/json" };
  return { method, headers: { ...type, cookie }, ...text };
}

/** Wait until `look` gives something. A Parley that is down in between only takes longer. */
export async function eventually<T>(
  what: string,
  look: () => Promise<T | null | undefined | false>,
): Promise<T> {
  for (let waited = 0; waited < 120_000; waited += 250) {
    const seen = await look().catch(() => null);
    if (seen) return seen;
    await sleep(250);
  }
  throw new Error(`waited in vain for ${what}`);
}
