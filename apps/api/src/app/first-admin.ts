import type { DataSource } from "typeorm";
import { DomainError } from "../base/errors.ts";
import { systemViewer } from "../base/viewer.ts";
import { addBrand } from "../brand/add-brand.ts";
import { defaultSettings } from "../brand/brand.entity.ts";
import { type Acting, actAs } from "../ledger/act.ts";
import { addMember } from "../member/add-member.ts";
import { hashToken, newToken } from "../member/session.ts";
import { asNamed } from "../member/viewer-of.ts";
import { furnishBrand } from "./furnish-brand.ts";

const LINK_HOURS = 24;

/** Whether nobody can sign in yet. */
export async function firstAdminNeeded(db: DataSource): Promise<boolean> {
  const [row] = await asNamed(db, "sign-in", (manager) =>
    manager.query<{ empty: boolean }[]>("SELECT NOT EXISTS (SELECT 1 FROM member) AS empty"),
  );
  return row?.empty ?? false;
}

/** A token for the one-time link that is printed on the terminal; it works for a day. */
export async function firstAdminToken(db: DataSource): Promise<string> {
  const token = newToken();
  await db.query(
    "INSERT INTO first_admin_link (token_hash, expires_at) VALUES ($1, now() + $2 * interval '1 hour')",
    [hashToken(token), LINK_HOURS],
  );
  return token;
}

export interface FirstAdmin {
  readonly token: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  /** The name of the first brand. */
  readonly brand: string;
}

/** Make the first administrator and their brand. The link works once, and only while there is nobody else. */
export async function makeFirstAdmin(
  acting: Acting,
  { token, name, email, password, brand }: FirstAdmin,
): Promise<string> {
  const used = await acting.db.query<[unknown[], number]>(
    "UPDATE first_admin_link SET used_at = now() WHERE token_hash = $1 AND used_at IS NULL AND expires_at > now() RETURNING 1",
    [hashToken(token)],
  );
  if (used[1] !== 1 || !(await firstAdminNeeded(acting.db))) throw new DomainError("LINK_EXPIRED");
  const brandId = crypto.randomUUID();
  const act = actAs(acting, systemViewer([brandId]));
  await addBrand(act, { id: brandId, name: brand });
  await furnishBrand(act, { brandId, locales: defaultSettings.languages, reason: "new brand" });
  const member = await addMember(act, {
    name,
    email,
    password,
    locale: "en",
    roles: [{ brandId, role: "admin" }],
  });
  return member.id;
}
