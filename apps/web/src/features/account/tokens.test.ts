import { expect, test } from "vitest";
import { inOrder, scopesOf, stateOf, type Token } from "./tokens.ts";

const NOW = Date.parse("2026-06-01T00:00:00Z");

const token = (id: string, changed: Partial<Token> = {}): Token => ({
  id,
  name: id,
  scopes: [],
  createdAt: "2026-01-01T00:00:00Z",
  expiresAt: "2027-01-01T00:00:00Z",
  revokedAt: null,
  ...changed,
});

test.each([
  ["live", token("a")],
  ["expired", token("a", { expiresAt: "2026-06-01T00:00:00Z" })],
  ["revoked", token("a", { expiresAt: "2026-01-02T00:00:00Z", revokedAt: "2026-01-01T12:00:00Z" })],
])("%s", (state, one) => {
  expect(stateOf(one, NOW)).toBe(state);
});

test("tokens that work stand first, the newest of them on top", () => {
  const tokens = [
    token("revoked", { revokedAt: "2026-03-01T00:00:00Z", createdAt: "2026-03-01T00:00:00Z" }),
    token("old"),
    token("new", { createdAt: "2026-02-01T00:00:00Z" }),
  ];
  expect(inOrder(tokens, NOW).map(({ id }) => id)).toEqual(["new", "old", "revoked"]);
});

test("a member can give away what they may do in any brand, each ability once", () => {
  const memberships = [{ abilities: ["a.read", "a.write"] }, { abilities: ["a.read", "b.read"] }];
  expect(scopesOf(memberships)).toEqual(["a.read", "a.write", "b.read"]);
});
