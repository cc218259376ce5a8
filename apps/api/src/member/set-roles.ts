import { DomainError } from "../base/errors.ts";
import type { ActAs, Tx } from "../base/tx.ts";
import { roles as allRoles, may, type Role } from "../base/viewer.ts";
import { FormerMember, Member, MemberRole } from "./member.entity.ts";

export interface HeldRoles {
  readonly brandId: string;
  readonly memberId: string;
  readonly roles: readonly Role[];
}

interface Done extends HeldRoles {
  readonly before: readonly Role[];
}

/**
 * Let a member hold exactly these roles in a brand; without one they have no part in it any more, and what they did keeps their
 * name. Throws `LAST_ADMIN` when nobody could manage the brand's people afterwards.
 */
export async function setRoles(
  act: ActAs,
  { brandId, memberId, roles }: HeldRoles,
): Promise<readonly Role[]> {
  const wanted = allRoles.filter((role) => roles.includes(role));
  await act<Done | null>({
    do: async (tx, by) => {
      if (!may(by, "member.manage", brandId))
        throw new DomainError("FORBIDDEN", { ability: "member.manage" });
      const held = await rolesByMember(tx, brandId);
      if (!(await tx.findOneBy(Member, { id: memberId }))) throw new DomainError("NOT_FOUND", { memberId });
      const before = allRoles.filter((role) => held.get(memberId)?.has(role));
      if (before.join() === wanted.join()) return null;
      const othersManage = [...held].some(([id, theirs]) => id !== memberId && theirs.has("admin"));
      if (!othersManage && !wanted.includes("admin")) throw new DomainError("LAST_ADMIN", { brandId });
      await replaceRoles(tx, { brandId, memberId, roles: wanted });
      return { brandId, memberId, roles: wanted, before };
    },
    record: (done) =>
      done
        ? {
            action: "member.roles_changed",
            brandId,
            subjectId: memberId,
            facts: { before: done.before, after: done.roles },
          }
        : [],
    changes: (done) => (done ? [{ kind: "session", id: memberId, brandId }] : []),
  });
  return wanted;
}

async function replaceRoles(tx: Tx, { brandId, memberId, roles }: HeldRoles): Promise<void> {
  // First, since row security would hide the member between one role and the next.
  await tx.query("INSERT INTO former_member (brand_id, member_id) VALUES ($1, $2) ON CONFLICT DO NOTHING", [
    brandId,
    memberId,
  ]);
  await tx.delete(MemberRole, { brandId, memberId });
  if (roles.length === 0) return;
  await tx.insert(
    MemberRole,
    roles.map((role) => ({ brandId, memberId, role })),
  );
  await tx.delete(FormerMember, { brandId, memberId });
}

/** Who holds what in a brand; nobody else changes it until the act ends. */
async function rolesByMember(tx: Tx, brandId: string): Promise<ReadonlyMap<string, ReadonlySet<Role>>> {
  await tx.query("SELECT 1 FROM brand WHERE id = $1 FOR UPDATE", [brandId]);
  const rows = await tx.findBy(MemberRole, { brandId });
  const members = Map.groupBy(rows, ({ memberId }) => memberId);
  return new Map([...members].map(([id, held]) => [id, new Set(held.map(({ role }) => role))]));
}
