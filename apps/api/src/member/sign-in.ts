import type { DataSource } from "typeorm";
import { DomainError } from "../base/errors.ts";
import { passwordMatches } from "./password.ts";
import { asNamed } from "./viewer-of.ts";

/** Wrong tries of one address, or from one network address, before either must wait. */
const TRIES = 5;
const TRIES_FROM_ONE_PLACE = 30;
const WINDOW = "15 minutes";

export interface Credentials {
  readonly email: string;
  readonly password: string;
  /** The network address the request came from. */
  readonly from: string;
}

/** The member whose password this is. Refuses wrong ones alike, and any after too many. */
export async function memberByPassword(
  db: DataSource,
  { email, password, from }: Credentials,
): Promise<string> {
  const address = email.trim().toLowerCase();
  const subjects = { address: `member ${address}`, from: `from ${from}` };
  await refuseTooMany(db, subjects);
  const [member] = await asNamed(db, "sign-in", (manager) =>
    manager.query<{ id: string; passwordHash: string | null; active: boolean }[]>(
      'SELECT id, password_hash AS "passwordHash", active FROM member WHERE email = $1',
      [address],
    ),
  );
  const matches = await passwordMatches(member?.passwordHash ?? null, password);
  if (!member?.active || !matches) {
    await db.query("INSERT INTO sign_in_attempt (subject) VALUES ($1), ($2)", [
      subjects.address,
      subjects.from,
    ]);
    throw new DomainError("SIGN_IN_FAILED");
  }
  await db.query("DELETE FROM sign_in_attempt WHERE subject = $1", [subjects.address]);
  return member.id;
}

async function refuseTooMany(db: DataSource, subjects: { address: string; from: string }): Promise<void> {
  const rows = await db.query<{ subject: string; tries: number }[]>(
    `SELECT subject, count(*)::int AS tries FROM sign_in_attempt
     WHERE subject IN ($1, $2) AND at > now() - interval '${WINDOW}' GROUP BY subject`,
    [subjects.address, subjects.from],
  );
  const tries = new Map(rows.map((row) => [row.subject, row.tries]));
  if (
    (tries.get(subjects.address) ?? 0) >= TRIES ||
    (tries.get(subjects.from) ?? 0) >= TRIES_FROM_ONE_PLACE
  ) {
    throw new DomainError("TOO_MANY_ATTEMPTS", { minutes: 15 });
  }
}
