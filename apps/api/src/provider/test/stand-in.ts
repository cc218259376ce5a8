import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What a stand-in was asked. */
export interface Asked {
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: Readonly<Record<string, unknown>>;
}

/** How it answers: a value is JSON with 200. */
export type Answering = (asked: Asked, response: ServerResponse) => unknown;

/** A real server on loopback that stands for an outside machine. */
export interface StandIn {
  readonly url: string;
  readonly asked: readonly Asked[];
  /** Answer so from now on. */
  readonly answer: (answering: Answering) => void;
  readonly stop: () => Promise<void>;
}

export async function startStandIn(first: Answering): Promise<StandIn> {
  const asked: Asked[] = [];
  let answering = first;
  const server = createServer((request, response) => {
    void respond(request, response, { asked, answering: (one, out) => answering(one, out) });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    answer: (next) => {
      answering = next;
    },
    stop: () => close(server),
  };
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  { asked, answering }: { readonly asked: Asked[]; readonly answering: Answering },
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString("utf8");
  const one = {
    path: request.url ?? "",
    headers: request.headers,
    body: text === "" ? {} : JSON.parse(text),
  };
  asked.push(one);
  const value = await answering(one, response);
  if (response.writableEnded || response.headersSent || value === undefined) return;
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(value));
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
  await once(server, "close");
}

/** An answer of a status with nothing but a header or two. */
export const status =
  (code: number, headers: Readonly<Record<string, string>> = {}): Answering =>
  (_asked, response) => {
    response.writeHead(code, headers).end('{"error":{"message":"secret-key and what was sent"}}');
  };

/** A whole answer of a chat model. */
export const chatAnswer = (content: string, finish = "stop") => ({
  id: "x",
  object: "chat.completion",
  choices: [{ index: 0, finish_reason: finish, message: { role: "assistant", content } }],
});

/** What a model was told in its last turn, as the JSON it is. */
export const dataOf = ({ body }: Asked): Readonly<Record<string, unknown>> => {
  const messages = body.messages as readonly { readonly content: string }[];
  return JSON.parse(messages.at(-1)?.content ?? "{}") as Readonly<Record<string, unknown>>;
};
