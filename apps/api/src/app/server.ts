import { existsSync } from "node:fs";
import { join } from "node:path";
import cookie from "@fastify/cookie";
import files from "@fastify/static";
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyRequest } from "fastify";
import type { GraphQLSchema } from "graphql";
import { DomainError } from "../base/errors.ts";
import type { Log } from "../base/log.ts";
import { rotateSession } from "../member/session.ts";
import type { Callers } from "./auth.ts";
import { authRoutes } from "./auth-routes.ts";
import { type CookieRules, cookieFrom, readCookie, setCookie } from "./cookie.ts";
import { trustedDocuments } from "./documents.ts";
import { answerTo } from "./format-error.ts";
import { serveGraphql, statusOf } from "./graphql.ts";
import type { Metrics } from "./metrics.ts";
import type { Requests } from "./request-context.ts";
import { sandboxRoutes } from "./sandbox-routes.ts";
import { serveSockets } from "./sockets.ts";

const WEB = join(import.meta.dirname, "../../../web/dist");
/** Largest request body, in bytes. */
const LARGEST_BODY = 256 * 1024;

export interface ServerOptions {
  readonly schema: GraphQLSchema;
  readonly requests: Requests;
  readonly log: Log;
  readonly callers: Callers;
  readonly cookies: CookieRules;
  /** Origins whose pages may talk to this server. */
  readonly origins: ReadonlySet<string>;
  readonly demo: boolean;
  readonly metrics: Metrics;
  readonly anyDocument: boolean;
}

/** The HTTP server: API, sign-in, sandbox, the web client's files. Listening is the caller's. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const { log, callers, cookies } = options;
  const loggerInstance: FastifyBaseLogger = log.child({}, { level: "warn" });
  const app: FastifyInstance = Fastify({ bodyLimit: LARGEST_BODY, loggerInstance });
  await app.register(cookie);
  guard(app, options);
  const callerOf = async (request: FastifyRequest) => {
    const bearer = /^Bearer (\S{20,100})$/.exec(request.headers.authorization ?? "")?.[1];
    if (bearer) return callers.byToken(bearer);
    const token = readCookie(request, cookies);
    return token ? callers.byCookie(token) : null;
  };
  const { acting } = options.requests;
  app.addHook("preHandler", async (request, reply) => {
    const token = readCookie(request, cookies);
    if (!token || !request.url.startsWith("/graphql") || !(await callerOf(request))?.due) return;
    const fresh = await rotateSession(acting.db, token);
    if (fresh) setCookie(reply, cookies, fresh);
  });
  app.get("/healthz", async () => ({ ok: true }));
  app.get("/readyz", async () => {
    await acting.db.query("SELECT 1");
    return { ok: true };
  });
  authRoutes(app, { acting, cookies, callerOf, forget: callers.forget, demo: options.demo });
  sandboxRoutes(app, { db: acting.db, callerOf });
  const documents = trustedDocuments();
  await serveGraphql(app, { ...options, documents, callerOf });
  const sockets = serveSockets({
    ...options,
    server: app.server,
    documents,
    allowedOrigin: (origin) => origin !== undefined && options.origins.has(origin),
    callerOf: async (request) => {
      const token = cookieFrom(request.headers.cookie, cookies);
      return token ? callers.byCookie(token) : null;
    },
  });
  app.addHook("preClose", sockets.stop);
  serveFiles(app);
  return app;
}

/** Headers, origins and errors of every answer. */
function guard(app: FastifyInstance, { origins, log, metrics }: ServerOptions): void {
  app.addHook("onRequest", async (request, reply) => {
    void reply.headers(protectiveHeaders);
    const { origin } = request.headers;
    if (origin && request.method !== "GET" && !origins.has(origin))
      throw new DomainError("FORBIDDEN", { origin });
  });
  app.addHook("onResponse", async (request, reply) => {
    const labels = { route: request.routeOptions.url ?? "none", status: String(reply.statusCode) };
    metrics.requests.observe(labels, reply.elapsedTime / 1000);
  });
  app.setErrorHandler(
    (error: Error & { statusCode?: number; validation?: unknown; code?: string }, _request, reply) => {
      const answer = answerTo(error) ?? requestFault(error);
      if (!answer) log.error({ err: error }, "a bug answered a request");
      const { code, details } = answer ?? { code: "INTERNAL", details: {} };
      const status = error instanceof DomainError ? statusOf(error) : statusOfCode(code);
      return reply.status(status).send({ error: { code, details } });
    },
  );
}

const statusOfCode = (code: string): number =>
  ({ INTERNAL: 500, DATABASE_UNAVAILABLE: 503, TOO_LARGE: 413 })[code] ?? 400;

function requestFault(error: { statusCode?: number; validation?: unknown; code?: string; message: string }) {
  if (error.code === "FST_ERR_CTP_BODY_TOO_LARGE")
    return { code: "TOO_LARGE", details: { most: LARGEST_BODY } };
  if (error.validation || (error.statusCode ?? 500) < 500)
    return { code: "BAD_USER_INPUT", details: { reason: error.message } };
  return null;
}

const protectiveHeaders = {
  "content-security-policy":
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "no-store",
};

/** The web client. Names of its assets carry their hash, so they may be kept for ever; its pages may not. */
function serveFiles(app: FastifyInstance): void {
  if (!existsSync(WEB)) return;
  void app.register(files, {
    root: WEB,
    wildcard: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const kept = path.includes("/assets/");
      void reply.header("cache-control", kept ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
  app.setNotFoundHandler((request, reply) => {
    const page = request.method === "GET" && (request.headers.accept ?? "").includes("text/html");
    if (page) return reply.header("cache-control", "no-cache").sendFile("index.html");
    return reply.status(404).send({ error: { code: "NOT_FOUND", details: {} } });
  });
}
