import { hash } from "node:crypto";
import type { BrandSettings } from "../brand/brand.entity.ts";
import type { ImportedMessage, PreparedBatch, PreparedMessage, PreparedThread } from "./imported-thread.ts";
import { previewOf } from "./preview.ts";
import { summarize } from "./thread-summary.ts";
import { wordsOf } from "./words.ts";

/** What preparing needs to know beside the messages. */
export interface Preparing {
  /** Tells the language of a customer's message; null when it cannot be told. */
  readonly languageOf: (text: string) => string | null;
  readonly settings: BrandSettings;
}

/** Work out everything about messages that needs no database. */
export function prepareMessages(
  messages: readonly ImportedMessage[],
  { languageOf, settings }: Preparing,
): PreparedBatch {
  const prepared = messages.map((message) => prepare(message, languageOf));
  const threads = Map.groupBy(prepared, ({ threadId }) => threadId);
  return { messages: prepared, threads: [...threads].map(([id, turns]) => threadOf(id, turns, settings)) };
}

function prepare(message: ImportedMessage, languageOf: Preparing["languageOf"]): PreparedMessage {
  const { account, id, threadId, parentId, byBrand } = message;
  // PostgreSQL takes neither NUL nor half a surrogate pair.
  const body = message.body.toWellFormed().replaceAll("\0", "");
  return {
    ...message,
    body,
    id: platformId(account, id),
    threadId: platformId(account, threadId),
    parentId: parentId ? platformId(account, parentId) : null,
    language: byBrand ? null : languageOf(body),
    words: wordsOf(body),
  };
}

/** An id of the file as the platform's id: the same for every import, and a UUID as the sandbox's own are. */
function platformId(account: string, id: string): string {
  const hex = hash("sha256", `${account}\0${id}`);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A thread that begins with the brand's own words still needs somebody to talk to. */
const NOBODY = "unknown";

function threadOf(id: string, turns: readonly PreparedMessage[], settings: BrandSettings): PreparedThread {
  const { newest, ...summary } = summarize(turns);
  return {
    ...summary,
    id,
    account: turns[0]?.account ?? "",
    customer: turns.find(({ byBrand }) => !byBrand)?.author ?? NOBODY,
    language: turns.findLast(({ byBrand }) => !byBrand)?.language ?? null,
    preview: previewOf(newest, settings),
  };
}
