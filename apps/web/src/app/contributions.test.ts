import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { uiLanguages } from "../base/languages.ts";
import { contributed } from "../workbench/contributions.ts";
import { frame } from "../workbench/frame/frame.contribution.ts";
import { bindingsOf } from "../workbench/keys/bindings.ts";
import { Workbench } from "../workbench/workbench.ts";
import { contributions } from "./contributions.ts";

const all = [frame(new Workbench()), ...contributions].map(({ start: _, ...value }) => value);
const kinds = [
  "views",
  "editors",
  "commands",
  "statusItems",
  "quickOpen",
  "settings",
  "menuItems",
  "pages",
] as const;
const LOCALES = join(import.meta.dirname, "../../../../locales");

/** The words of a language as the selectors of titles see them. */
function wordsOf(tag: string): Record<string, unknown> {
  const namespaces = all.flatMap(({ words = [] }) => words);
  const read = (name: string) => JSON.parse(readFileSync(join(LOCALES, tag, "ui", `${name}.json`), "utf8"));
  return Object.fromEntries(namespaces.map((name) => [name, read(name)]));
}

type Selector = (words: never) => unknown;

function titles(): [string, Selector][] {
  return kinds.flatMap((kind) =>
    contributed(all, kind).flatMap((piece) =>
      (["title", "category", "description", "placeholder"] as const).flatMap((part): [string, Selector][] =>
        part in piece ? [[`${kind} ${piece.id} ${part}`, piece[part as never] as Selector]] : [],
      ),
    ),
  );
}

describe("the product", () => {
  test("every id is contributed once", () => {
    const workbench = new Workbench();
    for (const contribution of all) workbench.add(contribution);
    expect(workbench.contributions.get()).toHaveLength(all.length);
  });

  test("what is taken back leaves the frame empty", () => {
    const workbench = new Workbench();
    const undos = all.map((contribution) => workbench.add(contribution));
    for (const undo of undos.reverse()) undo();
    expect([workbench.contributions.get(), workbench.bindings()]).toEqual([[], []]);
  });

  test("a key is bound once for each `when`", () => {
    const seen = new Map<string, string>();
    const twice = bindingsOf(contributed(all, "commands"), {}).filter(({ strokes, when, command }) => {
      const key = `${strokes.join(" ")} ${whenId(when)}`;
      const before = seen.get(key);
      seen.set(key, command);
      return before !== undefined;
    });
    expect(twice).toEqual([]);
  });

  test.each(uiLanguages)("every title has its words in %s", (tag) => {
    const words = wordsOf(tag);
    const missing = titles().filter(([, select]) => typeof select(words as never) !== "string");
    expect(missing.map(([where]) => where)).toEqual([]);
  });

  test("menus, views and status items name commands that are there", () => {
    const commands = new Set(contributed(all, "commands").map(({ id }) => id));
    const named = [
      ...contributed(all, "menuItems").map(({ command }) => command),
      ...contributed(all, "views").flatMap(({ actions = [] }) => actions),
    ];
    expect(named.filter((id) => !commands.has(id))).toEqual([]);
  });
});

const whens = new Map<unknown, number>();
function whenId(when: unknown): number {
  const id = whens.get(when) ?? whens.size;
  whens.set(when, id);
  return id;
}
