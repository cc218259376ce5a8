import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { SetupError } from "../database/setup-error.ts";
import { parseConfig } from "./config.ts";
import { settings } from "./settings.ts";

const ROOT = join(import.meta.dirname, "../../../..");

function refusal(env: NodeJS.ProcessEnv): unknown {
  try {
    return parseConfig(env);
  } catch (error) {
    return error instanceof SetupError ? [error.code, error.details] : error;
  }
}

test("without any variable Parley is a demo on loopback with a database of its own", () => {
  expect(parseConfig({})).toEqual({
    data: join(ROOT, ".parley"),
    database: {
      folder: join(ROOT, ".parley"),
      bin: undefined,
      url: undefined,
      appUrl: undefined,
      ledgerUrl: undefined,
    },
    host: "127.0.0.1",
    port: 4000,
    provider: null,
    publicUrl: null,
    metricsPort: 4001,
    demo: true,
    anyDocument: false,
    logLevel: "info",
    workspaceKey: null,
    session: { idleMs: 7_200_000, lifeMs: 43_200_000 },
    unknown: [],
  });
});

test.each([
  ["a relative data folder counts from the clone", { PARLEY_DATA: "x" }, { data: join(ROOT, "x") }],
  ["an absolute data folder stays", { PARLEY_DATA: "/srv/parley" }, { data: "/srv/parley" }],
  ["an empty variable counts as unset", { PARLEY_PORT: " " }, { port: 4000 }],
  ["the metrics port can be turned off", { PARLEY_METRICS_PORT: "0" }, { metricsPort: null }],
  ["an installation for others has no demo", { PARLEY_HOST: "0.0.0.0" }, { demo: false, publicUrl: null }],
  ["a server's database has no demo by itself", { DATABASE_URL: "postgres://a:b@c/d" }, { demo: false }],
  [
    "the demo can be had on a server's database",
    { DATABASE_URL: "postgres://a:b@c/d", PARLEY_DEMO: "yes" },
    { demo: true },
  ],
  [
    "a proxy's address is what cookies follow",
    { PARLEY_PUBLIC_URL: "https://care.example.org/" },
    { demo: false, publicUrl: "https://care.example.org" },
  ],
  [
    "a misspelled variable is noticed",
    { PARLEY_PROT: "80", PATH: "/bin" },
    { port: 4000, unknown: ["PARLEY_PROT"] },
  ],
  ["IPv6's loopback is this machine, too", { PARLEY_HOST: "::1" }, { demo: true, host: "::1" }],
  [
    "times have units",
    { PARLEY_SESSION_IDLE: "15m", PARLEY_SESSION_LIFE: "7d" },
    { session: { idleMs: 900_000, lifeMs: 604_800_000 } },
  ],
  [
    "an outside machine has an address, a key and a time",
    {
      PARLEY_PROVIDER: "deepl",
      PARLEY_PROVIDER_URL: "https://api.example.org",
      PARLEY_PROVIDER_KEY: "k",
      PARLEY_PROVIDER_TIMEOUT: "5s",
    },
    {
      provider: {
        kind: "deepl",
        url: new URL("https://api.example.org"),
        key: "k",
        model: null,
        embeddingModel: null,
        timeoutMs: 5000,
        inHouse: false,
      },
    },
  ],
  [
    "this machine may be called without encryption",
    { PARLEY_PROVIDER: "libretranslate", PARLEY_PROVIDER_URL: "http://localhost:5000" },
    { provider: { kind: "libretranslate", key: null, timeoutMs: 20_000 } },
  ],
  [
    "so may one's own network, when that was said",
    {
      PARLEY_PROVIDER: "libretranslate",
      PARLEY_PROVIDER_URL: "http://10.1.2.3:5000",
      PARLEY_PROVIDER_IN_HOUSE: "yes",
    },
    { provider: { inHouse: true } },
  ],
])("%s", (_, env, expected) => {
  expect(parseConfig(env)).toMatchObject(expected);
});

