import { describe, expect, test } from "vitest";
import { loadIdentifier } from "../language/index.ts";
import { builtInPacks, languages, packSources } from "../policy/test/built-in.ts";
import { parsePack, verifyPack } from "./index.ts";

const identifier = await loadIdentifier();

describe.each(Object.entries(packSources))("%s", (_, source) => {
  test("can be read", () => {
    expect(parsePack(source).problems).toEqual([]);
  });

  test("keeps its examples, and every fix removes its finding and raises no other", () => {
    expect(verifyPack(parsePack(source), { packs: builtInPacks, languages, identifier })).toEqual([]);
  });
});

test("no two built-in packs have a rule of the same name", () => {
  const ids = builtInPacks.flatMap(({ rules }) => rules.map(({ id }) => id));
  expect(ids.length).toBe(new Set(ids).size);
});
