import { describe, expect, test } from "vitest";
import type { Command, Contribution } from "./contribution.ts";
import { Workbench } from "./workbench.ts";

const title: Command["title"] = () => "title";
const contribution = (id: string, commands: readonly Command[] = []): Contribution => ({ id, commands });

describe("contributions", () => {
  test("of one id are refused the second time", () => {
    const workbench = new Workbench();
    workbench.add(contribution("inbox"));
    expect(() => workbench.add(contribution("inbox"))).toThrow(/there already/);
  });

  test("may not share an id of one kind, not even inside themselves", () => {
    const workbench = new Workbench();
    const open: Command = { id: "open", title, run: () => undefined };
    workbench.add(contribution("inbox", [open]));
    expect(() => workbench.add(contribution("draft", [open]))).toThrow(
      /"open" is contributed twice to commands/,
    );
    expect(() =>
      workbench.add(
        contribution("other", [
          { ...open, id: "a" },
          { ...open, id: "a" },
        ]),
      ),
    ).toThrow(/"a"/);
  });

  test("start when they are added and stop when they are taken back", () => {
    const workbench = new Workbench();
    const seen: string[] = [];
    const start = () => {
      seen.push("start");
      return () => seen.push("stop");
    };
    workbench.add({ id: "inbox", start })();
    expect([seen, workbench.contributions.get()]).toEqual([["start", "stop"], []]);
  });
});

describe("commands", () => {
  const withCommand = (command: Partial<Command>) => {
    const workbench = new Workbench();
    workbench.add(contribution("c", [{ id: "c.do", title, run: () => undefined, ...command }]));
    return workbench;
  };

  test("are given the state, the frame and their arguments", async () => {
    const seen: unknown[] = [];
    const workbench = withCommand({ run: (state, frame, args) => seen.push(state.groups, frame, args) });
    await (workbench.run as (id: string, args: unknown) => Promise<void>).call(workbench, "c.do", { id: 7 });
    expect(seen).toEqual([1, workbench, { id: 7 }]);
  });

  test("do nothing while their `when` forbids it", async () => {
    const seen: string[] = [];
    const workbench = withCommand({ when: ({ narrow }) => narrow, run: () => seen.push("ran") });
    await workbench.run("c.do");
    workbench.tell({ narrow: true });
    await workbench.run("c.do");
    expect(seen).toEqual(["ran"]);
  });

  test("that are unknown point to the list of features", async () => {
    await expect(new Workbench().run("no.such")).rejects.toThrow("app/contributions.ts");
  });

  test("have the keys a member gave them, else their own", () => {
    const workbench = withCommand({ keys: ["f9", "mod+k d"] });
    const own = workbench.keysOf("c.do");
    workbench.userKeys.set({ "c.do": ["f10"] });
    expect([own, workbench.keysOf("c.do")]).toEqual(["f9", "f10"]);
  });
});

test("telling what is so already changes nothing", () => {
  const workbench = new Workbench();
  const before = workbench.state.get();
  workbench.tell({ narrow: false });
  expect(workbench.state.get()).toBe(before);
});

describe("notices", () => {
  test("are shown three at a time, kept in the list, and read out", () => {
    const workbench = new Workbench();
    for (const text of ["a", "b", "c", "d"]) workbench.notify({ severity: "info", text });
    const texts = (list: readonly { text: string }[]) => list.map(({ text }) => text);
    expect([
      texts(workbench.notices.shown.get()),
      texts(workbench.notices.all.get()),
      workbench.announcer.said.get().polite,
    ]).toEqual([
      ["d", "c", "b"],
      ["d", "c", "b", "a"],
      ["", "d"],
    ]);
  });

  test("with one key replace one another", () => {
    const workbench = new Workbench();
    workbench.notify({ severity: "info", text: "lost", key: "live" });
    workbench.notify({ severity: "info", text: "lost again", key: "live" });
    expect(workbench.notices.all.get().map(({ text }) => text)).toEqual(["lost again"]);
  });

  test("stay away while nobody wants to be disturbed, except errors", () => {
    const workbench = new Workbench();
    workbench.notices.doNotDisturb.set(true);
    workbench.notify({ severity: "info", text: "by the way" });
    workbench.notify({ severity: "error", text: "not sent" });
    expect(workbench.notices.shown.get().map(({ text }) => text)).toEqual(["not sent"]);
  });
});

test("the same words are announced in another region, so that they are read again", () => {
  const workbench = new Workbench();
  workbench.announce("saved");
  const first = workbench.announcer.said.get().polite;
  workbench.announce("saved");
  expect([first, workbench.announcer.said.get().polite]).toEqual([
    ["saved", ""],
    ["", "saved"],
  ]);
});

describe("settings", () => {
  const setting = {
    id: "s",
    kind: "number",
    title,
    category: title,
    order: 1,
    initial: 5,
    min: 1,
    max: 9,
  } as const;

  test("keep only what differs", () => {
    const { settings } = new Workbench();
    settings.set(setting, 7 as never);
    const changed = [settings.value(setting), settings.isChanged(setting)];
    settings.set(setting, 5);
    expect([changed, settings.isChanged(setting)]).toEqual([[7, true], false]);
  });

  test("that were stored and do not fit count as they were at first", () => {
    const { settings } = new Workbench();
    settings.set(setting, 99 as never);
    expect(settings.value(setting)).toBe(5);
  });
});
