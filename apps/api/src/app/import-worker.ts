// Reads a file of threads and works out languages, search words and previews beside the thread that stores them.
import { once } from "node:events";
import { parentPort, workerData } from "node:worker_threads";
import type { BrandSettings } from "../brand/brand.entity.ts";
import type { BadLine, ImportedMessage, PreparedBatch } from "../inbox/imported-thread.ts";
import { prepareMessages } from "../inbox/prepare-messages.ts";
import { linesOf } from "../inbox/read-thread-file.ts";
import { identifier } from "./identify-language.ts";

export interface WorkerData {
  readonly file: string;
  readonly settings: BrandSettings;
}

/** What the worker tells. Each batch is to be answered once it is stored. */
export type Told =
  | { readonly kind: "batch"; readonly batch: PreparedBatch }
  | { readonly kind: "bad"; readonly bad: BadLine };

/** Messages of one act: enough that its cost is spread, few enough that a failure loses little time. */
const BATCH = 1500;

/** Batches that wait or are being stored: what bounds memory. */
const AHEAD = 3;

async function prepareFile(port: NonNullable<typeof parentPort>): Promise<void> {
  const { file, settings } = workerData as WorkerData;
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
  let batch: ImportedMessage[] = [];
  for await (const line of linesOf(file)) {
    if (line.kind === "bad")
      tell({ kind: "bad", bad: { line: line.line, code: line.code, details: line.details } });
    else batch.push(...line.messages);
    if (batch.length < BATCH) continue;
    await hand(batch);
    batch = [];
  }
  if (batch.length > 0) await hand(batch);
  port.close();
}

if (parentPort) await prepareFile(parentPort);
