import { createServer } from "node:http";
import { grafserv } from "grafserv/node";
import { postgraphile } from "postgraphile";
import { makePgService } from "postgraphile/adaptors/pg";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";

/** PostGraphile as its documentation sets it up, with the same row security. */
const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  pgServices: [
    makePgService({
      connectionString: process.env.APP_URL ?? "",
      schemas: ["public"],
      poolConfig: { max: 16 },
    }),
  ],
  grafast: { context: () => ({ pgSettings: { "parley.brands": process.env.BRANDS ?? "" } }) },
  grafserv: { graphqlPath: "/graphql", graphiql: false },
});
const served = instance.createServ(grafserv);
const server = createServer();
await served.addTo(server);
server.listen(Number(process.env.PORT), "127.0.0.1");
