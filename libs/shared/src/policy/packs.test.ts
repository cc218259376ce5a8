import { describe, expect, test } from "vitest";
import { failedExamples, parsePack } from "./index.ts";
import { builtInPacks, builtInPolicy, packSources } from "./test/built-in.ts";

const policy = builtInPolicy();

describe.each(Object.entries(packSources))("%s", (_, source) => {
  test("can be read", () => {
    expect(parsePack(source).problems).toEqual([]);
  });

  test("keeps its examples, and every fix removes its finding and raises no other", () => {
    const { pack } = parsePack(source);
    expect(pack && failedExamples(pack, policy)).toEqual([]);
  });
});

test("no two built-in packs have a rule of the same name", () => {
  const ids = builtInPacks.flatMap(({ rules }) => rules.map(({ id }) => id));
  expect(ids.length).toBe(new Set(ids).size);
});
