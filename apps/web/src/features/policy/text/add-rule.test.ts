import { parsePack } from "@parley/shared/pack";
import { expect, test } from "vitest";
import { firstRule, firstSource } from "../pack/new-pack.ts";
import { addRule } from "./add-rule.ts";

const make = (number: string) => firstRule(`acme.new-rule${number}`);
const added = (source: string) => {
  const { source: text, line, column } = addRule(source, make);
  const { pack, problems } = parsePack(text);
  return [problems, pack?.rules.map(({ id }) => id), text.split("\n")[line - 1]?.slice(column - 1)];
};

test("the first rule of a new pack", () => {
  expect(added(firstSource("acme.words"))).toEqual([[], ["acme.new-rule"], "acme.new-rule"]);
});

test("another one gets an id of its own, and what follows the rules stays", () => {
  const one = addRule(`id: acme.words\nversion: 1.0.0\nrules:\nadjust: []\n`, make).source;
  expect(added(one)).toEqual([[], ["acme.new-rule", "acme.new-rule-2"], "acme.new-rule-2"]);
});

test("a list that is not indented stays so", () => {
  const one = firstRule("acme.old").replace(/^ {2}/gm, "");
  expect(added(`id: acme.words\nversion: 1.0.0\nrules:\n${one}`)).toEqual([
    [],
    ["acme.old", "acme.new-rule"],
    "acme.new-rule",
  ]);
});

test("a pack without rules gets them", () => {
  expect(added("id: acme.words\nversion: 1.0.0\n")).toEqual([[], ["acme.new-rule"], "acme.new-rule"]);
});
