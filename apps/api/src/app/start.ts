import type { AddressInfo } from "node:net";
import type { FastifyInstance } from "fastify";
import { createLog } from "../base/log.ts";
import { openDatabase } from "../database/open-database.ts";
import type { DatabaseUrls } from "../database/prepare-database.ts";
import { type Details, SetupError } from "../database/setup-error.ts";
import type { Acting } from "../ledger/act.ts";
import { createProvider } from "../provider/create-provider.ts";
import { deliveryJoints } from "../review/delivery-joints.ts";
import { callers } from "./auth.ts";
import { startChangeBus } from "./change-bus.ts";
import type { Config } from "./config.ts";
import { cookieRules } from "./cookie.ts";
import { connect } from "./data-source.ts";
import { seedDemo } from "./demo/seed-demo.ts";
import { firstAdminNeeded, firstAdminToken } from "./first-admin.ts";
import { identifyLanguage } from "./identify-language.ts";
import { createMetrics, serveMetrics } from "./metrics.ts";
import { migrate } from "./migrate.ts";
import { platforms } from "./platforms.ts";
import { schema } from "./schema.ts";
import { createServer } from "./server.ts";
import { outboxWaiting, startWorker } from "./worker.ts";
import { workspaceKey } from "./workspace-key.ts";

export interface Running {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

export type SayAnything = (code: string, details?: Details) => void;

/** Start everything in one process: database, server, worker. Throws a `SetupError` when something is not as it must be. */
export async function start(config: Config, say: SayAnything, signal?: AbortSignal): Promise<Running> {
  const undo: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const end of undo.reverse()) await end();
  };
  try {
    const database = await openDatabase(config.database, say, signal);
    undo.push(database.stop);
    return { url: await bringUp(config, say, { database, undo }), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Ground {
  readonly database: DatabaseUrls;
  /** What ends each thing begun, last first. */
  readonly undo: (() => Promise<unknown>)[];
}

async function bringUp(config: Config, say: SayAnything, { database, undo }: Ground): Promise<string> {
  const log = createLog(config.logLevel);
  await migrate(database.ownerUrl);
  const db = await connect(database.appUrl, 20);
  undo.push(() => db.destroy());
  const changes = await startChangeBus(database.appUrl, log);
  undo.push(changes.stop);
  const key = await workspaceKey(config.data, config.workspaceKey ?? undefined);
  const acting: Acting = { db, workspaceKey: key, publish: changes.publish, now: () => new Date() };
  if (config.demo) await seedDemo(acting, say);
  const limits = { idle: config.session.idleMs, absolute: config.session.lifeMs };
  const known = callers(db, limits);
  changes.listen(({ kind }) => kind === "session" && known.forget());
  const metrics = createMetrics(() => outboxWaiting(db));
  const origins = new Set<string>();
  const app = await createServer({
    schema: await schema(),
    requests: { acting, changes, provider: config.provider && createProvider(config.provider) },
    log,
    callers: known,
    cookies: cookieRules(config.publicUrl ?? "http:", config.session.lifeMs),
    origins,
    demo: config.demo,
    metrics,
    anyDocument: config.anyDocument,
  });
  undo.push(() => app.close());
  const port = await listen(app, config);
  for (const origin of originsOf(config, port)) origins.add(origin);
  if (config.metricsPort !== null) {
    const asked = { host: "127.0.0.1", port: config.metricsPort, variable: "PARLEY_METRICS_PORT" };
    const server = await serveMetrics(metrics, config.metricsPort).catch(portRefused(asked));
    undo.push(async () => server.close());
  }
  const worker = startWorker({
    acting,
    platforms: platforms(db),
    log,
    identify: identifyLanguage,
    joints: deliveryJoints,
  });
  undo.push(worker.stop);
  const url =
    config.publicUrl ?? `http://${config.host.includes(":") ? `[${config.host}]` : config.host}:${port}`;
  if (await firstAdminNeeded(db))
    say("first_admin_link", { url: `${url}/?first-admin=${await firstAdminToken(db)}` });
  say("parley_ready", { url });
  return url;
}

async function listen(app: FastifyInstance, { host, port }: Config): Promise<number> {
  await app.listen({ host, port }).catch(portRefused({ host, port, variable: "PARLEY_PORT" }));
  return (app.server.address() as AddressInfo).port;
}

/** A port that is taken, or not for this user, is the administrator's to change; anything else is a bug. */
function portRefused(asked: { readonly host: string; readonly port: number; readonly variable: string }) {
  return (cause: NodeJS.ErrnoException): never => {
    if (cause.code !== "EADDRINUSE" && cause.code !== "EADDRNOTAVAIL" && cause.code !== "EACCES") throw cause;
    throw new SetupError("port_in_use", asked, { cause });
  };
}

/** Where pages that may talk to the server come from; on loopback its three names are the same place. */
function originsOf({ publicUrl, host }: Config, port: number): readonly string[] {
  if (publicUrl) return [new URL(publicUrl).origin];
  const names = ["localhost", "127.0.0.1", "[::1]"];
  return [...new Set([host, ...names])].map((name) => `http://${name}:${port}`);
}
