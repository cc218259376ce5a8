import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { eld } from "eld/small";
import fc from "fast-check";
import { expect, test } from "vitest";
import { wide } from "./models/wide.ts";
import { wideModel } from "./wide.ts";

const LOCALES = join(import.meta.dirname, "../../../../locales");
const model = wideModel(wide);

/** Every string in the files of a language. */
function textsOf(tag: string): readonly string[] {
  const files = readdirSync(join(LOCALES, tag), { recursive: true, encoding: "utf8" });
  return files
    .filter((name) => name.endsWith(".json") && !name.includes("model"))
    .flatMap((name) => strings(JSON.parse(readFileSync(join(LOCALES, tag, name), "utf8"))));
}

function strings(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(strings) : [];
}

const byLanguage = (scores: Readonly<Record<string, number>>) =>
  Object.entries(scores).sort(([a], [b]) => (a < b ? -1 : 1));
const differs = (text: string): boolean =>
  JSON.stringify(byLanguage(model(text))) !== JSON.stringify(byLanguage(eld.detect(text).getScores()));

test.each(readdirSync(LOCALES).filter((name) => !name.includes(".")))(
  "the texts of %s score as ELD scores them",
  (tag) => {
    expect(textsOf(tag).filter(differs)).toEqual([]);
  },
);

test("long words, long texts and apostrophes anywhere score as ELD scores them", () => {
  // Letters that are older than the list that ELD cuts words by.
  const piece = fc.oneof(
    fc.constantFrom(..."aébцд한字ǎ'’` \t😀-"),
    fc.integer({ min: 0x20, max: 0x7ff }).map((code) => String.fromCharCode(code)),
    fc
      .tuple(fc.constantFrom("a", "ß", "ж", "漢"), fc.nat(200))
      .map(([letter, times]) => letter.repeat(times)),
  );
  const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(text, (value) => {
      expect(byLanguage(model(value))).toEqual(byLanguage(eld.detect(value).getScores()));
    }),
    { numRuns: 1000 },
  );
});
