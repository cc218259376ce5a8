import type { DataSource } from "typeorm";
import { DomainError } from "../base/errors.ts";
import type { Viewer } from "../base/viewer.ts";
import { hashToken, isDue, liveSession, type SessionLimits, touchSession } from "../member/session.ts";
import { memberViewer, tokenViewer } from "../member/viewer-of.ts";

/** Who sent a request, and by what right. */
export interface Caller {
  readonly viewer: Viewer;
  /** Nothing for an API token. */
  readonly sessionId: string | null;
  /** The browser is to get a new value for its cookie. */
  readonly due: boolean;
}

/** Seconds between two notes that a session is in use. */
const TOUCH_MS = 60_000;
/** How long a caller found out is believed without asking again; a revoked one is forgotten at once. */
const BELIEVED_MS = 5_000;

interface Believed {
  readonly caller: Promise<Caller | null>;
  readonly until: number;
}

/** Finds out who a cookie or a token stands for. */
export interface Callers {
  readonly byCookie: (token: string) => Promise<Caller | null>;
  readonly byToken: (token: string) => Promise<Caller | null>;
  /** Ask the database again next time, for everybody. */
  readonly forget: () => void;
}

export function callers(db: DataSource, limits: SessionLimits): Callers {
  const known = new Map<string, Believed>();
  const remember = (key: string, find: () => Promise<Caller | null>): Promise<Caller | null> => {
    const now = Date.now();
    const believed = known.get(key);
    if (believed && believed.until > now) return believed.caller;
    if (known.size > 10_000) known.clear();
    const caller = find();
    known.set(key, { caller, until: now + BELIEVED_MS });
    // A database that was away must be asked again, not believed.
    caller.catch(() => known.delete(key));
    return caller;
  };
  return {
    byCookie: (token) => remember(`cookie ${token}`, () => byCookie(db, token, limits)),
    byToken: (token) =>
      remember(`token ${token}`, async () => {
        const viewer = await tokenViewer(db, hashToken(token));
        return viewer && { viewer, sessionId: null, due: false };
      }),
    forget: () => known.clear(),
  };
}

async function byCookie(db: DataSource, token: string, limits: SessionLimits): Promise<Caller | null> {
  const session = await liveSession(db, token, limits);
  const viewer = session && (await memberViewer(db, session.memberId));
  if (!session || !viewer) return null;
  if (Date.now() - session.lastSeenAt.getTime() > TOUCH_MS) await touchSession(db, session.id);
  return { viewer, sessionId: session.id, due: isDue(session) };
}

/** The caller, or a refusal. */
export function signedIn(caller: Caller | null): Caller {
  if (!caller) throw new DomainError("UNAUTHENTICATED");
  return caller;
}
