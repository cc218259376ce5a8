import type { ResultOf } from "../../gql/graphql.ts";
import type { AccountTokensDocument } from "./account.documents.ts";

export type Token = ResultOf<typeof AccountTokensDocument>["apiTokens"][number];

/** Whether a token still opens anything. */
export function stateOf({ revokedAt, expiresAt }: Token, now: number): "live" | "revoked" | "expired" {
  if (revokedAt) return "revoked";
  return Date.parse(expiresAt) <= now ? "expired" : "live";
}

/** Those that work first, then the others, the newest first among each. */
export function inOrder(tokens: readonly Token[], now: number): readonly Token[] {
  const rank = (token: Token) => (stateOf(token, now) === "live" ? 0 : 1);
  return tokens.toSorted((a, b) => rank(a) - rank(b) || Date.parse(b.createdAt) - Date.parse(a.createdAt));
}

/** All that a member may do in any of their brands: a token can be given no more. */
export function scopesOf(
  memberships: readonly { readonly abilities: readonly string[] }[],
): readonly string[] {
  return [...new Set(memberships.flatMap(({ abilities }) => abilities))];
}

/** How long a token may last, in days. */
export const lifetimes = [7, 30, 90, 365] as const;
