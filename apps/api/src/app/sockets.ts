import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import {
  type DocumentNode,
  type ExecutionArgs,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
} from "graphql";
import type { SubscribePayload } from "graphql-ws";
import { useServer } from "graphql-ws/use/ws";
import { type WebSocket, WebSocketServer } from "ws";
import type { Log } from "../base/log.ts";
import type { Caller } from "./auth.ts";
import { type TrustedDocuments, trustedText } from "./documents.ts";
import { answerTo } from "./format-error.ts";
import { documentRules, MOST_TOKENS } from "./graphql.ts";
import { type Requests, requestContext } from "./request-context.ts";

/** Closed because the session ended or was revoked: sign in again. */
const SESSION_ENDED = 4403;
/** Closed because the member's roles changed: connect again and see what they now may (RFC 6455: service restart). */
const ROLES_CHANGED = 1012;
const RECHECK_MS = 5_000;
/** Bytes of one message, and sockets of one process. */
const LARGEST_MESSAGE = 65_536;
const MOST_SOCKETS = 5_000;

export interface SocketOptions {
  readonly server: Server;
  readonly schema: GraphQLSchema;
  readonly requests: Requests;
  readonly documents: TrustedDocuments;
  readonly log: Log;
  readonly allowedOrigin: (origin: string | undefined, host: string | undefined) => boolean;
  readonly callerOf: (request: IncomingMessage) => Promise<Caller | null>;
  readonly anyDocument: boolean;
}

/** Serve subscriptions on the same address with the protection HTTP has: Apollo's own never reaches a socket. */
export function serveSockets(options: SocketOptions): { readonly stop: () => Promise<void> } {
  const wss = new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE });
  const served = useServer<Record<string, unknown>, { request: IncomingMessage }>(
    {
      onSubscribe: ({ extra }, _id, payload) => executionOf(options, extra.request, payload),
      onClose: () => undefined,
    },
    wss,
  );
  options.server.on(
    "upgrade",
    (request, socket, head) => void upgrade(options, wss, { request, socket, head }),
  );
  const watch = setInterval(() => void closeEnded(options, wss), RECHECK_MS);
  watch.unref();
  return {
    stop: async () => {
      clearInterval(watch);
      await served.dispose();
    },
  };
}

interface Upgrade {
  readonly request: IncomingMessage;
  readonly socket: Duplex;
  readonly head: Buffer;
}

/** The request that opened a socket, and what its member may see: streams go on with what they began with. */
const openedBy = new WeakMap<WebSocket, { readonly request: IncomingMessage; readonly roles: string }>();

const rolesOf = ({ viewer }: Caller): string =>
  JSON.stringify([...viewer.roles].map(([brandId, held]) => [brandId, ...held].join(" ")).sort());

async function upgrade(
  options: SocketOptions,
  wss: WebSocketServer,
  { request, socket, head }: Upgrade,
): Promise<void> {
  const refuse = (status: string) =>
    socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  socket.on("error", () => socket.destroy());
  if (!request.url?.startsWith("/graphql")) return void refuse("404 Not Found");
  if (!options.allowedOrigin(request.headers.origin, request.headers.host))
    return void refuse("403 Forbidden");
  if (wss.clients.size >= MOST_SOCKETS) return void refuse("503 Service Unavailable");
  const caller = await options.callerOf(request).catch(() => null);
  if (!caller) return void refuse("401 Unauthorized");
  wss.handleUpgrade(request, socket, head, (client) => {
    openedBy.set(client, { request, roles: rolesOf(caller) });
    wss.emit("connection", client, request);
  });
}

/** Close the sockets of sessions that ended and of members whose roles changed, in the middle of a stream too. */
async function closeEnded({ callerOf, log }: SocketOptions, wss: WebSocketServer): Promise<void> {
  for (const client of wss.clients) {
    const opened = openedBy.get(client);
    const caller = opened ? await callerOf(opened.request).catch(() => "unknown" as const) : null;
    if (caller === null) {
      log.info("socket closed: its session ended");
      client.close(SESSION_ENDED, "session ended");
    } else if (caller !== "unknown" && rolesOf(caller) !== opened?.roles) {
      log.info("socket closed: its member's roles changed");
      client.close(ROLES_CHANGED, "roles changed");
    }
  }
}

async function executionOf(
  options: SocketOptions,
  request: IncomingMessage,
  payload: SubscribePayload,
): Promise<ExecutionArgs | readonly GraphQLError[]> {
  const { schema, requests } = options;
  const checked = documentOf(options, payload);
  if (!("kind" in checked)) return checked;
  const caller = await options.callerOf(request);
  if (!caller) return [refusal("UNAUTHENTICATED")];
  const context = requestContext(requests, caller.viewer);
  // A subscription holds no transaction: each event's fields carry ids only.
  return {
    schema,
    document: checked,
    contextValue: context,
    variableValues: payload.variables ?? {},
    operationName: payload.operationName ?? null,
  };
}

function documentOf(
  options: SocketOptions,
  payload: SubscribePayload,
): DocumentNode | readonly GraphQLError[] {
  try {
    const text =
      options.anyDocument && payload.query
        ? payload.query
        : trustedText(options.documents, { extensions: payload.extensions ?? null });
    const document = parse(text, { maxTokens: MOST_TOKENS });
    if (getOperationAST(document, payload.operationName)?.operation !== "subscription")
      return [refusal("FORBIDDEN")];
    const rules = [...specifiedRules, NoSchemaIntrospectionCustomRule, ...documentRules];
    const errors = validate(options.schema, document, rules);
    return errors.length > 0 ? errors : document;
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    const answer = answerTo(error);
    if (!answer) throw error;
    return [refusal(answer.code)];
  }
}

const refusal = (code: string): GraphQLError => new GraphQLError(code, { extensions: { code } });
