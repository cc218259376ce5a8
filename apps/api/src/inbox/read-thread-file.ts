import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { parse } from "csv-parse";
import type { ImportedLine } from "./imported-thread.ts";
import {
  createThreadMap,
  readTweet,
  type ThreadMap,
  TWEET_COLUMNS,
  type TweetRow,
} from "./read-csv-threads.ts";
import { readJsonThread } from "./read-json-threads.ts";

/** Read a file of threads line by line: CSV by its name, else JSON Lines. */
export function linesOf(file: string): AsyncIterable<ImportedLine> {
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
