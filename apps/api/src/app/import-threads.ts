import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { parse } from "csv-parse";
import { readAs } from "../base/read.ts";
import { Account } from "../brand/account.entity.ts";
import { addAccount } from "../brand/add-account.ts";
import { Brand, type BrandSettings } from "../brand/brand.entity.ts";
import { type Imported, importedId, importMessages } from "../inbox/import-messages.ts";
import type { BadLine, ImportedLine, ImportedMessage } from "../inbox/imported-thread.ts";
import {
  createThreadMap,
  readTweet,
  type ThreadMap,
  TWEET_COLUMNS,
  type TweetRow,
} from "../inbox/read-csv-threads.ts";
import { readJsonThread } from "../inbox/read-json-threads.ts";
import { type Acting, actAs } from "../ledger/act.ts";
import { everywhere } from "../member/viewer-of.ts";
import { adoptPosts } from "../platform/sandbox/adopt-posts.ts";
import { sandboxSql } from "./platforms.ts";

export interface ThreadImport {
  readonly file: string;
  readonly brandId: string;
  readonly languageOf: (text: string) => string | null;
  readonly onBadLine: (bad: BadLine) => void;
  readonly onProgress: (done: ImportSummary) => void;
}

export interface ImportSummary extends Imported {
  /** Messages read, new or known. */
  readonly read: number;
  readonly badLines: number;
}

/** Messages of one act: enough that its cost is spread, few enough that a failure loses little time. */
const BATCH = 1500;

/** Batches under way at once: one is prepared while PostgreSQL takes in another. */
const AT_ONCE = 2;

/** Import a file of threads, line by line. Repeating it adds nothing twice; bad lines are told and passed over. */
export async function importThreads(acting: Acting, wanted: ThreadImport): Promise<ImportSummary> {
  const { accounts, settings } = await knownHere(acting, wanted.brandId);
  const summary = { read: 0, messages: 0, conversations: 0, badLines: 0 };
  const underWay = new Set<Promise<void>>();
  const store = async (batch: readonly ImportedMessage[]) => {
    await connectAccounts(acting, { brandId: wanted.brandId, accounts, messages: batch });
    const work = storeBatch(acting, wanted, { accounts, settings, messages: batch }).then(
      ({ messages, conversations }) => {
        summary.read += batch.length;
        summary.messages += messages;
        summary.conversations += conversations;
        underWay.delete(work);
        wanted.onProgress({ ...summary });
      },
    );
    underWay.add(work);
    if (underWay.size >= AT_ONCE) await Promise.race(underWay);
  };
  let batch: ImportedMessage[] = [];
  for await (const line of linesOf(wanted.file)) {
    if (line.kind === "bad") {
      wanted.onBadLine(line);
      summary.badLines += 1;
    } else batch.push(...line.messages);
    if (batch.length < BATCH) continue;
    await store(batch);
    batch = [];
  }
  if (batch.length > 0) await store(batch);
  await Promise.all(underWay);
  return summary;
}

interface Storing {
  readonly accounts: Map<string, string>;
  readonly messages: readonly ImportedMessage[];
}

/** Connect the accounts that a batch is the first to name. */
async function connectAccounts(
  acting: Acting,
  { brandId, accounts, messages }: Storing & { brandId: string },
) {
  const act = actAs(acting, await everywhere(acting.db));
  for (const handle of new Set(messages.map(({ account }) => account))) {
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
  wanted: ThreadImport,
  { accounts, settings, messages }: Storing & { settings: BrandSettings },
): Promise<Imported> {
  const { brandId } = wanted;
  const languageOf = onceEach(wanted.languageOf);
  const act = actAs(acting, await everywhere(acting.db));
  await adoptPosts(sandboxSql(acting.db), messages.map(asPost));
  return importMessages(act, { brandId, accounts, platform: "sandbox", messages, languageOf, settings });
}

/** A conversation's language is that of its last message: telling it is the dearest part of an import. */
function onceEach(languageOf: ThreadImport["languageOf"]): ThreadImport["languageOf"] {
  const told = new Map<string, string | null>();
  return (text) => {
    const known = told.get(text);
    if (known !== undefined) return known;
    const language = languageOf(text);
    told.set(text, language);
    return language;
  };
}

const asPost = ({ id, threadId, account, author, byBrand, body, at }: ImportedMessage) => ({
  id: importedId(account, id),
  threadId: importedId(account, threadId),
  account,
  author,
  byAccount: byBrand,
  body: body.toWellFormed().replaceAll("\0", ""),
  at,
});

async function knownHere({ db }: Acting, brandId: string) {
  return readAs(db, await everywhere(db), async (manager) => {
    const accounts = await manager.findBy(Account, { brandId, platform: "sandbox" });
    const { settings } = await manager.findOneByOrFail(Brand, { id: brandId });
    return { accounts: new Map(accounts.map(({ externalId, id }) => [externalId, id])), settings };
  });
}

function linesOf(file: string): AsyncIterable<ImportedLine> {
  return file.endsWith(".csv") ? csvLines(file) : jsonLines(file);
}

async function* jsonLines(file: string): AsyncGenerator<ImportedLine> {
  let line = 0;
  for await (const text of createInterface({
    input: createReadStream(file),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    line += 1;
    if (text.trim() !== "") yield readJsonThread(text, line);
  }
}

/** Two passes: a reply may stand before what it answers, so the first learns the threads, ids only. */
async function* csvLines(file: string): AsyncGenerator<ImportedLine> {
  const threads: ThreadMap = createThreadMap();
  for await (const { row } of csvRows(file)) if (row) threads.add(row);
  for await (const { row, line } of csvRows(file)) {
    if (row) yield readTweet(row, line, threads);
    else
      yield { kind: "bad", line, code: "import_csv_columns", details: { columns: TWEET_COLUMNS.join(",") } };
  }
}

interface CsvRow {
  readonly line: number;
  readonly row: TweetRow | null;
}

async function* csvRows(file: string): AsyncGenerator<CsvRow> {
  const parser = createReadStream(file).pipe(
    parse({ bom: true, info: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true }),
  );
  let columns: readonly string[] | null = null;
  for await (const { record, info } of parser as AsyncIterable<{
    record: string[];
    info: { lines: number };
  }>) {
    if (!columns) {
      columns = record;
      const missing = TWEET_COLUMNS.filter((name) => !record.includes(name));
      if (missing.length > 0) {
        yield { line: 1, row: null };
        return;
      }
      continue;
    }
    yield { line: info.lines, row: record.length === columns.length ? rowOf(columns, record) : null };
  }
}

/** By the header's names: a leading column without one, an index, is passed over. */
function rowOf(columns: readonly string[], record: readonly string[]): TweetRow {
  const cell = (name: keyof TweetRow) => record[columns.indexOf(name)] ?? "";
  return {
    tweet_id: cell("tweet_id"),
    author_id: cell("author_id"),
    inbound: cell("inbound"),
    created_at: cell("created_at"),
    text: cell("text"),
    response_tweet_id: cell("response_tweet_id"),
    in_response_to_tweet_id: cell("in_response_to_tweet_id"),
  };
}
