import { describe, expect, test } from "vitest";
import {
  close,
  describe as describeTab,
  type EditorGroups,
  focus,
  move,
  noEditors,
  open,
  place,
  reorder,
  restore,
  split,
  step,
  stepGroup,
  storable,
} from "./editor-groups.ts";

/** `a b* ~c | d` : groups of tabs; `*` is in front, `~` a preview, `!` unsaved; the active group stands in brackets. */
function shape({ groups, active }: EditorGroups): string {
  return groups
    .map((group) => {
      const tabs = group.tabs.map(
        (tab) =>
          `${tab.preview ? "~" : ""}${tab.uri}${tab.dirty ? "!" : ""}${tab.uri === group.active ? "*" : ""}`,
      );
      return group.id === active ? `[${tabs.join(" ")}]` : tabs.join(" ");
    })
    .join(" | ");
}

const kept = { preview: false };
const preview = { preview: true };
const abc = ["a", "b", "c"].reduce((state, uri) => open(state, uri, kept), noEditors);

describe("opening", () => {
  test("a preview gives way to the next one", () => {
    expect(shape(open(open(noEditors, "a", preview), "b", preview))).toBe("[~b*]");
  });
  test("a preview that was changed stays", () => {
    const changed = describeTab(open(noEditors, "a", preview), "a", { dirty: true });
    expect(shape(open(changed, "b", preview))).toBe("[a! ~b*]");
  });
  test("opening what is open shows its tab, and keeps it when asked to", () => {
    expect(shape(open(open(abc, "a", preview), "x", preview))).toBe("[a ~x* b c]");
    expect(shape(open(open(noEditors, "a", preview), "a", kept))).toBe("[a*]");
  });
  test("to the side makes a group, three at most", () => {
    const three = ["b", "c", "d"].reduce(
      (state, uri) => open(state, uri, { ...kept, toSide: true }),
      open(noEditors, "a", kept),
    );
    expect(shape(three)).toBe("[a d*] | b* | c*");
  });
});

describe("closing", () => {
  test("brings the tab used before to the front", () => {
    expect(shape(close(focus(abc, 1, "a"), "a"))).toBe("[b c*]");
  });
  test("the last tab of a group closes the group", () => {
    expect(shape(close(split(abc), "c"))).toBe("[a b c*]");
  });
  test("is remembered, latest first", () => {
    expect(close(close(abc, "a"), "b").closed.map(({ uri }) => uri)).toEqual(["b", "a"]);
  });
  test("what is not there changes nothing", () => {
    expect(close(abc, "x")).toBe(abc);
  });
});

describe("groups", () => {
  test("splitting shows the same editor twice", () => {
    expect(shape(split(abc))).toBe("a b c* | [c*]");
  });
  test("moving takes the tab along with what it said", () => {
    const dirty = describeTab(abc, "c", { dirty: true });
    expect(shape(move(dirty, 1))).toBe("a b* | [c!*]");
    expect(shape(move(move(dirty, 1), -1))).toBe("[a b c!*]");
  });
  test("the only tab of the only group stays where it is", () => {
    const one = open(noEditors, "a", kept);
    expect(move(one, 1)).toBe(one);
  });
  test("stepping goes around the ends", () => {
    expect(shape(step(abc, 1))).toBe("[a* b c]");
    expect(shape(step(focus(abc, 1, "a"), -1))).toBe("[a b c*]");
  });
  test("stepping between groups goes around the ends", () => {
    expect([shape(stepGroup(split(abc), 1)), shape(stepGroup(split(abc), -1))]).toEqual([
      "[a b c*] | c*",
      "[a b c*] | c*",
    ]);
  });
  test("a dragged tab comes before the one it is dropped on, in its group or in another", () => {
    expect(shape(place(abc, { uri: "c", from: 1 }, { group: 1, before: "a" }))).toBe("[c* a b]");
    expect(shape(place(split(abc), { uri: "a", from: 1 }, { group: 2, before: "c" }))).toBe("b c* | [a* c]");
    expect(shape(place(split(abc), { uri: "c", from: 2 }, { group: 1, before: null }))).toBe("[a b c*]");
  });
  test("tabs change places with their neighbours", () => {
    expect(shape(reorder(abc, "a", 1))).toBe("[b a c*]");
    expect(reorder(abc, "c", 1)).toBe(abc);
  });
});

describe("restoring", () => {
  test("gives back what was stored, without titles and unsaved marks", () => {
    const told = describeTab(split(abc), "c", { title: "Frau Müller", dirty: true });
    const stored = JSON.parse(JSON.stringify(storable(told)));
    expect(shape(restore(stored))).toBe("a b c* | [c*]");
    expect(JSON.stringify(stored)).not.toContain("Müller");
  });
  test.each([null, 7, "x", {}, { groups: 7 }, { groups: [null, { tabs: 7 }, { tabs: [{}, 7] }] }])(
    "%j is nothing",
    (stored) => {
      expect(restore(stored)).toEqual(noEditors);
    },
  );
});
