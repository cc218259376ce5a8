import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { DomainError } from "../base/errors.ts";
import { type Acting, actAs } from "../ledger/act.ts";
import { endSessions, openSession } from "../member/session.ts";
import { memberByPassword } from "../member/sign-in.ts";
import { memberViewer } from "../member/viewer-of.ts";
import { type Caller, signedIn } from "./auth.ts";
import { type CookieRules, clearCookie, setCookie } from "./cookie.ts";
import { demoMembers } from "./demo-members.ts";
import { firstAdminNeeded, makeFirstAdmin } from "./first-admin.ts";

export interface AuthOptions {
  readonly acting: Acting;
  readonly cookies: CookieRules;
  readonly callerOf: (request: FastifyRequest) => Promise<Caller | null>;
  readonly forget: () => void;
  /** Offer the demo members without a password. Only ever on loopback. */
  readonly demo: boolean;
}

const text = { type: "string", maxLength: 300 } as const;
const body = (properties: Record<string, unknown>) => ({
  schema: {
    body: { type: "object", required: Object.keys(properties), properties, additionalProperties: false },
  },
});

/** Sign in and out. Plain routes, since only they set cookies. */
export function authRoutes(app: FastifyInstance, options: AuthOptions): void {
  const { acting, demo } = options;
  const { db } = acting;
  app.get("/auth/state", async (request) => ({
    signedIn: (await options.callerOf(request)) !== null,
    firstAdmin: await firstAdminNeeded(db),
    demoMembers: demo ? await demoMembers(db) : [],
  }));
  app.post<{ Body: { email: string; password: string } }>(
    "/auth/sign-in",
    body({ email: text, password: text }),
    async (request, reply) => {
      const memberId = await memberByPassword(db, { ...request.body, from: request.ip });
      return signIn(options, { memberId, request, reply });
    },
  );
  app.post<{ Body: { memberId: string } }>("/auth/demo", body({ memberId: text }), async (request, reply) => {
    const known = demo ? await demoMembers(db) : [];
    const member = known.find(({ id }) => id === request.body.memberId);
    if (!member) throw new DomainError("FORBIDDEN", {});
    return signIn(options, { memberId: member.id, request, reply });
  });
  app.post<{ Body: { token: string; name: string; email: string; password: string; brand: string } }>(
    "/auth/first-admin",
    body({ token: text, name: text, email: text, password: text, brand: text }),
    async (request, reply) =>
      signIn(options, { memberId: await makeFirstAdmin(acting, request.body), request, reply }),
  );
  for (const [path, everywhere] of [
    ["/auth/sign-out", false],
    ["/auth/sign-out-everywhere", true],
  ] as const) {
    app.post(path, async (request, reply) => signOut(options, { request, reply, everywhere }));
  }
}

interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

async function signIn(
  { acting, cookies }: AuthOptions,
  { memberId, request, reply }: Exchange & { memberId: string },
) {
  const viewer = await memberViewer(acting.db, memberId);
  if (!viewer) throw new DomainError("SIGN_IN_FAILED");
  const userAgent = request.headers["user-agent"] ?? "";
  setCookie(reply, cookies, await openSession(actAs(acting, viewer), { memberId, userAgent }));
  return { signedIn: true };
}

async function signOut(
  options: AuthOptions,
  { request, reply, everywhere }: Exchange & { everywhere: boolean },
) {
  const { viewer, sessionId } = signedIn(await options.callerOf(request));
  const one = everywhere || sessionId === null ? {} : { sessionId };
  await endSessions(actAs(options.acting, viewer), { memberId: viewer.id, ...one });
  options.forget();
  clearCookie(reply, options.cookies);
  return { signedIn: false };
}
