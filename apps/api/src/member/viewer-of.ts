import type { DataSource, EntityManager } from "typeorm";
import { type Ability, type Role, systemViewer, type Viewer } from "../base/viewer.ts";

interface RoleRow {
  readonly brandId: string;
  readonly role: Role;
}

/** A member with the roles they hold now. Nobody when they may no more sign in. */
export async function memberViewer(db: DataSource, memberId: string): Promise<Viewer | null> {
  return asNamed(db, memberId, async (manager) => {
    const [member] = await manager.query<{ active: boolean }[]>("SELECT active FROM member WHERE id = $1", [
      memberId,
    ]);
    if (!member?.active) return null;
    const rows = await manager.query<RoleRow[]>(
      'SELECT brand_id AS "brandId", role FROM role WHERE member_id = $1',
      [memberId],
    );
    return { id: memberId, kind: "member", roles: byBrand(rows) };
  });
}

/** The member behind an API token, limited to its scopes. */
export async function tokenViewer(db: DataSource, tokenHash: Buffer): Promise<Viewer | null> {
  const [token] = await db.query<{ memberId: string; scopes: Ability[] }[]>(
    `SELECT member_id AS "memberId", scopes FROM api_token
     WHERE token_hash = $1 AND revoked_at IS NULL AND expires_at > now()`,
    [tokenHash],
  );
  const viewer = token && (await memberViewer(db, token.memberId));
  return viewer ? { ...viewer, kind: "token", scopes: new Set(token.scopes) } : null;
}

/** Parley itself, in all brands there are at this moment. */
export async function everywhere(db: DataSource): Promise<Viewer> {
  const brands = await asNamed(db, "system", (manager) =>
    manager.query<{ id: string }[]>("SELECT id FROM brand"),
  );
  return systemViewer(brands.map(({ id }) => id));
}

/** Run queries as somebody whose brands are still to be found out. */
export function asNamed<T>(
  db: DataSource,
  viewer: string,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  return db.transaction(async (manager) => {
    await manager.query(
      "SELECT set_config('parley.viewer', $1, true), set_config('parley.brands', '', true)",
      [viewer],
    );
    return work(manager);
  });
}

function byBrand(rows: readonly RoleRow[]): Viewer["roles"] {
  const roles = new Map<string, Set<Role>>();
  for (const { brandId, role } of rows) {
    const held = roles.get(brandId) ?? new Set();
    roles.set(brandId, held.add(role));
  }
  return roles;
}
