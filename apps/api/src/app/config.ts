import type { DatabaseSettings } from "../database/open-database.ts";
import { SetupError } from "../database/setup-error.ts";
import type { ProviderSettings } from "../provider/provider-settings.ts";
import { providerSettings } from "./provider-settings.ts";
import { neededSetting, readSetting, settings, unknownVariables } from "./settings.ts";

/** Everything that differs between installations, read once at the start. */
export interface Config {
  /** The folder of all that Parley keeps outside a database server. */
  readonly data: string;
  readonly database: DatabaseSettings;
  readonly host: string;
  readonly port: number;
  /** The origin people open, such as https://parley.example.org: cookies and origin checks follow it. Null: host and port. */
  readonly publicUrl: string | null;
  /** The loopback port of /metrics; null is none. */
  readonly metricsPort: number | null;
  /** Demo members, whom anyone may be with one click. Never true where others than this machine can reach it. */
  readonly demo: boolean;
  /** Answer any GraphQL document to a signed-in browser, for developing the web client. */
  readonly anyDocument: boolean;
  readonly logLevel: "fatal" | "error" | "warn" | "info" | "debug" | "trace" | "silent";
  /** 32 bytes in base64url; null keeps it in a file of the data folder. */
  readonly workspaceKey: string | null;
  readonly session: { readonly idleMs: number; readonly lifeMs: number };
  /** The outside machine for translation, drafting and embeddings; null, the default, is none. */
  readonly provider: ProviderSettings | null;
  /** Variables that begin as Parley's do and mean nothing to it. */
  readonly unknown: readonly string[];
}

/** Read the environment. Throws a `SetupError` that names the variable and what it takes. */
export function parseConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const data = neededSetting(env, settings.data);
  const host = neededSetting(env, settings.host);
  const port = neededSetting(env, settings.port);
  const metricsPort = neededSetting(env, settings.metricsPort);
  const url = readSetting(env, settings.databaseUrl);
  const publicUrl = readSetting(env, settings.publicUrl);
  const local = isLoopback(host) && (publicUrl === undefined || isLoopback(new URL(publicUrl).hostname));
  return {
    data,
    database: {
      folder: data,
      bin: readSetting(env, settings.postgresBin),
      url,
      appUrl: readSetting(env, settings.appDatabaseUrl),
      ledgerUrl: readSetting(env, settings.ledgerDatabaseUrl),
    },
    host,
    port,
    publicUrl: publicUrl ?? null,
    metricsPort: metricsPort === 0 ? null : metricsPort,
    demo: demo(readSetting(env, settings.demo), { local, own: url === undefined }),
    anyDocument: neededSetting(env, settings.anyDocument),
    logLevel: neededSetting(env, settings.logLevel),
    workspaceKey: readSetting(env, settings.workspaceKey) ?? null,
    session: session(env),
    provider: providerSettings(env),
    unknown: unknownVariables(env),
  };
}

/** Whoever tries Parley on their own machine gets the demo; a server for others never does by itself. */
function demo(wanted: boolean | undefined, { local, own }: { local: boolean; own: boolean }): boolean {
  if (wanted && !local) throw new SetupError("setting_demo_open", { variable: settings.demo.variable });
  return wanted ?? (local && own);
}

function session(env: NodeJS.ProcessEnv): Config["session"] {
  const idleMs = neededSetting(env, settings.sessionIdle);
  const lifeMs = neededSetting(env, settings.sessionLife);
  if (idleMs > lifeMs)
    throw new SetupError("setting_idle_over_life", {
      variable: settings.sessionIdle.variable,
      other: settings.sessionLife.variable,
    });
  return { idleMs, lifeMs };
}

function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d+){3}|\[?::1\]?)$/.test(host);
}