test.each([
  [{ PARLEY_PORT: "http" }, "setting_not_port", { variable: "PARLEY_PORT", value: "http", known: "" }],
  [{ PARLEY_PORT: "65536" }, "setting_not_port", { variable: "PARLEY_PORT", value: "65536", known: "" }],
  [{ PARLEY_DEMO: "maybe" }, "setting_not_switch", { variable: "PARLEY_DEMO", value: "maybe", known: "" }],
  [
    { PARLEY_LOG_LEVEL: "loud" },
    "setting_not_choice",
    {
      variable: "PARLEY_LOG_LEVEL",
      value: "loud",
      known: "fatal, error, warn, info, debug, trace, silent",
    },
  ],
  [
    { PARLEY_PUBLIC_URL: "https://example.org/parley" },
    "setting_not_url",
    { variable: "PARLEY_PUBLIC_URL", value: "https://example.org/parley", known: "" },
  ],
  [
    { DATABASE_URL: "mysql://root:secret@db/parley" },
    "setting_not_postgres",
    { variable: "DATABASE_URL", value: "***", known: "" },
  ],
  [
    { PARLEY_SESSION_IDLE: "90" },
    "setting_not_duration",
    { variable: "PARLEY_SESSION_IDLE", value: "90", known: "" },
  ],
  [
    { PARLEY_SESSION_IDLE: "13h" },
    "setting_idle_over_life",
    { variable: "PARLEY_SESSION_IDLE", other: "PARLEY_SESSION_LIFE" },
  ],
  [{ PARLEY_DEMO: "yes", PARLEY_HOST: "0.0.0.0" }, "setting_demo_open", { variable: "PARLEY_DEMO" }],
  [
    { PARLEY_DEMO: "yes", PARLEY_PUBLIC_URL: "https://care.example.org" },
    "setting_demo_open",
    { variable: "PARLEY_DEMO" },
  ],
  [
    { PARLEY_PROVIDER: "deepl", PARLEY_PROVIDER_KEY: "k" },
    "setting_provider_incomplete",
    { variable: "PARLEY_PROVIDER_URL", other: "PARLEY_PROVIDER", kind: "deepl" },
  ],
  [
    { PARLEY_PROVIDER: "deepl", PARLEY_PROVIDER_URL: "https://api.example.org" },
    "setting_provider_incomplete",
    { variable: "PARLEY_PROVIDER_KEY", other: "PARLEY_PROVIDER", kind: "deepl" },
  ],
  [
    { PARLEY_PROVIDER: "openai", PARLEY_PROVIDER_URL: "https://api.example.org/v1" },
    "setting_provider_incomplete",
    { variable: "PARLEY_PROVIDER_MODEL", other: "PARLEY_PROVIDER", kind: "openai" },
  ],
  [
    { PARLEY_PROVIDER: "libretranslate", PARLEY_PROVIDER_URL: "https://me:pw@api.example.org" },
    "setting_not_service",
    { variable: "PARLEY_PROVIDER_URL", value: "***", known: "" },
  ],
  ...["http://api.example.org", "https://10.0.0.8", "https://169.254.169.254"].map(
    (url): [NodeJS.ProcessEnv, string, object] => [
      { PARLEY_PROVIDER: "libretranslate", PARLEY_PROVIDER_URL: url },
      "setting_provider_open",
      { variable: "PARLEY_PROVIDER_URL", other: "PARLEY_PROVIDER_IN_HOUSE", host: new URL(url).host },
    ],
  ),
])("%j is refused with %s", (env, code, details) => {
  expect(refusal(env)).toEqual([code, details]);
});

test("every setting and every kind of setting is explained", () => {
  const words = JSON.parse(readFileSync(join(ROOT, "locales/en/cli.json"), "utf8")) as Record<string, string>;
  const keys = Object.values(settings).flatMap(({ variable, kind }) => [
    `setting_${variable}`,
    `setting_kind_${kind}`,
  ]);
  expect(keys.filter((key) => !words[key])).toEqual([]);
});
