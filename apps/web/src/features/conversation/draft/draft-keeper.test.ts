import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { DraftKeeper, PAUSE_MS, type SaveAsked, type Unsaved } from "./draft-keeper.ts";
import { noText, type Revision } from "./draft-text.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

class Passing extends Error {}

/** The server's side of one draft, as `saveDraft` of the API behaves: a late text is kept beside the head. */
function fakeServer() {
  const revisions: Revision[] = [];
  const answered = new Map<string, Revision>();
  let head: Revision | null = null;
  let broken: Error | null = null;
  const write = (body: string, language: string | null = null): Revision => {
    const revision = {
      id: `r${revisions.length + 1}`,
      n: revisions.length + 1,
      body,
      language,
      createdAt: "",
      author: null,
      templateUses: [],
      unresolved: [],
    };
    revisions.push(revision);
    return revision;
  };
  return {
    bodies: () => revisions.map(({ body }) => body),
    head: () => head,
    draft: () => (head ? { id: "d", head } : null),
    breakWith: (error: Error | null) => {
      broken = error;
    },
    /** A colleague saves on top of what stands there. */
    colleague: (body: string) => {
      head = write(body);
      return { id: "d", head };
    },
    save: async ({ text, baseId, clientId }: SaveAsked) => {
      const before = answered.get(clientId);
      const late = !before && head !== null && head.id !== baseId;
      const revision = before ?? write(text.body, text.language);
      answered.set(clientId, revision);
      const conflict = late ? head : null;
      if (!late) head = revision;
      if (broken) throw broken;
      return { draftId: "d", revision, conflict };
    },
  };
}

function kept() {
  const server = fakeServer();
  const shelf: { unsaved: Unsaved | null } = { unsaved: null };
  let saves = 0;
  const keeper = new DraftKeeper({
    save: server.save,
    backUp: (unsaved) => {
      shelf.unsaved = unsaved;
    },
    newId: () => {
      saves += 1;
      return `c${saves}`;
    },
    isPassing: (error) => error instanceof Passing,
  });
  const shown = () => {
    const { text, keeping, conflict } = keeper.state.get();
    return [text.body, keeping, conflict?.body ?? null];
  };
  return { server, shelf, keeper, shown };
}

const pause = () => vi.advanceTimersByTimeAsync(PAUSE_MS);

test("typing is in this browser at once and on the server after a pause, once", async () => {
  const { server, shelf, keeper, shown } = kept();
  for (const body of ["H", "He", "Hello"]) keeper.change({ body });
  const before = [shown(), shelf.unsaved?.text.body, server.bodies()];
  await pause();
  expect([before, shown(), shelf.unsaved, server.bodies()]).toEqual([
    [["Hello", "waiting", null], "Hello", []],
    ["Hello", "kept", null],
    null,
    ["Hello"],
  ]);
});

test("what is typed while a save is under way is saved on top of it", async () => {
  const { server, keeper, shown } = kept();
  keeper.change({ body: "one" });
  vi.advanceTimersByTime(PAUSE_MS);
  keeper.change({ body: "one two" });
  await pause();
  await pause();
  expect([server.bodies(), server.head()?.body, shown()]).toEqual([
    ["one", "one two"],
    "one two",
    ["one two", "kept", null],
  ]);
});

test("a save whose answer is lost is asked for again as it was, and what was typed since follows", async () => {
  const { server, shelf, keeper, shown } = kept();
  keeper.change({ body: "one" });
  server.breakWith(new Passing());
  await pause();
  const lost = shown();
  keeper.change({ body: "one two" });
  server.breakWith(null);
  await vi.advanceTimersByTimeAsync(5000);
  expect([lost, server.bodies(), shown(), shelf.unsaved]).toEqual([
    ["one", "unreachable", null],
    ["one", "one two"],
    ["one two", "kept", null],
    null,
  ]);
});

