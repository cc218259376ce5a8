import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import fastifyApollo, { fastifyApolloDrainPlugin } from "@as-integrations/fastify";
import { ApolloArmor } from "@escape.tech/graphql-armor";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { GraphQLSchema } from "graphql";
import type { DomainError } from "../base/errors.ts";
import type { Log } from "../base/log.ts";
import { type Caller, signedIn } from "./auth.ts";
import { type SentDocument, type TrustedDocuments, trustedText } from "./documents.ts";
import { formatError } from "./format-error.ts";
import { type RequestContext, type Requests, requestContext } from "./request-context.ts";

/** Most lexical tokens a document may have, over HTTP and over a socket. */
export const MOST_TOKENS = 1500;

/** What an API token's document may cost. Trusted documents pass the same rules. */
const armor = new ApolloArmor({
  maxDepth: { n: 10 },
  // An empty allow list: by default every __typename may be repeated without end.
  maxAliases: { n: 15, allowList: [] },
  maxDirectives: { n: 5 },
  costLimit: {
    maxCost: 20_000,
    objectCost: 2,
    scalarCost: 1,
    depthCostFactor: 1.5,
    ignoreIntrospection: false,
  },
  // Apollo's own token limit answers 400 where this one answers 500.
  maxTokens: { enabled: false },
}).protect();

/** The same rules for documents that come over a socket, which Apollo never sees. */
export const documentRules = armor.validationRules;

export interface GraphqlOptions {
  readonly schema: GraphQLSchema;
  readonly requests: Requests;
  readonly documents: TrustedDocuments;
  readonly log: Log;
  readonly callerOf: (request: FastifyRequest) => Promise<Caller | null>;
  /** Answer any document to a signed-in browser: development only. */
  readonly anyDocument: boolean;
}

/** Answer GraphQL over HTTP: trusted documents to browsers, any document within limits to API tokens. */
export async function serveGraphql(app: FastifyInstance, options: GraphqlOptions): Promise<void> {
  const { schema, requests, log } = options;
  const apollo = new ApolloServer<RequestContext>({
    schema,
    formatError: formatError(log),
    introspection: options.anyDocument,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: !options.anyDocument,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    parseOptions: { maxTokens: MOST_TOKENS },
    validationRules: armor.validationRules,
    plugins: [fastifyApolloDrainPlugin(app), endOfRequest],
  });
  await apollo.start();
  app.addHook("preHandler", async (request) => {
    if (!request.url.startsWith("/graphql") || request.method !== "POST") return;
    const caller = signedIn(await options.callerOf(request));
    if (caller.viewer.kind === "token") return;
    const sent = (request.body ?? {}) as SentDocument;
    if (options.anyDocument && typeof sent.query === "string" && sent.query !== "") return;
    request.body = { ...sent, query: trustedText(options.documents, sent), extensions: {} };
  });
  await app.register(fastifyApollo(apollo), {
    path: "/graphql",
    method: ["POST"],
    context: async (request) => requestContext(requests, signedIn(await options.callerOf(request)).viewer),
  });
}

/** The request's read transaction ends with its response, whatever the response is. */
const endOfRequest: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return { willSendResponse: ({ contextValue }) => contextValue.end() };
  },
};

/** HTTP status of refusals that stand before GraphQL. */
export function statusOf(error: DomainError): number {
  if (error.code === "UNAUTHENTICATED" || error.code === "SIGN_IN_FAILED") return 401;
  if (error.code === "FORBIDDEN") return 403;
  if (error.code === "TOO_MANY_ATTEMPTS") return 429;
  if (error.code === "TOO_LARGE") return 413;
  return error.code === "NOT_FOUND" ? 404 : 400;
}
