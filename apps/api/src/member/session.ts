import { createHash, randomBytes } from "node:crypto";
import type { DataSource } from "typeorm";
import type { ActAs } from "../base/tx.ts";
import { Session } from "./member.entity.ts";

/** When a session ends by itself. */
export interface SessionLimits {
  /** Milliseconds without a request. */
  readonly idle: number;
  /** Milliseconds since sign-in, however busy. */
  readonly absolute: number;
}

export interface LiveSession {
  readonly id: string;
  readonly memberId: string;
  readonly lastSeenAt: Date;
  readonly rotatedAt: Date;
}

/** Milliseconds after which a browser gets a new value for its cookie. */
const ROTATE_MS = 3_600_000;
/** Seconds for which the value before it is still taken: requests may be under way, and other tabs. */
const OVERLAP_S = 60;

/** 256 random bits for a cookie or a link; the database keeps only the hash. */
export const newToken = (): string => randomBytes(32).toString("base64url");
export const hashToken = (token: string): Buffer => createHash("sha256").update(token).digest();

/** Sign a member in on one browser: a fresh session whatever cookie was there before. Gives the cookie's value. */
export async function openSession(
  act: ActAs,
  opened: { memberId: string; userAgent: string },
): Promise<string> {
  const token = newToken();
  await act({
    do: async (tx, by) => {
      await tx.insert(Session, {
        tokenHash: hashToken(token),
        memberId: opened.memberId,
        lastSeenAt: new Date(),
        userAgent: opened.userAgent.slice(0, 200),
      });
      return [...by.roles.keys()];
    },
    record: (brands) =>
      brands.map((brandId) => ({ action: "session.opened", brandId, subjectId: opened.memberId })),
  });
  return token;
}

/** The session a cookie stands for, unless it was revoked or ran out. */
export async function liveSession(
  db: DataSource,
  token: string,
  limits: SessionLimits,
): Promise<LiveSession | null> {
  const [row] = await db.query<LiveSession[]>(
    `SELECT s.id, s.member_id AS "memberId", s.last_seen_at AS "lastSeenAt", s.rotated_at AS "rotatedAt" FROM session s
     WHERE (token_hash = $1 OR previous_hash = $1 AND rotated_at > now() - ${OVERLAP_S} * interval '1 second')
       AND revoked_at IS NULL
       AND last_seen_at > now() - $2 * interval '1 millisecond' AND created_at > now() - $3 * interval '1 millisecond'`,
    [hashToken(token), limits.idle, limits.absolute],
  );
  return row ?? null;
}

/** Note that a session is in use. Bookkeeping, not an act: it says nothing about anybody's decisions. */
export async function touchSession(db: DataSource, sessionId: string): Promise<void> {
  await db.query("UPDATE session SET last_seen_at = now() WHERE id = $1", [sessionId]);
}

export const isDue = ({ rotatedAt }: LiveSession): boolean => Date.now() - rotatedAt.getTime() > ROTATE_MS;

/** A new cookie value for the session of this one; null when another request has been given it already. */
export async function rotateSession(db: DataSource, token: string): Promise<string | null> {
  const fresh = newToken();
  const [, rotated] = await db.query<[unknown, number]>(
    `UPDATE session SET token_hash = $2, previous_hash = token_hash, rotated_at = now()
     WHERE token_hash = $1 AND revoked_at IS NULL`,
    [hashToken(token), hashToken(fresh)],
  );
  return rotated === 1 ? fresh : null;
}

/** End one session, or with no `sessionId` all of the member's. Their open sockets are closed with them. */
export async function endSessions(
  act: ActAs,
  ended: { memberId: string; sessionId?: string },
): Promise<void> {
  await act({
    do: async (tx, by) => {
      await tx.query(
        "UPDATE session SET revoked_at = now() WHERE member_id = $1 AND revoked_at IS NULL AND ($2::uuid IS NULL OR id = $2)",
        [ended.memberId, ended.sessionId ?? null],
      );
      return [...by.roles.keys()];
    },
    record: (brands) =>
      brands.map((brandId) => ({
        action: ended.sessionId ? "session.closed" : "session.closed_everywhere",
        brandId,
        subjectId: ended.memberId,
      })),
    changes: ([brandId]) => (brandId ? [{ kind: "session", id: ended.memberId, brandId }] : []),
  });
}
