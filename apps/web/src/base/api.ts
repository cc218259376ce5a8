import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from "@apollo/client";
import { CombinedGraphQLErrors, ServerError } from "@apollo/client/errors";
import { ErrorLink } from "@apollo/client/link/error";
import { GraphQLWsLink } from "@apollo/client/link/subscriptions";
import { OperationTypeNode } from "graphql";
import { type Client, createClient } from "graphql-ws";

/** Closed by the server because the session ended. */
const SESSION_ENDED = 4403;

export interface ApiOptions {
  /** The hash the build gave each document, by operation name. */
  readonly documentIds: Readonly<Record<string, string>>;
  /** The session ended: nothing works until the member signs in again. */
  readonly onSignedOut: () => void;
  /** The connection for live changes came (true) or went (false). */
  readonly onLive: (live: boolean) => void;
}

export interface Api {
  readonly client: ApolloClient;
  /** End the socket, so that subscriptions go on with the new session. */
  readonly reconnect: () => void;
}

/** The client of Parley's API. It sends ids of documents that the server knows, never their text. */
export function createApi(options: ApiOptions): Api {
  const socket = createSocket(options);
  const trusted = trustedLink(options.documentIds);
  const signedOut = new ErrorLink(({ error }) => {
    if (codesOf(error).includes("UNAUTHENTICATED")) options.onSignedOut();
  });
  const carry = ApolloLink.split(
    ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
    trusted.concat(new GraphQLWsLink(socket)),
    trusted.concat(
      new HttpLink({
        uri: "/graphql",
        fetch: reach,
        credentials: "same-origin",
        includeExtensions: true,
        includeUnusedVariables: false,
        print: () => "",
      }),
    ),
  );
  const client = new ApolloClient({ link: signedOut.concat(carry), cache: new InMemoryCache() });
  return { client, reconnect: () => socket.terminate() };
}

let started: Api | null = null;

/** Make the one client of the page. */
export function startApi(options: ApiOptions): Api {
  started = createApi(options);
  return started;
}

/** The client, for commands and whatever else is not a component. */
export function api(): Api {
  if (!started) throw new Error("api() before startApi()");
  return started;
}

/** A refusal of a plain route, with its code. */
export class Refused extends Error {
  override name = "Refused";
  constructor(readonly code: string) {
    super(code);
  }
}

/** Nobody answered. The browser says no more than that. */
class Unreachable extends Error {
  override name = "Unreachable";
}

/** `fetch`, with one error for all ways of getting no answer. */
export async function reach(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  try {
    return await fetch(input, init);
  } catch (cause) {
    if (init?.signal?.aborted) throw cause;
    throw new Unreachable("nobody answers", { cause });
  }
}

/** The codes of a refusal, such as `CHECK_FAILED`: their words are in `errors.json`. */
export function codesOf(error: unknown): readonly string[] {
  if (error instanceof Unreachable || ServerError.is(error)) return ["SERVER_UNREACHABLE"];
  if (error instanceof Refused) return [error.code];
  if (!CombinedGraphQLErrors.is(error)) return [];
  return error.errors.flatMap(({ extensions }) =>
    typeof extensions?.code === "string" ? [extensions.code] : [],
  );
}

/** Names a document by the hash the build gave it. One that is missing has to be in a `*.documents.ts` file. */
const trustedLink = (ids: ApiOptions["documentIds"]) =>
  new ApolloLink((operation, forward) => {
    const documentId = ids[operation.operationName ?? ""];
    if (!documentId) throw new Error(`no trusted document ${operation.operationName}: run npm run gen`);
    operation.extensions.documentId = documentId;
    return forward(operation);
  });

function createSocket({ onSignedOut, onLive }: ApiOptions): Client {
  const url = new URL("/graphql", window.location.href);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  return createClient({
    url: url.href,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    on: {
      connected: () => onLive(true),
      closed: (event) => {
        onLive(false);
        if (event instanceof CloseEvent && event.code === SESSION_ENDED) onSignedOut();
      },
    },
  });
}
