import { expect, test } from "vitest";
import { createThreadMap, readTweet, type TweetRow, tweetDate } from "./read-csv-threads.ts";
import { readJsonThread } from "./read-json-threads.ts";
import { summarize } from "./thread-summary.ts";

const turn = (id: string, role: string, at: string) => ({
  id,
  role,
  author: role === "brand" ? "acme" : "kim",
  at,
  text: `text ${id}`,
});
const line = (value: unknown) => JSON.stringify(value);

test("a thread's turns become messages that answer one another", () => {
  const read = readJsonThread(
    line({
      thread: "t1",
      brand: "acme",
      turns: [turn("a", "customer", "2020-04-01T17:31:32Z"), turn("b", "brand", "2020-04-01T17:40:00Z")],
    }),
    1,
  );
  expect(read).toEqual({
    kind: "messages",
    line: 1,
    messages: [
      {
        id: "a",
        threadId: "t1",
        parentId: null,
        account: "acme",
        author: "kim",
        byBrand: false,
        body: "text a",
        at: new Date("2020-04-01T17:31:32Z"),
      },
      {
        id: "b",
        threadId: "t1",
        parentId: "a",
        account: "acme",
        author: "acme",
        byBrand: true,
        body: "text b",
        at: new Date("2020-04-01T17:40:00Z"),
      },
    ],
  });
});

test.each([
  ["{", { code: "import_not_json" }],
  ["[1]", { code: "import_not_object" }],
  [line({ brand: "acme", turns: [] }), { code: "import_field_missing", details: { field: "thread" } }],
  [
    line({ thread: "t", brand: "acme", turns: [] }),
    { code: "import_field_missing", details: { field: "turns" } },
  ],
  [
    line({ thread: "t", brand: "acme", turns: [turn("a", "customer", "yesterday")] }),
    { code: "import_field_missing", details: { field: "turns[0].at" } },
  ],
  [
    line({ thread: "t", brand: "acme", turns: [turn("a", "robot", "2020-04-01T17:31:32Z")] }),
    { code: "import_field_missing", details: { field: "turns[0].role" } },
  ],
])("the unusable line %s is named with its reason", (text, fault) => {
  expect(readJsonThread(text, 7)).toMatchObject({ kind: "bad", line: 7, ...fault });
});

test("a turn without an author is the account's or nobody's", () => {
  const anonymous = { ...turn("a", "brand", "2020-04-01T17:31:32Z"), author: null };
  const read = readJsonThread(line({ thread: "t", brand: "acme", turns: [anonymous] }), 1);
  expect(read.kind === "messages" && read.messages[0]?.author).toBe("acme");
});

const tweet = (row: Partial<TweetRow>): TweetRow => ({
  tweet_id: "1",
  author_id: "115712",
  inbound: "True",
  created_at: "Tue Oct 31 22:10:47 +0000 2017",
  text: "@acme help",
  response_tweet_id: "",
  in_response_to_tweet_id: "",
  ...row,
});

test("tweets find their thread from either end, in whatever order they stand", () => {
  const rows = [
    tweet({ tweet_id: "3", author_id: "acme", inbound: "False", in_response_to_tweet_id: "2", text: "hi" }),
    tweet({ tweet_id: "1", response_tweet_id: "2" }),
    tweet({ tweet_id: "2", in_response_to_tweet_id: "", text: "and another thing" }),
    tweet({ tweet_id: "9", text: "@other hello" }),
  ];
  const threads = createThreadMap();
  for (const row of rows) threads.add(row);
  const placed = rows.map((row, index) => {
    const read = readTweet(row, index + 2, threads);
    return read.kind === "messages"
      ? read.messages.map(({ id, threadId, account }) => `${id} ${threadId} ${account}`)
      : read;
  });
  expect(placed.flat()).toEqual(["3 1 acme", "1 1 acme", "2 1 acme", "9 9 other"]);
});

test("a loop of answers ends", () => {
  const threads = createThreadMap();
  threads.add(tweet({ tweet_id: "1", in_response_to_tweet_id: "2" }));
  threads.add(tweet({ tweet_id: "2", in_response_to_tweet_id: "1" }));
  expect(["1", "2"]).toContain(threads.rootOf("1"));
});

test.each([
  ["Tue Oct 31 22:10:47 +0000 2017", "2017-10-31T22:10:47.000Z"],
  ["Wed Feb 03 01:02:03 +0530 2016", "2016-02-02T19:32:03.000Z"],
  ["2017-10-31T22:10:47Z", "2017-10-31T22:10:47.000Z"],
  ["31/10/2017", null],
  ["", null],
])("the date %s is %s", (text, iso) => {
  expect(tweetDate(text)?.toISOString() ?? null).toBe(iso);
});

test("a thread waits since the first message after the brand's last", () => {
  const message = (id: string, byBrand: boolean, minute: number) => ({
    id,
    threadId: "t",
    parentId: null,
    account: "acme",
    author: "kim",
    byBrand,
    body: id,
    at: new Date(Date.UTC(2020, 0, 1, 0, minute)),
  });
  const summary = summarize([
    message("c", false, 9),
    message("a", false, 1),
    message("b", true, 5),
    message("d", false, 12),
  ]);
  expect(summary).toEqual({
    count: 4,
    inbound: 3,
    last: new Date("2020-01-01T00:12:00Z"),
    lastInbound: new Date("2020-01-01T00:12:00Z"),
    waiting: new Date("2020-01-01T00:09:00Z"),
    newest: "d",
  });
});
