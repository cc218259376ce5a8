import { DomainError } from "../base/errors.ts";
import type { ActAs, Tx } from "../base/tx.ts";
import type { Role } from "../base/viewer.ts";
import { Member, MemberRole } from "./member.entity.ts";
import { hashPassword } from "./password.ts";

export interface NewMember {
  readonly email: string;
  readonly name: string;
  readonly password: string | null;
  readonly locale: string;
  readonly roles: readonly { readonly brandId: string; readonly role: Role }[];
}

/** Shortest password that is taken (NIST SP 800-63B-4: 15 where it is the only factor, 8 at the least). */
export const SHORTEST_PASSWORD = 12;

/** Let a person in, with roles in at least one brand. */
export async function addMember(act: ActAs, added: NewMember): Promise<Member> {
  const problem = problemOf(added);
  if (problem) throw new DomainError("BAD_USER_INPUT", { field: problem });
  const passwordHash = added.password === null ? null : await hashPassword(added.password);
  return act({
    do: (tx) => insertMember(tx, { ...added, passwordHash }),
    record: (member) =>
      [...new Set(added.roles.map(({ brandId }) => brandId))].map((brandId) => ({
        action: "member.added",
        brandId,
        subjectId: member.id,
        dataSubjectId: member.id,
        payload: { name: member.name, email: member.email },
        facts: { roles: added.roles.filter((r) => r.brandId === brandId).map((r) => r.role) },
      })),
  });
}

async function insertMember(tx: Tx, added: NewMember & { passwordHash: string | null }): Promise<Member> {
  const email = added.email.trim().toLowerCase();
  const { name, locale, passwordHash } = added;
  // The id is made here: row security would hide the new row from RETURNING until it has a role, as it hides a
  // member of other brands with the same address, which only the unique index knows of (23505, see format-error).
  const id = crypto.randomUUID();
  await tx.query("INSERT INTO member (id, email, name, locale, password_hash) VALUES ($1, $2, $3, $4, $5)", [
    id,
    email,
    name,
    locale,
    passwordHash,
  ]);
  await tx.insert(
    MemberRole,
    added.roles.map((role) => ({ memberId: id, ...role })),
  );
  return tx.findOneByOrFail(Member, { id });
}

function problemOf({ email, name, password, roles }: NewMember): string | null {
  if (!/^[^\s@]+@[^\s@]+$/.test(email.trim())) return "email";
  if (name.trim() === "") return "name";
  if (password !== null && password.length < SHORTEST_PASSWORD) return "password";
  return roles.length === 0 ? "roles" : null;
}
