import { defineConfig } from "vitest/config";
import { icons } from "./apps/web/icons-plugin.ts";

const shared = {
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: false } },
  resolve: {
    // type-graphql loads graphql as CommonJS; tests must meet the same copy.
    alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }],
    conditions: ["parley-source", "module", "browser", "development|production"],
  },
  // "import" must not stand here: vitest hands these on to Node, whose `require` would then load ES modules.
  ssr: { resolve: { conditions: ["parley-source", "node"] } },
};

/** Tests of the API's code that need no database: they run once, not once for each PostgreSQL. */
const withoutDatabase = [
  "apps/api/src/cli/{check,format,help,language,length,register,spellers,suggest,template}.test.ts",
  "apps/api/src/inbox/read-threads.test.ts",
  "apps/api/src/machine/fences.test.ts",
  "apps/api/src/provider/{provider,reachable}.test.ts",
  "apps/api/src/template/{check-words,exchange,mutations,pofilter,search,starter-policy,starter-templates}.test.ts",
];

export default defineConfig({
  ...shared,
  test: {
    projects: [
      {
        ...shared,
        plugins: [icons()],
        test: {
          name: "unit",
          include: [
            "libs/shared/**/*.test.ts",
            "apps/web/src/**/*.test.{ts,tsx}",
            "scripts/**/*.test.ts",
            ...withoutDatabase,
          ],
          // A bound for what hangs, not for what is slow: machines that run tests are often busy.
          testTimeout: 60_000,
        },
      },
      {
        ...shared,
        test: {
          name: "api",
          include: ["apps/api/src/**/*.test.ts"],
          exclude: withoutDatabase,
          globalSetup: ["apps/api/src/database/test/global-setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        ...shared,
        test: {
          name: "e2e",
          include: ["e2e/**/*.spec.ts"],
          globalSetup: ["e2e/support/clean-clone.ts"],
          // Journeys share two cores with a server, its database and a browser.
          fileParallelism: false,
          // A page's first steps load what they need; a second is not enough on a busy machine.
          expect: { poll: { timeout: 20_000 } },
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
