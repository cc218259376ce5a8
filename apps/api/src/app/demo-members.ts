import type { DataSource } from "typeorm";
import type { Role } from "../base/viewer.ts";
import { asNamed } from "../member/viewer-of.ts";

/** Addresses of demo members end so; nobody else's can (RFC 2606 keeps `.example` free). */
export const DEMO_DOMAIN = "demo.example";

export interface DemoMember {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly roles: readonly Role[];
}

/** The members one may be with one click, in the demo workspace. */
export function demoMembers(db: DataSource): Promise<DemoMember[]> {
  return asNamed(db, "sign-in", (manager) =>
    manager.query<DemoMember[]>(
      `SELECT m.id, m.name, m.locale, array_agg(DISTINCT r.role ORDER BY r.role) AS roles
       FROM member m JOIN role r ON r.member_id = m.id WHERE m.email LIKE $1 AND m.active GROUP BY m.id ORDER BY m.created_at, m.name`,
      [`%@${DEMO_DOMAIN}`],
    ),
  );
}
