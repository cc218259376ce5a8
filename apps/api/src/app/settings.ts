import { isAbsolute, join, resolve } from "node:path";
import { providerKinds } from "../base/provider.ts";
import { SetupError } from "../database/setup-error.ts";

/** How a variable's text becomes a value; `undefined` means that it cannot. `kind` names its sentence in `cli.json`. */
interface Reading<T> {
  readonly kind:
    | "folder"
    | "url"
    | "service"
    | "postgres"
    | "port"
    | "text"
    | "switch"
    | "choice"
    | "duration";
  readonly parse: (text: string) => T | undefined;
  readonly known?: readonly string[];
}

/** One environment variable. Its meaning is `setting_<variable>` in `cli.json`; `fallback` is a text like any other. */
export interface Setting<T> extends Reading<T> {
  readonly variable: string;
  readonly fallback?: string;
  /** Its value is never repeated in an error. */
  readonly secret?: true;
}

const ROOT = resolve(import.meta.dirname, "../../../..");

const folder: Reading<string> = {
  kind: "folder",
  parse: (text) => (isAbsolute(text) ? text : join(ROOT, text)),
};
const text: Reading<string> = { kind: "text", parse: (value) => value };
const port: Reading<number> = {
  kind: "port",
  parse: (value) => (/^\d{1,5}$/.test(value) && Number(value) <= 65_535 ? Number(value) : undefined),
};
const postgres: Reading<string> = {
  kind: "postgres",
  parse: (value) => (/^postgres(ql)?:\/\/./.test(value) && URL.canParse(value) ? value : undefined),
};
const origin: Reading<string> = {
  kind: "url",
  parse: (value) => {
    const url = URL.canParse(value) ? new URL(value) : undefined;
    const bare = url?.pathname === "/" && url.search === "" && url.hash === "" && url.username === "";
    return url && bare && /^https?:$/.test(url.protocol) ? url.origin : undefined;
  },
};
const service: Reading<URL> = {
  kind: "service",
  parse: (value) => {
    const url = URL.canParse(value) ? new URL(value) : undefined;
    const bare = url?.search === "" && url.hash === "" && url.username === "" && url.password === "";
    return url && bare && /^https?:$/.test(url.protocol) ? url : undefined;
  },
};
const onOff: Reading<boolean> = {
  kind: "switch",
  parse: (value) => ({ yes: true, no: false, true: true, false: false, "1": true, "0": false })[value],
};

const units: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
/** Milliseconds of texts such as 30m, 12h and 7d. */
const duration: Reading<number> = {
  kind: "duration",
  parse: (value) => {
    const [, count, unit] = /^([1-9]\d{0,5})([smhd])$/.exec(value) ?? [];
    return count && unit ? Number(count) * (units[unit] ?? 0) : undefined;
  },
};

function choice<const T extends string>(known: readonly T[]): Reading<T> {
  return { kind: "choice", known, parse: (value) => known.find((one) => one === value) };
}

/** Every variable Parley reads; `docs/configuration.md` is made from this list. */
export const settings = {
  data: { variable: "PARLEY_DATA", fallback: ".parley", ...folder },
  host: { variable: "PARLEY_HOST", fallback: "127.0.0.1", ...text },
  port: { variable: "PARLEY_PORT", fallback: "4000", ...port },
  publicUrl: { variable: "PARLEY_PUBLIC_URL", ...origin },
  demo: { variable: "PARLEY_DEMO", ...onOff },
  databaseUrl: { variable: "DATABASE_URL", secret: true, ...postgres },
  appDatabaseUrl: { variable: "PARLEY_APP_DATABASE_URL", secret: true, ...postgres },
  ledgerDatabaseUrl: { variable: "PARLEY_LEDGER_DATABASE_URL", secret: true, ...postgres },
  postgresBin: { variable: "PARLEY_POSTGRES_BIN", ...folder },
  workspaceKey: { variable: "PARLEY_KEY", secret: true, ...text },
  metricsPort: { variable: "PARLEY_METRICS_PORT", fallback: "4001", ...port },
  anyDocument: { variable: "PARLEY_ANY_DOCUMENT", fallback: "no", ...onOff },
  logLevel: {
    variable: "PARLEY_LOG_LEVEL",
    fallback: "info",
    ...choice(["fatal", "error", "warn", "info", "debug", "trace", "silent"]),
  },
  sessionIdle: { variable: "PARLEY_SESSION_IDLE", fallback: "2h", ...duration },
  sessionLife: { variable: "PARLEY_SESSION_LIFE", fallback: "12h", ...duration },
  provider: { variable: "PARLEY_PROVIDER", ...choice(providerKinds) },
  providerUrl: { variable: "PARLEY_PROVIDER_URL", secret: true, ...service },
  providerKey: { variable: "PARLEY_PROVIDER_KEY", secret: true, ...text },
  providerModel: { variable: "PARLEY_PROVIDER_MODEL", ...text },
  providerEmbeddingModel: { variable: "PARLEY_PROVIDER_EMBEDDING_MODEL", ...text },
  providerTimeout: { variable: "PARLEY_PROVIDER_TIMEOUT", fallback: "20s", ...duration },
  providerInHouse: { variable: "PARLEY_PROVIDER_IN_HOUSE", fallback: "no", ...onOff },
} as const satisfies Readonly<Record<string, Setting<unknown>>>;

const known: ReadonlySet<string> = new Set(Object.values(settings).map(({ variable }) => variable));

/** Variables that look like Parley's and are none, such as a misspelled one. */
export function unknownVariables(env: NodeJS.ProcessEnv): readonly string[] {
  return Object.keys(env).filter((name) => name.startsWith("PARLEY_") && !known.has(name));
}

/** The value of a variable, or of its fallback; undefined when it has neither. An empty variable counts as unset. */
export function readSetting<T>(env: NodeJS.ProcessEnv, setting: Setting<T>): T | undefined {
  const given = env[setting.variable]?.trim() || setting.fallback;
  if (given === undefined) return undefined;
  const value = setting.parse(given);
  if (value !== undefined) return value;
  throw new SetupError(`setting_not_${setting.kind}`, {
    variable: setting.variable,
    value: setting.secret ? "***" : given,
    known: setting.known?.join(", ") ?? "",
  });
}

/** The value of a variable that always has one. */
export function neededSetting<T>(
  env: NodeJS.ProcessEnv,
  setting: Setting<T> & { readonly fallback: string },
): T {
  const value = readSetting(env, setting);
  if (value === undefined)
    throw new SetupError(`setting_not_${setting.kind}`, { variable: setting.variable });
  return value;
}
