import { lookup } from "node:dns";
import { type IncomingMessage, request as plainRequest } from "node:http";
import { request as secureRequest } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import type { ProviderAnswer, ProviderFault } from "../base/provider.ts";
import { jsonIn } from "./json.ts";
import type { ProviderSettings } from "./provider-settings.ts";
import { mayReach } from "./reachable.ts";
import { createTurns } from "./turns.ts";

/** Most bytes of an answer that is text: every pattern that reads it afterwards can rely on that. */
const LARGEST_TEXT = 256 * 1024;
const AT_ONCE = 4;
const WAITING = 16;
/** Longest time that an answer may ask to be left alone for, in seconds. */
const LONGEST_PAUSE = 3600;

export interface Call {
  /** Below the configured address, such as `/translate`. */
  readonly path: string;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Most bytes of the answer, where it is no text. */
  readonly most?: number;
}

/** Sends JSON to the configured address, and to no other. Outcomes of the network are data. */
export type Caller = (call: Call) => Promise<ProviderAnswer<unknown>>;

/** Few calls at once, each with a time limit; an outside that asks for a pause gets it. */
export function createCaller(settings: ProviderSettings, now: () => number = Date.now): Caller {
  const turns = createTurns({ atOnce: AT_ONCE, waiting: WAITING });
  let pausedUntil = 0;
  return async (call) => {
    const left = Math.ceil((pausedUntil - now()) / 1000);
    if (left > 0) return { kind: "failed", fault: "busy", retryAfterSeconds: left };
    const answer = await turns(() => send(settings, call));
    if (answer === null) return failed("busy");
    if (answer.kind === "failed" && answer.fault === "busy" && answer.retryAfterSeconds)
      pausedUntil = now() + answer.retryAfterSeconds * 1000;
    return answer;
  };
}

const failed = (fault: ProviderFault): ProviderAnswer<never> => ({ kind: "failed", fault });

function send(settings: ProviderSettings, call: Call): Promise<ProviderAnswer<unknown>> {
  const url = addressOf(settings.url, call.path);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const reach = { host, inHouse: settings.inHouse };
  if (isIP(host) && !mayReach(host, reach)) return Promise.resolve(failed("address"));
  const body = Buffer.from(JSON.stringify(call.body));
  const request = url.protocol === "https:" ? secureRequest : plainRequest;
  return new Promise((resolve) => {
    const asked = request(url, {
      method: "POST",
      headers: {
        ...call.headers,
        "content-type": "application/json",
        "content-length": body.byteLength,
        accept: "application/json",
        // An answer that unfolds to many times its size would pass the limit of bytes.
        "accept-encoding": "identity",
        "user-agent": "parley",
      },
      agent: false,
      lookup: watchedLookup(reach),
      // All of it, from the name to the last byte: a slow trickle never ends by itself.
      signal: AbortSignal.timeout(settings.timeoutMs),
    });
    asked.on("error", (error: NodeJS.ErrnoException) => resolve(failed(faultOfError(error))));
    asked.on("response", (response) =>
      readAnswer(response, call.most ?? LARGEST_TEXT, (answer) => {
        resolve(answer);
        asked.destroy();
      }),
    );
    asked.end(body);
  });
}

/** The configured address with a path below it, whatever its own path is. */
function addressOf(base: URL, path: string): URL {
  const url = new URL(base);
  url.pathname = `${base.pathname.replace(/\/+$/, "")}${path}`;
  return url;
}

/** Refuses what a name leads to before anything is sent there: one bad address among several is one too many. */
function watchedLookup(reach: { readonly host: string; readonly inHouse: boolean }): LookupFunction {
  return (name, options, done) => {
    lookup(name, { ...options, all: true }, (error, found = []) => {
      const [first] = found;
      if (error || !first) done(error ?? new AddressRefused(name), "");
      else if (!found.every(({ address }) => mayReach(address, reach))) done(new AddressRefused(name), "");
      else if (options.all) done(null, found);
      else done(null, first.address, first.family);
    });
  };
}

class AddressRefused extends Error {
  readonly code = "ADDRESS_REFUSED";
}

function faultOfError({ name, code }: NodeJS.ErrnoException): ProviderFault {
  if (code === "ADDRESS_REFUSED") return "address";
  return name === "AbortError" || name === "TimeoutError" || code === "ABORT_ERR" ? "timeout" : "unreachable";
}

type Resolve = (answer: ProviderAnswer<unknown>) => void;

function readAnswer(response: IncomingMessage, most: number, resolve: Resolve): void {
  const status = response.statusCode ?? 0;
  const chunks: Buffer[] = [];
  let size = 0;
  response.on("data", (chunk: Buffer) => {
    size += chunk.byteLength;
    chunks.push(chunk);
    if (size > most) resolve(failed("too_large"));
  });
  response.on("error", (error: NodeJS.ErrnoException) => resolve(failed(faultOfError(error))));
  response.on("end", () => {
    if (status === 200) resolve(parsed(Buffer.concat(chunks).toString("utf8")));
    else resolve(refused(status, response.headers["retry-after"]));
  });
}

function parsed(text: string): ProviderAnswer<unknown> {
  const value = jsonIn(text);
  return value === undefined ? failed("malformed") : { kind: "answer", value };
}

/** What a status says. No word of the answer is kept: it may repeat what was sent, or the key. */
function refused(status: number, retryAfter: string | undefined): ProviderAnswer<never> {
  if (status === 429 || status === 503) {
    const seconds = pauseOf(retryAfter);
    return { kind: "failed", fault: "busy", ...(seconds ? { retryAfterSeconds: seconds } : {}) };
  }
  const known: Readonly<Record<number, ProviderFault>> = {
    401: "key",
    403: "key",
    402: "quota",
    413: "too_large",
    456: "quota",
  };
  if (status >= 300 && status < 400) return failed("redirected");
  return failed(known[status] ?? (status >= 500 ? "server" : "rejected"));
}

/** `Retry-After` in seconds or as a date. */
function pauseOf(header: string | undefined): number | null {
  if (header === undefined) return null;
  const seconds = /^\d+$/.test(header) ? Number(header) : Math.ceil((Date.parse(header) - Date.now()) / 1000);
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, LONGEST_PAUSE) : null;
}