test("a refusal is told and the text stays, here and in this browser", async () => {
  const { server, shelf, keeper, shown } = kept();
  keeper.change({ body: "one" });
  server.breakWith(new Error("FORBIDDEN"));
  await pause();
  expect([shown(), shelf.unsaved?.text.body]).toEqual([["one", "refused", null], "one"]);
});

test("another's text that came first is shown beside mine; mine on top of it settles it", async () => {
  const { server, shelf, keeper, shown } = kept();
  keeper.meet(server.colleague("base"), keeper.turn);
  keeper.change({ body: "mine" });
  server.colleague("theirs");
  await pause();
  const conflict = shown();
  keeper.settle({ ...noText, body: "both" });
  await vi.runAllTimersAsync();
  expect([conflict, shown(), server.head()?.body, server.bodies(), shelf.unsaved]).toEqual([
    ["mine", "kept", "theirs"],
    ["both", "kept", null],
    "both",
    ["base", "theirs", "mine", "both"],
    null,
  ]);
});

test("taking theirs saves nothing more", async () => {
  const { server, keeper, shown } = kept();
  keeper.meet(server.colleague("base"), keeper.turn);
  keeper.change({ body: "mine" });
  const { head } = server.colleague("theirs");
  await pause();
  keeper.settle({ ...noText, body: head.body });
  await vi.runAllTimersAsync();
  expect([shown(), server.bodies()]).toEqual([
    ["theirs", "kept", null],
    ["base", "theirs", "mine"],
  ]);
});

test("the same text from two tabs is no conflict", async () => {
  const { server, keeper, shown } = kept();
  keeper.meet(server.colleague("base"), keeper.turn);
  keeper.change({ body: "same" });
  server.colleague("same");
  await pause();
  expect(shown()).toEqual(["same", "kept", null]);
});

test("another's text is taken over while nothing is typed here, and left alone while something is", async () => {
  const { server, keeper, shown } = kept();
  keeper.meet(server.colleague("one"), keeper.turn);
  keeper.meet(server.colleague("two"), keeper.turn);
  const quiet = shown();
  keeper.change({ body: "two and mine" });
  keeper.meet(server.colleague("three"), keeper.turn);
  expect([quiet, shown()]).toEqual([
    ["two", "kept", null],
    ["two and mine", "waiting", null],
  ]);
});

test("an answer that was asked for before the last save takes nothing back", async () => {
  const { keeper, shown } = kept();
  const turn = keeper.turn;
  keeper.change({ body: "typed" });
  await pause();
  keeper.meet(null, turn);
  expect(shown()).toEqual(["typed", "kept", null]);
});

test("a sent draft leaves an empty composer; what was typed meanwhile begins another", async () => {
  const { server, keeper, shown } = kept();
  keeper.change({ body: "sent" });
  await pause();
  keeper.leave();
  const empty = shown();
  keeper.meet(server.draft(), keeper.turn);
  const late = shown();
  expect([empty, late]).toEqual([
    ["", "kept", null],
    ["", "kept", null],
  ]);
});

test.each([
  ["stands on what the server has", "r1", ["unsaved", "kept", null]],
  ["stands on something older", "r0", ["unsaved", "kept", "saved"]],
] as const)("what a crash left in this browser comes back when it %s", async (_, baseId, after) => {
  const { server, keeper, shown } = kept();
  keeper.meet(server.colleague("saved"), keeper.turn);
  keeper.restore({ text: { ...noText, body: "unsaved" }, baseId });
  await pause();
  expect(shown()).toEqual(after);
});

test("flushing saves at once and says when it cannot", async () => {
  const { server, keeper } = kept();
  keeper.change({ body: "now" });
  await keeper.flush();
  const saved = server.bodies();
  server.breakWith(new Passing("nobody answers"));
  keeper.change({ body: "now too" });
  await expect(keeper.flush()).rejects.toThrow("nobody answers");
  expect(saved).toEqual(["now"]);
});
