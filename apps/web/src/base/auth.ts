import { askRoute } from "./route.ts";

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

/** Only these routes set cookies, so they are no part of GraphQL. */
const call = <T>(path: string, body?: object): Promise<T> =>
  askRoute<T>(path, body ? { method: "POST", body } : {});
