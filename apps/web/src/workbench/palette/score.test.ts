import { describe, expect, test } from "vitest";
import { match, rank } from "./score.ts";

const commands = [
  "Toggle Side Bar",
  "Split Editor",
  "Close Editor",
  "Keyboard Shortcuts",
  "Focus Next Part",
  "Settings",
];
const found = (query: string, texts: readonly string[] = commands) =>
  rank(query, texts, (text) => [text]).map(({ item }) => item);

describe("finding by a few letters", () => {
  test.each([
    ["tsb", ["Toggle Side Bar"]],
    ["split", ["Split Editor"]],
    ["EDITOR", ["Close Editor", "Split Editor"]],
    ["short", ["Keyboard Shortcuts"]],
    ["xyz", []],
  ])("%s", (query, expected) => {
    expect(found(query).toSorted()).toEqual([...expected].toSorted());
  });
  test("the start of a word is better than its middle", () => {
    expect(found("set", ["Reset All", "Settings"])[0]).toBe("Settings");
  });
  test("accents and case do not matter", () => {
    expect(found("configuracoes", ["Configurações", "Aparência"])).toEqual(["Configurações"]);
    expect(found("grosse", ["Größe ändern", "Grosse Liste"])[0]).toBe("Grosse Liste");
  });
  test("Arabic and Japanese are matched as they stand", () => {
    expect([found("إعد", ["الإعدادات", "المظهر"]), found("設定", ["表示設定", "言語"])]).toEqual([
      ["الإعدادات"],
      ["表示設定"],
    ]);
  });
  test("an alias finds as well, after the shown name", () => {
    const items = [
      { label: "Seitenleiste umschalten", alias: "Toggle Side Bar" },
      { label: "Toggle", alias: "" },
    ];
    const labels = rank("toggle", items, ({ label, alias }) => [label, alias]).map(({ item }) => item.label);
    expect(labels).toEqual(["Toggle", "Seitenleiste umschalten"]);
  });
  test("nothing typed finds everything in its own order", () => {
    expect(found("")).toEqual(commands);
  });
});

test("the places that matched are those of the shown text", () => {
  expect(match("tsb", "Toggle Side Bar")?.at).toEqual([0, 7, 12]);
});
