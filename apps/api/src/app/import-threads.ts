import { on } from "node:events";
import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import { readAs } from "../base/read.ts";
import { Account } from "../brand/account.entity.ts";
import { addAccount } from "../brand/add-account.ts";
import { Brand, type BrandSettings } from "../brand/brand.entity.ts";
import { type Imported, importMessages } from "../inbox/import-messages.ts";
import type { BadLine, PreparedBatch, PreparedMessage } from "../inbox/imported-thread.ts";
import { type Acting, actAs } from "../ledger/act.ts";
import { everywhere } from "../member/viewer-of.ts";
import { adoptPosts } from "../platform/sandbox/adopt-posts.ts";
import type { Told, WorkerData } from "./import-worker.ts";
import { sandboxSql } from "./platforms.ts";

export interface ThreadImport {
  readonly file: string;
  readonly brandId: string;
  readonly onBadLine: (bad: BadLine) => void;
  readonly onProgress: (done: ImportSummary) => void;
}

export interface ImportSummary extends Imported {
  /** Messages read, new or known. */
  readonly read: number;
  readonly badLines: number;
}

/** Batches that are stored at once: one is sealed for the ledger while PostgreSQL takes in another. */
const AT_ONCE = 2;

/** Import a file of threads, line by line. Repeating it adds nothing twice; bad lines are told and passed over. */
export async function importThreads(acting: Acting, wanted: ThreadImport): Promise<ImportSummary> {
  const { accounts, elsewhere, settings } = await knownHere(acting, wanted.brandId);
  const summary = { read: 0, messages: 0, conversations: 0, badLines: 0 };
  const underWay = new Set<Promise<void>>();
  const workerData: WorkerData = { file: wanted.file, elsewhere, settings };
  const worker = new Worker(new URL(`./import-worker${extname(import.meta.url)}`, import.meta.url), {
    workerData,
  });
  const store = async (batch: PreparedBatch) => {
    const storing = { brandId: wanted.brandId, accounts, batch, settings };
    await connectAccounts(acting, storing);
    const work = storeBatch(acting, storing).then(({ messages, conversations }) => {
      worker.postMessage("stored");
      summary.read += batch.messages.length;
      summary.messages += messages;
      summary.conversations += conversations;
      underWay.delete(work);
      wanted.onProgress({ ...summary });
    });
    underWay.add(work);
    // A batch that fails ends the reading; the failure itself comes out below.
    work.catch(() => worker.terminate());
    if (underWay.size >= AT_ONCE) await Promise.race(underWay);
  };
  try {
    for await (const [told] of on(worker, "message", { close: ["exit"] }) as AsyncIterable<[Told]>) {
      if (told.kind === "batch") await store(told.batch);
      else {
        wanted.onBadLine(told.bad);
        summary.badLines += 1;
      }
    }
    await Promise.all(underWay);
    return summary;
  } finally {
    await worker.terminate();
  }
}

interface Storing {
  readonly brandId: string;
  /** The brand's accounts by handle. */
  readonly accounts: Map<string, string>;
  readonly batch: PreparedBatch;
}

/** Connect the accounts that a batch is the first to name. */
async function connectAccounts(acting: Acting, { brandId, accounts, batch }: Storing): Promise<void> {
  const act = actAs(acting, await everywhere(acting.db));
  for (const handle of new Set(batch.threads.map(({ account }) => account))) {
    if (accounts.has(handle)) continue;
    const account = await addAccount(act, {
      brandId,
      platform: "sandbox",
      externalId: handle,
      handle,
      name: handle,
    });
    accounts.set(handle, account.id);
  }
}

async function storeBatch(
  acting: Acting,
  { brandId, accounts, batch, settings }: Storing & { readonly settings: BrandSettings },
): Promise<Imported> {
  const act = actAs(acting, await everywhere(acting.db));
  await adoptPosts(sandboxSql(acting.db), batch.messages.map(asPost));
  return importMessages(act, { ...batch, brandId, accounts, settings, platform: "sandbox" });
}

const asPost = ({ byBrand, ...message }: PreparedMessage) => ({ ...message, byAccount: byBrand });

async function knownHere({ db }: Acting, brandId: string) {
  return readAs(db, await everywhere(db), async (manager) => {
    const all = await manager.findBy(Account, { platform: "sandbox" });
    const [own, others] = [true, false].map((mine) =>
      all.filter((one) => (one.brandId === brandId) === mine),
    );
    const { settings } = await manager.findOneByOrFail(Brand, { id: brandId });
    return {
      accounts: new Map(own?.map(({ externalId, id }) => [externalId, id])),
      elsewhere: new Set(others?.map(({ externalId }) => externalId)),
      settings,
    };
  });
}
