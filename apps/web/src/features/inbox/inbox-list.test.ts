import { expect, test } from "vitest";
import { InboxList, type InboxPage, type InboxRow, neighbourOf, type PageWanted } from "./inbox-list.ts";

const row = (id: string) => ({ id }) as InboxRow;
const numbered = (count: number) => Array.from({ length: count }, (_, n) => row(String(n)));

/** A server that has these rows and answers as Parley's does; cursors are positions. */
function server(rows: () => readonly InboxRow[]) {
  const asked: PageWanted[] = [];
  const fetchPage = async (wanted: PageWanted): Promise<InboxPage> => {
    asked.push(wanted);
    const from = wanted.after ? Number(wanted.after) : 0;
    const nodes = rows().slice(from, from + wanted.first);
    const end = from + nodes.length;
    return {
      nodes: [...nodes],
      pageInfo: { endCursor: nodes.length > 0 ? String(end) : null, hasNextPage: end < rows().length },
    };
  };
  return { list: new InboxList(fetchPage), asked };
}

const ids = (list: InboxList) => list.state.get().rows.map(({ id }) => id);

test("shows a page, and the next when its end comes near", async () => {
  const all = numbered(130);
  const { list, asked } = server(() => all);
  await list.ask({});
  list.saw(10);
  list.saw(55);
  await expect.poll(() => ids(list).length).toBe(120);
  expect([asked.map(({ first, after }) => [first, after]), list.state.get().more]).toEqual([
    [
      [60, null],
      [60, "60"],
    ],
    true,
  ]);
});

test("a refresh brings what came in above and everything that has been seen", async () => {
  let all = numbered(300);
  const { list } = server(() => all);
  await list.ask({});
  list.saw(59);
  await expect.poll(() => ids(list).length).toBe(120);
  list.saw(110);
  all = [row("new"), ...all];
  await list.refresh();
  expect([ids(list)[0], ids(list).length >= 111, new Set(ids(list)).size]).toEqual([
    "new",
    true,
    ids(list).length,
  ]);
});

test("an answer to an earlier question is dropped", async () => {
  const waiting: ((page: InboxPage) => void)[] = [];
  const list = new InboxList(() => new Promise((resolve) => waiting.push(resolve)));
  const page = (id: string): InboxPage => ({
    nodes: [row(id)],
    pageInfo: { endCursor: null, hasNextPage: false },
  });
  const first = list.ask({ mine: true });
  const second = list.ask({});
  waiting[1]?.(page("new"));
  await second;
  waiting[0]?.(page("old"));
  await first;
  expect(ids(list)).toEqual(["new"]);
});

test("a failure keeps what was shown and says so", async () => {
  let broken = false;
  const list = new InboxList(async () => {
    if (broken) throw new Error("nobody answers");
    return { nodes: numbered(2), pageInfo: { endCursor: null, hasNextPage: false } };
  });
  await list.ask({});
  broken = true;
  await list.refresh();
  expect([ids(list), list.state.get().status]).toEqual([["0", "1"], "failed"]);
});

test.each([
  [null, 1, "0"],
  ["0", 1, "1"],
  ["1", -1, "0"],
  ["2", 1, undefined],
  ["0", -1, undefined],
  ["elsewhere", 1, "0"],
] as const)("after %s by %i comes %s", (from, step, to) => {
  expect(neighbourOf(numbered(3), from, step)?.id).toBe(to);
});
