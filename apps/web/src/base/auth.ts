import { Refused, reach } from "./api.ts";

/** A member of the demo workspace who can be signed in as without a password. */
export interface DemoMember {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly roles: readonly string[];
}

/** What the sign-in page has to know. */
export interface AuthState {
  readonly signedIn: boolean;
  /** Nobody can sign in yet. */
  readonly firstAdmin: boolean;
  readonly demoMembers: readonly DemoMember[];
}

export interface FirstAdmin {
  readonly token: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly brand: string;
}

export const authState = (): Promise<AuthState> => call("/auth/state");

export const signIn = (given: { readonly email: string; readonly password: string }): Promise<AuthState> =>
  call("/auth/sign-in", given);

export const signInAsDemo = (memberId: string): Promise<AuthState> => call("/auth/demo", { memberId });

export const makeFirstAdmin = (given: FirstAdmin): Promise<AuthState> => call("/auth/first-admin", given);

export const signOut = (where: "here" | "everywhere"): Promise<AuthState> =>
  call(where === "here" ? "/auth/sign-out" : "/auth/sign-out-everywhere", {});

/** Only these routes set cookies, so they are no part of GraphQL. What they refuse is thrown with its code. */
async function call<T>(path: string, body?: object): Promise<T> {
  const response = await reach(path, {
    credentials: "same-origin",
    ...(body
      ? { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) }
      : {}),
  });
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new Refused(codeIn(answer));
  return answer as T;
}

function codeIn(answer: unknown): string {
  const code = (answer as { error?: { code?: unknown } } | null)?.error?.code;
  return typeof code === "string" ? code : "SERVER_UNREACHABLE";
}
