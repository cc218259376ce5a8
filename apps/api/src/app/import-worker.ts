// Reads a file of threads and works out languages, search words and previews beside the thread that stores them.
import { once } from "node:events";
import { parentPort, workerData } from "node:worker_threads";
import type { BrandSettings } from "../brand/brand.entity.ts";
import type { BadLine, ImportedLine, ImportedMessage, PreparedBatch } from "../inbox/imported-thread.ts";
import { prepareMessages } from "../inbox/prepare-messages.ts";
import { linesOf } from "../inbox/read-thread-file.ts";
import { identifier } from "./identify-language.ts";

export interface WorkerData {
  readonly file: string;
  /** Accounts that other brands have: their threads are not for this one. */
  readonly elsewhere: ReadonlySet<string>;
  readonly settings: BrandSettings;
}

/** What the worker tells. Each batch is to be answered once it is stored. */
export type Told =
  | { readonly kind: "batch"; readonly batch: PreparedBatch }
  | { readonly kind: "bad"; readonly bad: BadLine };

/** Messages of one act: enough that its cost is spread, few enough that a failure loses little time. */
const BATCH = 1500;

/** Of the first act; each next one takes in twice as many, so that storing begins while most is still being read. */
const FIRST_BATCH = 200;

/** Batches that wait or are being stored: what bounds memory. */
const AHEAD = 3;

async function prepareFile(port: NonNullable<typeof parentPort>): Promise<void> {
  const { file, elsewhere, settings } = workerData as WorkerData;
  const languageOf = await identifier();
  const tell = (told: Told) => port.postMessage(told);
  let unanswered = 0;
  port.on("message", () => {
    unanswered -= 1;
  });
  const hand = async (messages: readonly ImportedMessage[]) => {
    while (unanswered >= AHEAD) await once(port, "message");
    unanswered += 1;
    tell({ kind: "batch", batch: prepareMessages(messages, { languageOf, settings }) });
  };
  let size = FIRST_BATCH;
  let batch: ImportedMessage[] = [];
  for await (const line of linesOf(file)) {
    const bad = badLine(line, elsewhere);
    if (bad) tell({ kind: "bad", bad });
    else if (line.kind === "messages") batch.push(...line.messages);
    if (batch.length < size) continue;
    await hand(batch);
    batch = [];
    size = Math.min(2 * size, BATCH);
  }
  if (batch.length > 0) await hand(batch);
  port.close();
}

function badLine(line: ImportedLine, elsewhere: WorkerData["elsewhere"]): BadLine | undefined {
  if (line.kind === "bad") return { line: line.line, code: line.code, details: line.details };
  const account = line.messages[0]?.account ?? "";
  if (!elsewhere.has(account)) return undefined;
  return { line: line.line, code: "import_account_elsewhere", details: { account } };
}

if (parentPort) await prepareFile(parentPort);
