import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readSpellers } from "./spellers.ts";

const folder = mkdtempSync(join(tmpdir(), "spellers-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("a dictionary is read in the encoding it names", async () => {
  writeFileSync(join(folder, "pl_PL.aff"), "SET ISO8859-2\n");
  // "cześć" in ISO 8859-2.
  writeFileSync(join(folder, "pl_PL.dic"), Buffer.from("1\ncze\xb6\xe6\n", "latin1"));
  const speller = (await readSpellers(folder))("pl");
  expect(["cześć", "Cześć", "czesc"].map((word) => speller?.knows(word))).toEqual([true, true, false]);
});

test("a capital is lowered as the language does", async () => {
  writeFileSync(join(folder, "tr_TR.aff"), "SET UTF-8\n");
  writeFileSync(join(folder, "tr_TR.dic"), "2\nişlem\nılık\n");
  const speller = (await readSpellers(folder))("tr");
  expect(["İşlem", "Ilık", "Ilik"].map((word) => speller?.knows(word))).toEqual([true, true, false]);
});
