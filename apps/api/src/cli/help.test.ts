import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { LOCALES, localeTags, readLocale } from "../base/locales.ts";
import { commands } from "./commands.ts";
import { helpFor } from "./help.ts";

const tags = localeTags().filter((tag) => existsSync(join(LOCALES, tag, "cli.json")));

test.each(tags)("every command has its help in %s", (tag) => {
  const words = readLocale<Record<string, string>>(tag, "cli.json");
  expect(Object.keys(commands).filter((name) => !words[`help_${name}`])).toEqual([]);
});

test.each([
  ["", [], false],
  ["--help", [], true],
  ["help", [], true],
  ["help", ["check"], true],
  ["check", ["--channel", "x", "--help"], true],
  ["check", ["-h"], true],
  ["check", ["--", "--help"], false],
  ["nothing", ["--help"], false],
])("%s %j", (name, args, helps) => {
  expect(helpFor(name, args) !== undefined).toBe(helps);
});
