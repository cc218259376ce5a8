/** Lower rank = closer to the ground. A folder imports only folders of a lower rank. */
const api = {
  base: 0,
  migrations: 0,
  database: 0,
  ledger: 1,
  member: 1,
  brand: 1,
  platform: 1,
  provider: 1,
  inbox: 2,
  outbox: 2,
  policy: 2,
  pack: 3,
  template: 3,
  draft: 4,
  machine: 5,
  review: 6,
  insight: 6,
  app: 7,
  cli: 8,
};
const web = { base: 0, ui: 1, gql: 1, workbench: 2, editor: 2, features: 3, app: 4 };
const shared = {
  text: 0,
  ledger: 0,
  channel: 1,
  language: 1,
  register: 1,
  identifier: 1,
  suggest: 1,
  policy: 2,
  pack: 3,
  template: 3,
  fence: 4,
  interchange: 4,
};
/** Packages that do no IO and read no clock: all that `libs/shared` may use. */
const pure = [
  "libphonenumber-js",
  "stdnum",
  "ibantools",
  "credit-card-type",
  "tldts",
  "tldts-core",
  "re2js",
  "messageformat",
  "yaml",
  "saxes",
  "gettext-parser",
  "csv-parse",
  "@messageformat",
];

const onlyDown = (root, ranks) =>
  Object.entries(ranks).map(([folder, rank]) => ({
    name: `${root}-${folder}-imports-only-down`,
    severity: "error",
    from: { path: `^${root}/src/${folder}/`, pathNot: "\\.test\\.tsx?$|/test/" },
    to: {
      path: `^${root}/src/(${
        Object.keys(ranks)
          .filter((f) => f !== folder && ranks[f] >= rank)
          .join("|") || "$none"
      })/`,
    },
  }));
const everyFolderHasARank = (root, ranks) => ({
  name: `${root}-folder-without-a-rank`,
  severity: "error",
  from: { path: `^${root}/src/(?!(${Object.keys(ranks).join("|")})/)[^/]+/` },
  to: {},
});
const rule = (name, from, to) => ({ name, severity: "error", from, to });

export default {
  forbidden: [
    everyFolderHasARank("apps/api", api),
    everyFolderHasARank("apps/web", web),
    everyFolderHasARank("libs/shared", shared),
    ...onlyDown("apps/api", api),
    ...onlyDown("apps/web", web),
    ...onlyDown("libs/shared", shared),
    rule("no-cycles", {}, { circular: true }),
    rule(
      "shared-is-pure",
      { path: "^libs/shared/src", pathNot: "\\.test\\.ts$|/test/" },
      { pathNot: `^libs/shared/src|node_modules/(${pure.join("|")})(/|$)` },
    ),
    rule(
      "apps-do-not-import-each-other",
      { path: "^apps/([^/]+)/" },
      { path: "^apps/", pathNot: "^apps/$1/" },
    ),
    rule(
      "features-talk-through-commands",
      { path: "^apps/web/src/features/([^/]+)/" },
      { path: "^apps/web/src/features/", pathNot: "^apps/web/src/features/$1/" },
    ),
    rule(
      "only-outbox-sends",
      { path: "^apps/api/src/", pathNot: "^apps/api/src/(outbox|platform|app)/" },
      { path: "^apps/api/src/platform/.+/send" },
    ),
    rule(
      "no-test-code-in-product",
      { pathNot: "\\.test\\.tsx?$|\\.spec\\.ts$|/test/|^e2e/" },
      { path: "\\.test\\.tsx?$|/test/" },
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules|dist" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["parley-source", "import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".js"],
    },
  },
};
