import type { ImportedLine } from "./imported-thread.ts";

/** A line of the public tweet layout, by column. */
export interface TweetRow {
  readonly tweet_id: string;
  readonly author_id: string;
  readonly inbound: string;
  readonly created_at: string;
  readonly text: string;
  readonly response_tweet_id: string;
  readonly in_response_to_tweet_id: string;
}

export const TWEET_COLUMNS = [
  "tweet_id",
  "author_id",
  "inbound",
  "created_at",
  "text",
  "response_tweet_id",
  "in_response_to_tweet_id",
] as const;

/** What a first pass over all lines must know before the second can put each message into its thread. */
export interface ThreadMap {
  readonly add: (row: TweetRow) => void;
  /** The first tweet of the thread a tweet belongs to. */
  readonly rootOf: (id: string) => string;
  /** The brand's account that wrote in a thread, or whom its first message names. */
  readonly accountOf: (root: string) => string | undefined;
}

/** Links by both columns, since a reply may stand before what it answers. Keeps ids only, never texts. */
export function createThreadMap(): ThreadMap {
  const parents = new Map<string, string>();
  const brands = new Map<string, string>();
  const named = new Map<string, string>();
  const rootOf = (id: string): string => {
    const seen = new Set([id]);
    for (let at = id; ; ) {
      const parent = parents.get(at);
      if (parent === undefined || seen.has(parent)) return at;
      seen.add(parent);
      at = parent;
    }
  };
  let settled = false;
  const accounts = new Map<string, string>();
  const settle = () => {
    settled = true;
    for (const [id, brand] of brands) {
      const root = rootOf(id);
      if (!accounts.has(root)) accounts.set(root, brand);
    }
  };
  return {
    add: (row) => {
      for (const [child, parent] of linksOf(row)) if (!parents.has(child)) parents.set(child, parent);
      if (!isInbound(row)) brands.set(row.tweet_id, row.author_id);
      const mention = firstMention(row);
      if (mention) named.set(row.tweet_id, mention);
    },
    rootOf,
    accountOf: (root) => {
      if (!settled) settle();
      return accounts.get(root) ?? named.get(root);
    },
  };
}

/** Which tweet answers which, by both columns of a line. */
function linksOf({ tweet_id: id, in_response_to_tweet_id: parent, response_tweet_id: answers }: TweetRow) {
  const up: readonly (readonly [string, string])[] = parent === "" || parent === id ? [] : [[id, parent]];
  const down = answers.split(",").filter((answer) => answer !== "");
  return [...up, ...down.map((answer) => [answer, id] as const)];
}

/** Whom a customer's opening tweet speaks to. */
const firstMention = (row: TweetRow): string | undefined =>
  isInbound(row) && row.in_response_to_tweet_id === ""
    ? /@([A-Za-z_]\w{1,30})/.exec(row.text)?.[1]
    : undefined;

/** Put one line into its thread. */
export function readTweet(row: TweetRow, line: number, threads: ThreadMap): ImportedLine {
  const bad = (code: string, details = {}): ImportedLine => ({ kind: "bad", line, code, details });
  const field = (["tweet_id", "author_id", "inbound", "created_at"] as const).find((name) => !row[name]);
  if (field) return bad("import_field_missing", { field });
  if (!/^(true|false)$/i.test(row.inbound)) return bad("import_field_missing", { field: "inbound" });
  const at = tweetDate(row.created_at);
  if (!at) return bad("import_bad_date", { value: row.created_at });
  const threadId = threads.rootOf(row.tweet_id);
  const account = threads.accountOf(threadId);
  if (!account) return bad("import_no_account", { id: row.tweet_id });
  const message = {
    id: row.tweet_id,
    threadId,
    parentId: row.in_response_to_tweet_id || null,
    account,
    author: row.author_id,
    byBrand: !isInbound(row),
    body: row.text,
    at,
  };
  return { kind: "messages", line, messages: [message] };
}

const isInbound = ({ inbound }: TweetRow): boolean => inbound.toLowerCase() === "true";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A date such as `Tue Oct 31 22:10:47 +0000 2017`; ISO 8601 is taken too. */
export function tweetDate(text: string): Date | null {
  const parts = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{1,2}) (\d\d:\d\d:\d\d) ([+-]\d\d)(\d\d) (\d{4})$/.exec(
    text,
  );
  const iso = parts
    ? `${parts[6]}-${String(MONTHS.indexOf(parts[1] ?? "") + 1).padStart(2, "0")}-${parts[2]?.padStart(2, "0")}T${parts[3]}${parts[4]}:${parts[5]}`
    : text;
  const date = /^\d{4}-\d\d-\d\dT/.test(iso) ? new Date(iso) : new Date(Number.NaN);
  return Number.isNaN(date.getTime()) ? null : date;
}
