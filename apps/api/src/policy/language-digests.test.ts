import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { languageDigest } from "@parley/shared/policy";
import { afterAll, expect, test } from "vitest";
import { languageData, sha256 } from "./built-in.ts";
import { builtDigests, digestLanguages } from "./language-digests.ts";

const folder = mkdtempSync(join(tmpdir(), "parley-digests-"));
afterAll(() => rmSync(folder, { recursive: true }));

const kept = (value: unknown): string => {
  const file = join(folder, "digests.json");
  writeFileSync(file, JSON.stringify(value));
  return file;
};

test("kept digests are those that the files of all languages have", () => {
  const now = Object.entries(languageData()).map(([tag, data]) => [tag, languageDigest(data, sha256)]);
  expect(builtDigests(kept(digestLanguages()))).toEqual(Object.fromEntries(now));
});

test("a language whose files changed since has no digest kept", () => {
  const { de, fr } = digestLanguages();
  const file = kept({ de: { ...de, files: `${de?.files} ` }, fr });
  expect(builtDigests(file)).toEqual({ fr: fr?.digest });
});

test("without a build nothing is kept", () => {
  expect(builtDigests(join(folder, "none.json"))).toEqual({});
});
