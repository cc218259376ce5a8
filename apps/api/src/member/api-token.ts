import { DomainError } from "../base/errors.ts";
import type { ActAs } from "../base/tx.ts";
import { type Ability, abilityNames } from "../base/viewer.ts";
import { ApiToken } from "./member.entity.ts";
import { hashToken, newToken } from "./session.ts";

/** Longest life of a token, in days. */
const MOST_DAYS = 366;

export interface NewApiToken {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly days: number;
}

/** Make a token that may do what its scopes and its member's roles both allow. Its text is given this once. */
export async function createApiToken(act: ActAs, { name, scopes, days }: NewApiToken) {
  const token = newToken();
  if (name.trim() === "") throw new DomainError("BAD_USER_INPUT", { field: "name" });
  if (days < 1 || days > MOST_DAYS)
    throw new DomainError("BAD_USER_INPUT", { field: "days", most: MOST_DAYS });
  const known = abilityNames.filter((ability) => scopes.includes(ability));
  if (known.length === 0 || known.length < new Set(scopes).size) {
    throw new DomainError("BAD_USER_INPUT", { field: "scopes", known: abilityNames });
  }
  const apiToken = await act({
    do: async (tx, by) => {
      refuseTokens(by.kind);
      const expiresAt = new Date(Date.now() + days * 86_400_000);
      const scopesOf: Ability[] = [...known];
      const { id } = await tx.save(ApiToken, {
        tokenHash: hashToken(token),
        memberId: by.id,
        name,
        scopes: scopesOf,
        expiresAt,
      });
      return { row: await tx.findOneByOrFail(ApiToken, { id }), brands: [...by.roles.keys()] };
    },
    record: ({ row, brands }) =>
      brands.map((brandId) => ({
        action: "token.created",
        brandId,
        subjectId: row.id,
        facts: { scopes: row.scopes },
      })),
  });
  return { token, apiToken: apiToken.row };
}

/** End one of the member's own tokens. */
export function revokeApiToken(act: ActAs, id: string): Promise<ApiToken> {
  return act({
    do: async (tx, by) => {
      refuseTokens(by.kind);
      const row = await tx.findOneBy(ApiToken, { id, memberId: by.id });
      if (!row) throw new DomainError("NOT_FOUND", { token: id });
      await tx.update(ApiToken, { id }, { revokedAt: new Date() });
      return { row: { ...row, revokedAt: new Date() }, brands: [...by.roles.keys()] };
    },
    record: ({ brands }) => brands.map((brandId) => ({ action: "token.revoked", brandId, subjectId: id })),
    changes: ({ row, brands: [brandId] }) =>
      brandId ? [{ kind: "session", id: row.memberId, brandId }] : [],
  }).then(({ row }) => row);
}

/** A token never makes or ends tokens: it could outlive its own end. */
function refuseTokens(kind: string): void {
  if (kind === "token") throw new DomainError("FORBIDDEN", { ability: "token" });
}
