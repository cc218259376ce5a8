import { describe, expect, test } from "vitest";
import type { Command } from "../contribution.ts";
import { initialState } from "../state.ts";
import { bindingsOf, meaningOf, sharing } from "./bindings.ts";
import { isTyped, type Pressed, parseKeys, strokesOf } from "./stroke.ts";

const press = (key: string, code: string, held: Partial<Pressed> = {}): Pressed => ({
  key,
  code,
  ctrlKey: false,
  shiftKey: false,
  altKey: false,
  metaKey: false,
  ...held,
});

describe("a pressed key stands for", () => {
  const ctrl = { ctrlKey: true };
  const shift = { shiftKey: true };
  test.each<[string, Pressed, string[]]>([
    ["a letter", press("p", "KeyP", ctrl), ["ctrl+p"]],
    ["a capital with Shift", press("P", "KeyP", { ...ctrl, ...shift }), ["ctrl+shift+p"]],
    ["the typed letter on AZERTY, whatever is printed there elsewhere", press("a", "KeyQ", ctrl), ["ctrl+a"]],
    ["the letter of its place on an Arabic keyboard", press("ح", "KeyP", ctrl), ["ctrl+ح", "ctrl+p"]],
    ["the letter of its place on a Russian keyboard", press("з", "KeyP", ctrl), ["ctrl+з", "ctrl+p"]],
    [
      "the sign behind Shift, and its place",
      press(">", "Period", { ...ctrl, ...shift }),
      ["ctrl+shift+>", "ctrl+>", "ctrl+shift+."],
    ],
    [
      "the slash of a German keyboard",
      press("/", "Digit7", { ...ctrl, ...shift }),
      ["ctrl+shift+/", "ctrl+/", "ctrl+shift+7"],
    ],
    ["a named key", press("ArrowLeft", "ArrowLeft", ctrl), ["ctrl+left"]],
    ["a function key", press("F8", "F8", shift), ["shift+f8"]],
    ["nothing while an input method composes", press("a", "KeyA", { isComposing: true }), []],
    ["nothing when the input method has it", press("Process", "KeyA", { keyCode: 229 }), []],
    ["nothing for AltGr, as Windows reports it", press("@", "KeyQ", { ctrlKey: true, altKey: true }), []],
    ["nothing for AltGr by its name", press("€", "KeyE", { getModifierState: () => true }), []],
    ["nothing for a modifier alone", press("Control", "ControlLeft", ctrl), []],
  ])("%s", (_name, pressed, expected) => {
    expect(strokesOf(pressed, false)).toEqual(expected);
  });

  test("on a Mac, Option types other letters, so the place counts", () => {
    expect(strokesOf(press("π", "KeyP", { altKey: true, metaKey: true }), true)).toContain("alt+meta+p");
  });
});

describe("keys are written", () => {
  test("with mod for Control, or Command on a Mac", () => {
    expect([parseKeys("mod+k mod+s", false), parseKeys("mod+k mod+s", true)]).toEqual([
      ["ctrl+k", "ctrl+s"],
      ["meta+k", "meta+s"],
    ]);
  });
  test.each(["ctrl+alt+p", "mod+alt+e", "", "foo+p", "mod+", "a b c"])("not as %j", (keys) => {
    expect(() => parseKeys(keys, false)).toThrow(Error);
  });
});

test("letters, Delete and Enter are typed; chords with Control and function keys are not", () => {
  expect(["a", "shift+a", "delete", "enter", "ctrl+a", "alt+a", "f8", "shift+f8"].map(isTyped)).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});

describe("what a stroke means", () => {
  const command = (id: string, keys: string[], when?: Command["when"]): Command => ({
    id,
    title: () => id,
    keys,
    ...(when ? { when } : {}),
    run: () => undefined,
  });
  const commands = [
    command("find", ["mod+f"]),
    command("findHere", ["mod+f"], ({ focus }) => focus === "panel"),
    command("save", ["mod+k s"]),
    command("remove", ["delete"]),
  ];
  const bindings = bindingsOf(commands, {});
  const asked = { state: initialState, first: null };

  test("the later binding whose `when` holds", () => {
    const inPanel = { state: { ...initialState, focus: "panel" as const }, first: null };
    expect([meaningOf(bindings, ["ctrl+f"], asked), meaningOf(bindings, ["ctrl+f"], inPanel)]).toEqual([
      { kind: "run", command: "find" },
      { kind: "run", command: "findHere" },
    ]);
  });
  test("the first half of a chord, then its second", () => {
    expect(meaningOf(bindings, ["ctrl+k"], asked)).toEqual({ kind: "chord", first: "ctrl+k" });
    expect(meaningOf(bindings, ["s"], { ...asked, first: "ctrl+k" })).toEqual({
      kind: "run",
      command: "save",
    });
    expect(meaningOf(bindings, ["x"], { ...asked, first: "ctrl+k" })).toEqual({ kind: "none" });
  });
  test("a typed key does nothing while someone writes, except as the end of a chord", () => {
    const typing = { ...initialState, typing: true };
    expect(meaningOf(bindings, ["delete"], { state: typing, first: null })).toEqual({ kind: "none" });
    expect(meaningOf(bindings, ["s"], { state: typing, first: "ctrl+k" })).toEqual({
      kind: "run",
      command: "save",
    });
  });
  test("what a member chose, before what was there; an empty list takes the keys away", () => {
    const chosen = bindingsOf(commands, { save: ["mod+f"], remove: [] });
    expect(meaningOf(chosen, ["ctrl+f"], asked)).toEqual({ kind: "run", command: "save" });
    expect(meaningOf(chosen, ["delete"], asked)).toEqual({ kind: "none" });
  });
  test("others on the same keys are known, also when a chord begins with them", () => {
    const [binding] = bindingsOf([command("new", ["mod+k"])], {});
    expect(binding && sharing(bindings, binding)).toEqual(["save"]);
  });
});
